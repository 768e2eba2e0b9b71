#include "services/sms/list_outline.h"

#include "services/sms/list_plan.h"

namespace wemo::sms {

namespace {
constexpr int samples = 48;
constexpr int sampled = 50; // rows whose spread tells how many there are around a sample

using storage::Connection;

/// Numbered by the store, which sends the anchors alone.
Result<ListOutline> walkOne(Connection &connection, const ListWalk &walk, Id before, int every, int maxRows) {
    storage::Params params = walk.params(before, maxRows + 1);
    params.append({"every", every});
    const Result<storage::Rows> rows = connection.query("sms/outline", params, walk.with());
    if (!rows)
        return Failure(rows.error());
    ListOutline outline;
    if (rows->isEmpty())
        return outline;
    outline.total = rows->last().integer("n");
    for (const storage::Row &row : *rows)
        if (row.integer("n") % every == 0)
            outline.anchors.push_back(row.integer("id"));
    return outline;
}

/// The ids of all walks, newest first, no more than the limit.
Result<std::vector<Id>> merged(Connection &connection, const QList<ListWalk> &walks, Id before, int limit) {
    std::vector<Id> all;
    for (const ListWalk &walk : walks) {
        const Result<std::vector<Id>> ids = walk.ids(connection, before, limit);
        if (!ids)
            return ids;
        all.insert(all.end(), ids->begin(), ids->end());
    }
    std::sort(all.begin(), all.end(), std::greater());
    all.resize(std::min(all.size(), static_cast<std::size_t>(limit)));
    return all;
}

Result<ListOutline> walkAll(Connection &connection, const QList<ListWalk> &walks, Id before, int every, int maxRows) {
    if (walks.size() == 1)
        return walkOne(connection, walks.first(), before, every, maxRows);
    const Result<std::vector<Id>> ids = merged(connection, walks, before, maxRows + 1);
    if (!ids)
        return Failure(ids.error());
    ListOutline outline;
    outline.total = static_cast<qint64>(ids->size());
    for (auto n = static_cast<std::size_t>(every); n <= ids->size(); n += static_cast<std::size_t>(every))
        outline.anchors.push_back((*ids)[n - 1]);
    return outline;
}

Result<Id> oldest(Connection &connection, Id from) {
    const Result<storage::Rows> rows = connection.query("sms/oldest", {{"from", from}});
    if (!rows)
        return Failure(rows.error());
    return rows->isEmpty() ? from : rows->first().integer("id");
}

/// About how many rows there are from `low` up to `before`, from how far apart they stand at evenly spread places.
Result<qint64> estimate(Connection &connection, const QList<ListWalk> &walks, Id low, Id before) {
    double density = 0;
    for (int i = 0; i < samples; ++i) {
        const Id place = before - (before - low) / samples * i;
        for (const ListWalk &walk : walks) {
            const Result<std::optional<Id>> id = walk.nth(connection, place, sampled);
            if (!id)
                return Failure(id.error());
            if (*id)
                density += sampled / static_cast<double>(std::max<Id>(1, place - **id)) / samples;
        }
    }
    return static_cast<qint64>(density * static_cast<double>(before - low));
}
} // namespace

Result<ListOutline> outlineOf(Connection &connection, const MessageScope &scope, int every, int maxRows) {
    const Result<QList<ListWalk>> walks = walksOf(connection, scope, scope.to);
    if (!walks)
        return Failure(walks.error());
    Result<ListOutline> outline = walkAll(connection, *walks, scope.to, every, maxRows);
    if (!outline)
        return outline;
    outline->isExact = outline->total <= maxRows;
    outline->total = std::min<qint64>(outline->total, maxRows);
    if (outline->isExact && !outline->anchors.empty() &&
        static_cast<qint64>(outline->anchors.size()) * every == outline->total)
        outline->anchors.pop_back(); // nothing comes after it
    outline->estimate = outline->total;
    if (outline->isExact || outline->anchors.empty())
        return outline;
    const Result<Id> low = oldest(connection, scope.from);
    const auto rest = low ? estimate(connection, *walks, *low, outline->anchors.back()) : Failure(low.error());
    if (!rest)
        return Failure(rest.error());
    outline->estimate += *rest;
    return outline;
}

} // namespace wemo::sms
