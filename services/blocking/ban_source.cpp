#include "services/blocking/ban_source.h"

namespace wemo::blocking {

namespace {
Result<qint64> seqOf(storage::Connection &connection) {
    const auto rows = connection.query("bans/seq");
    return rows ? Result<qint64>(rows->first().integer("seq")) : Failure(rows.error());
}

Result<QList<BanSource::Range>> rangesAfter(storage::Connection &connection, qint64 after, qint64 upTo) {
    const auto rows = connection.query("bans/change_ranges", {{"after", after}, {"up_to", upTo}});
    if (!rows)
        return Failure(rows.error());
    QList<BanSource::Range> ranges;
    for (const storage::Row &row : *rows)
        ranges.append({row.integer("first_id"), row.integer("last_id")});
    return ranges;
}

/// Changes have numbers without a gap, so the oldest one tells.
Result<bool> reachesBack(storage::Connection &connection, qint64 after) {
    const auto rows = connection.query("bans/oldest_change");
    if (!rows)
        return Failure(rows.error());
    return !rows->first().isNull("seq") && rows->first().integer("seq") <= after + 1;
}
} // namespace

Result<QString> BanSource::lengths(storage::Connection &connection) {
    const auto rows = connection.query("bans/lengths");
    if (!rows)
        return Failure(rows.error());
    QMap<QString, QStringList> kinds;
    for (const storage::Row &row : *rows)
        kinds[row.text("kind")].append(QString::number(row.integer("length")));
    QStringList parts;
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind)
        parts.append(kind.key() + ':' + kind.value().join(u','));
    return parts.join(u';');
}

Result<qint64> BanSource::seq() {
    return m_database.read(seqOf);
}

Result<BanSource::Changes> BanSource::changesAfter(qint64 after) {
    return m_database.read([&](storage::Connection &connection) -> Result<Changes> {
        const Result<qint64> seq = seqOf(connection);
        const Result<QString> inUse = lengths(connection);
        const Result<bool> reach = reachesBack(connection, after);
        const auto ranges = rangesAfter(connection, after, seq.value_or(after));
        if (!seq || !inUse || !reach || !ranges)
            return Failure(!seq ? seq.error() : !inUse ? inUse.error() : !reach ? reach.error() : ranges.error());
        return Changes{*seq, *ranges, *inUse, *reach || *seq == after};
    });
}

Result<BanSource::Page> BanSource::changed(const Range &range, Id after) {
    return page("bans/changed",
                {{"after", qMax(after, range.first - 1)}, {"last_id", range.last}, {"limit", pageSize}});
}

Result<BanSource::Page> BanSource::all(Id after) {
    return page("bans/all_after", {{"after", after}, {"limit", pageSize}});
}

Result<BanSource::Page> BanSource::page(const char *query, const storage::Params &params) {
    return m_database.read([&](storage::Connection &connection) -> Result<Page> {
        Page page;
        page.entries.reserve(pageSize);
        const auto read = connection.scan(QLatin1StringView(query), params, [&page](const storage::Cells &cells) {
            page.last = cells.integer(0);
            page.entries.append({cells.bytes(1), cells.integer(2) != 0, cells.integer(3)});
        });
        return read ? Result<Page>(std::move(page)) : Failure(read.error());
    });
}

} // namespace wemo::blocking
