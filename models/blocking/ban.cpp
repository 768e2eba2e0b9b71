#include "models/blocking/ban.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

namespace wemo::blocking {

namespace {
constexpr EnumNames<BanMatch, 3> matches{
    {{BanMatch::Exact, "exact"}, {BanMatch::Prefix, "prefix"}, {BanMatch::Cidr, "cidr"}}};
constexpr EnumNames<BanState, 3> states{
    {{BanState::Active, "active"}, {BanState::Expired, "expired"}, {BanState::Lifted, "lifted"}}};
constexpr int mostRows = 10'000;

QString memberOf(BanMatch match) {
    return match == BanMatch::Exact ? QStringLiteral("value") : toString(match);
}
} // namespace

QString toString(BanMatch match) {
    return matches.toString(match);
}
std::optional<BanMatch> banMatchFromString(QStringView text) {
    return matches.fromString(text);
}
QString toString(BanState state) {
    return states.toString(state);
}
std::optional<BanState> banStateFromString(QStringView text) {
    return states.fromString(text);
}

QJsonObject toJson(const Ban &ban) {
    return {{"id", idToString(ban.id)},
            {"kind", ban.kind},
            {"match", toString(ban.match)},
            {"masked", ban.masked},
            {"reason", ban.reason},
            {"author", ban.author},
            {"created_at", toIso(ban.createdAt)},
            {"expires_at", orNull(ban.expiresAt)},
            {"import_id", idOrNull(ban.importId)},
            {"version", ban.version},
            {"state", toString(ban.state)}};
}

Result<Ban> banFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Ban ban;
    ban.id = reader.id("id");
    ban.kind = reader.string("kind", longestKind);
    ban.match = reader.word("match", banMatchFromString);
    ban.masked = reader.string("masked", longestMasked, 0);
    ban.reason = reader.string("reason", longestReason, 0);
    ban.author = reader.optionalString("author").value_or(QString());
    ban.createdAt = reader.instant("created_at");
    ban.expiresAt = reader.optionalInstant("expires_at");
    ban.importId = reader.optionalId("import_id").value_or(0);
    ban.version = static_cast<int>(reader.integer("version", 0, 1'000'000'000));
    ban.state = reader.word("state", banStateFromString);
    return reader.finishLenient(std::move(ban));
}

QJsonObject toJson(const BanPage &page) {
    return {{"items", toArray(page.items)}, {"next_cursor", orNull(page.nextCursor)}};
}

Result<BanPage> banPageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Result<QList<Ban>> items = listFrom<Ban>(reader.array("items", mostRows), banFromJson);
    if (!items)
        return Failure(items.error());
    BanPage page{*std::move(items), reader.optionalString("next_cursor", 1'000).value_or(QString())};
    return reader.finishLenient(std::move(page));
}

QJsonObject toJson(const NewBan &ban) {
    QJsonObject json{{"kind", ban.kind}, {memberOf(ban.match), ban.value}, {"reason", ban.reason}};
    if (ban.expiresAt)
        json.insert("expires_at", toIso(*ban.expiresAt));
    return json;
}

Result<NewBan> newBanFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    NewBan ban;
    ban.kind = reader.string("kind", longestKind);
    int given = 0;
    for (const BanMatch match : {BanMatch::Exact, BanMatch::Prefix, BanMatch::Cidr}) {
        if (!reader.has(memberOf(match)))
            continue;
        ++given;
        ban.match = match;
        ban.value = reader.string(memberOf(match), longestValue);
    }
    if (given != 1)
        reader.fail("value", "required", "Give exactly one of \"value\", \"prefix\" and \"cidr\".");
    ban.reason = reader.string("reason", longestReason);
    ban.expiresAt = reader.optionalInstant("expires_at");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return ban;
}

void appendTo(QUrlQuery &query, const BanFilter &filter) {
    const auto add = [&query](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1StringView(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("kind", filter.kind);
    add("q", filter.text);
    add("state", filter.state ? toString(*filter.state) : QStringLiteral("all"));
    add("import", filter.importId == 0 ? QString() : idToString(filter.importId));
}

Result<BanFilter> banFilterFromQuery(const QUrlQuery &query) {
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    BanFilter filter;
    JsonReader reader({});
    filter.kind = item("kind");
    filter.text = item("q").trimmed();
    if (filter.text.size() > longestValue)
        reader.fail("q", "too-long", "This is too long.");
    const QString state = item("state");
    if (!state.isEmpty())
        filter.state = banStateFromString(state);
    if (!state.isEmpty() && !filter.state && state != u"all")
        reader.fail("state", "unknown-word", "This word is not one of those allowed here.");
    if (const QString import = item("import"); !import.isEmpty()) {
        filter.importId = idFromString(import).value_or(0);
        if (filter.importId == 0)
            reader.fail("import", "bad-id", "This is no id.");
    }
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return filter;
}

} // namespace wemo::blocking
