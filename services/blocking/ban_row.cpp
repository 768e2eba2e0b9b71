#include "services/blocking/ban_row.h"

#include "services/blocking/network.h"
#include "services/blocking/subject_value.h"

namespace wemo::blocking {

namespace {
BanState stateOf(const storage::Row &row, Instant now) {
    if (!row.isNull("lifted_at"))
        return BanState::Lifted;
    const auto ends = row.optionalInteger("expires_at");
    return ends && *ends <= toMs(now) ? BanState::Expired : BanState::Active;
}

Failure at(const QString &field, Error error) {
    error.fields = {{field, error.code, error.message}};
    return failure(std::move(error));
}

int lengthOf(BanMatch match, const QString &value) {
    if (match == BanMatch::Prefix)
        return static_cast<int>(value.size());
    if (match == BanMatch::Exact)
        return 0;
    const auto network = value.contains(u'/') ? Network::cidr(value).value_or(Network()) : Network();
    return network.bits();
}
} // namespace

Ban banOf(const storage::Row &row, Instant now) {
    Ban ban;
    ban.id = row.integer("id");
    ban.kind = row.text("kind");
    ban.match = banMatchFromString(row.text("match")).value_or(BanMatch::Exact);
    ban.masked = row.text("masked");
    ban.reason = row.text("reason");
    ban.author = row.text("author");
    ban.createdAt = fromMs(row.integer("created_at"));
    if (const auto ends = row.optionalInteger("expires_at"))
        ban.expiresAt = fromMs(*ends);
    ban.importId = row.integer("import_id");
    ban.version = static_cast<int>(row.integer("version"));
    ban.state = stateOf(row, now);
    return ban;
}

QList<Ban> bansOf(const storage::Rows &rows, Instant now) {
    QList<Ban> bans;
    for (const storage::Row &row : rows)
        bans.append(banOf(row, now));
    return bans;
}

Result<BanValue> banValueOf(const QString &kind, BanMatch match, const QString &text) {
    if (!isBannableKind(kind))
        return at("kind", {ErrorKind::InvalidInput, "unknown-kind", "Subjects of this kind cannot be banned.", {}});
    const bool isExact = match == BanMatch::Exact;
    const Result<QString> value = isExact ? canonicalValue(kind, text) : canonicalRange(kind, match, text);
    if (!value)
        return at(isExact ? QStringLiteral("value") : toString(match), value.error());
    QString masked = isExact ? maskedValue(kind, *value) : *value;
    if (match == BanMatch::Prefix)
        masked += u'…';
    return BanValue{kind, match, *value, lengthOf(match, *value), std::move(masked)};
}

} // namespace wemo::blocking
