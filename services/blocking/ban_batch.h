#pragma once
#include "services/blocking/ban_desk.h"
#include "services/blocking/import_row.h"

namespace wemo::blocking {

/// Who a batch's bans are to be from.
struct BatchSource {
    Id import = 0;
    QString author;
    Id authorId = 0;
    QString reason; ///< of those that have none
    Instant now{};
};

/// Adds the bans that are not on the list yet, in a transaction that has begun a change; how many. Thousands at once:
/// PostgreSQL takes them as arrays in one statement, SQLite one by one.
Result<qint64> addBatch(storage::Connection &connection, const BanDesk &desk, qint64 seq, const BatchSource &source,
                        const QList<ImportRow> &rows);
/// How many of the hashes are on the list.
Result<qint64> countKnown(storage::Connection &connection, const QList<QByteArray> &hashes, Instant now);
QByteArray hashOf(const ImportRow &row, const QByteArray &lookupKey);

} // namespace wemo::blocking
