#include "models/sms/bulk_resend.h"

#include "models/core/enum_names.h"

#include <QJsonArray>

namespace wemo::sms {

namespace {
constexpr EnumNames<BulkState, 3> states{{
    {BulkState::Running, "running"},
    {BulkState::Done, "done"},
    {BulkState::Canceled, "canceled"},
}};
constexpr qint64 most = 1'000'000'000'000;
constexpr std::array listNames{"state", "reason", "gateway", "purpose", "template"};
constexpr std::array textNames{"number", "batch", "request", "from", "to"};

QJsonObject countsToJson(const QMap<QString, qint64> &counts) {
    QJsonObject json;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        json.insert(count.key(), count.value());
    return json;
}

QMap<QString, qint64> countsFromJson(const QJsonObject &json) {
    QMap<QString, qint64> counts;
    for (auto count = json.begin(); count != json.end(); ++count)
        counts.insert(count.key(), count.value().toInteger());
    return counts;
}

bool isList(const QString &name) {
    return std::any_of(listNames.begin(), listNames.end(),
                       [&](const char *one) { return name == QLatin1StringView(one); });
}
} // namespace

QJsonObject toJson(const MessageFilter &filter) {
    QUrlQuery query;
    appendTo(query, filter);
    QJsonObject json;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        json.insert(name, isList(name) ? QJsonValue(QJsonArray::fromStringList(value.split(u','))) : QJsonValue(value));
    return json;
}

Result<MessageFilter> messageFilterFromJson(const QJsonObject &json, const QString &path) {
    constexpr int longest = 200, mostWords = 50;
    JsonReader reader(json, path);
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    for (const char *name : textNames)
        add(name, reader.optionalString(QString::fromLatin1(name), longest).value_or(QString()));
    for (const char *name : listNames)
        if (reader.has(QString::fromLatin1(name)))
            add(name, reader.strings(QString::fromLatin1(name), mostWords).join(u','));
    Result<MessageFilter> filter = messageFilterFromQuery(query);
    if (!filter)
        for (const FieldError &field : filter.error().fields)
            reader.fail(field.path, field.code, field.message);
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    return filter;
}

QString toString(BulkState state) {
    return states.toString(state);
}
std::optional<BulkState> bulkStateFromString(QStringView text) {
    return states.fromString(text);
}

QJsonObject toJson(const BulkPreview &preview) {
    return {{"count", preview.count},
            {"segments", preview.segments},
            {"cost_ten_thousandths", preview.costTenThousandths},
            {"refused", countsToJson(preview.refused)}};
}

Result<BulkPreview> bulkPreviewFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    BulkPreview preview;
    preview.count = reader.integer("count", 0, most);
    preview.segments = reader.integer("segments", 0, most);
    preview.costTenThousandths = reader.integer("cost_ten_thousandths", 0, most * 1000);
    preview.refused = countsFromJson(reader.object("refused"));
    return reader.finishLenient(std::move(preview));
}

QJsonObject toJson(const BulkResend &bulk) {
    return {{"id", idToString(bulk.id)},     {"created_at", toIso(bulk.createdAt)},
            {"actor", bulk.actor},           {"reason", bulk.reason},
            {"state", toString(bulk.state)}, {"total", bulk.total},
            {"done", bulk.done()},           {"resent", bulk.resent},
            {"refused", bulk.refused},       {"refusals", countsToJson(bulk.refusals)}};
}

Result<BulkResend> bulkResendFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    BulkResend bulk;
    bulk.id = reader.id("id");
    bulk.createdAt = reader.instant("created_at");
    bulk.actor = reader.string("actor", 100, 0);
    bulk.reason = reader.string("reason", 1000, 0);
    bulk.state = reader.word("state", bulkStateFromString);
    bulk.total = reader.integer("total", 0, most);
    bulk.resent = reader.integer("resent", 0, most);
    bulk.refused = reader.integer("refused", 0, most);
    bulk.refusals = countsFromJson(reader.object("refusals"));
    return reader.finishLenient(std::move(bulk));
}

} // namespace wemo::sms
