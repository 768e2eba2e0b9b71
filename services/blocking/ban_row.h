#pragma once
#include "models/blocking/ban.h"
#include "services/storage/database.h"

namespace wemo::blocking {

/// A row of `bans` as the console knows it at `now`.
Ban banOf(const storage::Row &row, Instant now);
QList<Ban> bansOf(const storage::Rows &rows, Instant now);

/// What is to be banned, in its one form.
struct BanValue {
    QString kind;
    BanMatch match = BanMatch::Exact;
    QString value;
    int length = 0; ///< of a prefix in characters, of a network in bits
    QString masked;
};
/// InvalidInput with the field that is wrong: "kind", "value", "prefix" or "cidr".
Result<BanValue> banValueOf(const QString &kind, BanMatch match, const QString &text);

} // namespace wemo::blocking
