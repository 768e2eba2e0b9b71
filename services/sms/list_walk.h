#pragma once
#include "services/sms/message_record.h"
#include "services/sms/message_scope.h"

namespace wemo::sms {

/// One way down one index of the messages, newest first: the rows of one value of the leading column, or all of them
/// by id. Every other condition is only looked at, row by row, so that the planner has no choice to get wrong: what it
/// believes of a value that came in one bad afternoon would make it pass millions of newer rows.
class ListWalk {
public:
    /// The walks that together give the scope's rows, led by one of its dimensions; -1 = by id alone.
    static QList<ListWalk> all(const MessageScope &scope, int lead);

    Result<QList<Message>> rows(storage::Connection &connection, Id before, int limit) const;
    /// Of the next `limit` rows, without reading them where the index is enough.
    Result<std::vector<Id>> ids(storage::Connection &connection, Id before, int limit) const;
    /// The n-th of the next rows, counted from 1; nothing where there are fewer.
    Result<std::optional<Id>> nth(storage::Connection &connection, Id before, int n) const;

    const QSet<QString> &with() const { return m_with; }
    storage::Params params(Id before, int limit, int skip = 0) const;

private:
    QSet<QString> m_with;
    storage::Params m_params;
};

} // namespace wemo::sms
