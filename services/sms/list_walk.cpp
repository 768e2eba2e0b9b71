#include "services/sms/list_walk.h"

namespace wemo::sms {

namespace {
/// As the SQL files look at it: one thing as it is, words as ",a,b,".
QVariant lookedAt(const MessageScope::Dimension &dimension) {
    if (dimension.isOneThing)
        return dimension.values.first();
    QStringList words;
    for (const QVariant &value : dimension.values)
        words.append(value.toString());
    return u',' + words.join(u',') + u',';
}
} // namespace

QList<ListWalk> ListWalk::all(const MessageScope &scope, int lead) {
    ListWalk walk;
    walk.m_params.append({"from", scope.from});
    QVariantList values{QVariant()};
    for (int i = 0; i < scope.dimensions.size(); ++i) {
        const MessageScope::Dimension &dimension = scope.dimensions[i];
        walk.m_with.insert((i == lead ? "by_" : "and_") + dimension.name);
        if (i == lead)
            values = dimension.values;
        else
            walk.m_params.append({dimension.name, lookedAt(dimension)});
    }
    QList<ListWalk> walks;
    for (const QVariant &value : std::as_const(values)) {
        walks.append(walk);
        walks.last().m_params.append({"lead", value});
    }
    return walks;
}

storage::Params ListWalk::params(Id before, int limit, int skip) const {
    storage::Params params = m_params;
    params.append({"before", before});
    params.append({"limit", limit});
    params.append({"skip", skip});
    return params;
}

Result<QList<Message>> ListWalk::rows(storage::Connection &connection, Id before, int limit) const {
    const Result<storage::Rows> rows = connection.query("sms/page", params(before, limit), m_with);
    if (!rows)
        return Failure(rows.error());
    QList<Message> messages;
    for (const storage::Row &row : *rows)
        messages.append(messageOf(row));
    return messages;
}

Result<std::vector<Id>> ListWalk::ids(storage::Connection &connection, Id before, int limit) const {
    std::vector<Id> ids;
    const Result<void> read = connection.scan(
        "sms/page_ids", params(before, limit), [&ids](const storage::Cells &cells) { ids.push_back(cells.integer(0)); },
        m_with);
    return read ? Result<std::vector<Id>>(std::move(ids)) : Failure(read.error());
}

Result<std::optional<Id>> ListWalk::nth(storage::Connection &connection, Id before, int n) const {
    const Result<storage::Rows> rows = connection.query("sms/page_ids", params(before, 1, n - 1), m_with);
    if (!rows)
        return Failure(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional<Id>(rows->first().integer("id"));
}

} // namespace wemo::sms
