#include "models/blocking/history.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

namespace wemo::blocking {

namespace {
constexpr EnumNames<HistoryWhat, 8> whats{{
    {HistoryWhat::Counted, "counted"},
    {HistoryWhat::Refused, "refused"},
    {HistoryWhat::Observed, "observed"},
    {HistoryWhat::Blocked, "blocked"},
    {HistoryWhat::Lifted, "lifted"},
    {HistoryWhat::Extended, "extended"},
    {HistoryWhat::Banned, "banned"},
    {HistoryWhat::BanLifted, "ban-lifted"},
}};
constexpr int mostRows = 10'000;
} // namespace

QString toString(HistoryWhat what) {
    return whats.toString(what);
}
std::optional<HistoryWhat> historyWhatFromString(QStringView text) {
    return whats.fromString(text);
}

QJsonObject toJson(const HistoryEntry &entry) {
    return {
        {"at", toIso(entry.at)},        {"what", toString(entry.what)},          {"policy_id", orNull(entry.policyId)},
        {"event", orNull(entry.event)}, {"request_id", orNull(entry.requestId)}, {"actor", orNull(entry.actor)},
        {"note", orNull(entry.note)},   {"until", orNull(entry.until)}};
}

Result<HistoryEntry> historyEntryFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    const auto text = [&reader](const char *name, int longest) {
        return reader.optionalString(QLatin1StringView(name), longest).value_or(QString());
    };
    HistoryEntry entry;
    entry.at = reader.instant("at");
    entry.what = reader.word("what", historyWhatFromString);
    entry.policyId = text("policy_id", 40);
    entry.event = text("event", 40);
    entry.requestId = text("request_id", 200);
    entry.actor = text("actor", 200);
    entry.note = text("note", longestReason);
    entry.until = reader.optionalInstant("until");
    return reader.finishLenient(std::move(entry));
}

QJsonObject toJson(const HistoryPage &page) {
    return {{"subject", page.subject ? QJsonValue(toJson(*page.subject)) : QJsonValue()},
            {"items", toArray(page.items)},
            {"next_cursor", orNull(page.nextCursor)}};
}

Result<HistoryPage> historyPageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    HistoryPage page;
    const auto subject = optionalFrom<SubjectRef>(json, "subject", subjectRefFromJson);
    if (!subject)
        return Failure(subject.error());
    page.subject = *subject;
    Result<QList<HistoryEntry>> items = listFrom<HistoryEntry>(reader.array("items", mostRows), historyEntryFromJson);
    if (!items)
        return Failure(items.error());
    page.items = *std::move(items);
    page.nextCursor = reader.optionalString("next_cursor", 1'000).value_or(QString());
    return reader.finishLenient(std::move(page));
}

} // namespace wemo::blocking
