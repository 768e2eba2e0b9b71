#include "services/sms/message_list.h"

#include "services/sms/list_outline.h"
#include "services/sms/list_plan.h"

namespace wemo::sms {

namespace {
bool isNewer(const Message &a, const Message &b) {
    return a.id > b.id;
}

/// How many of the next `limit` rows each walk has. So no value is so rare or so common that a page costs more than
/// its rows.
Result<QList<int>> shares(storage::Connection &connection, const QList<ListWalk> &walks, Id before, int limit) {
    std::vector<std::pair<Id, qsizetype>> ids;
    for (qsizetype i = 0; i < walks.size(); ++i) {
        const Result<std::vector<Id>> found = walks[i].ids(connection, before, limit);
        if (!found)
            return Failure(found.error());
        for (const Id id : *found)
            ids.emplace_back(id, i);
    }
    std::sort(ids.begin(), ids.end(), std::greater());
    QList<int> counts(walks.size(), 0);
    for (std::size_t n = 0; n < std::min(ids.size(), static_cast<std::size_t>(limit)); ++n)
        ++counts[ids[n].second];
    return counts;
}

Result<QList<Message>> rows(storage::Connection &connection, const QList<ListWalk> &walks, Id before, int limit) {
    if (walks.size() == 1)
        return walks.first().rows(connection, before, limit);
    const Result<QList<int>> counts = shares(connection, walks, before, limit);
    if (!counts)
        return Failure(counts.error());
    QList<Message> messages;
    for (qsizetype i = 0; i < walks.size(); ++i) {
        if (counts->at(i) == 0)
            continue;
        const auto found = walks[i].rows(connection, before, counts->at(i));
        if (!found)
            return found;
        messages += *found;
    }
    std::sort(messages.begin(), messages.end(), isNewer);
    return messages;
}
} // namespace

MessageList::MessageList(storage::Database &database, const runtime::Secrets &secrets)
    : m_database(database)
    , m_lookupKey(secrets.lookupKey) {}

Result<MessagePage> MessageList::page(const MessageFilter &filter, int limit, const QString &cursor) {
    const Result<MessageScope> scope = scopeOf(filter, m_lookupKey);
    if (!scope)
        return Failure(scope.error());
    const Result<Id> place = placeFromCursor(cursor, filter);
    if (!place)
        return Failure(place.error());
    // The end of the time range is a place too, so that the index starts there instead of passing everything newer.
    const Id start = std::min(scope->to, *place);
    const auto messages = m_database.read([&](storage::Connection &connection) -> Result<QList<Message>> {
        const Result<QList<ListWalk>> walks = walksOf(connection, *scope, start);
        return walks ? rows(connection, *walks, start, limit + 1) : Failure(walks.error());
    });
    if (!messages)
        return Failure(messages.error());
    MessagePage page;
    page.items = messages->mid(0, limit);
    if (messages->size() > limit)
        page.nextCursor = toCursor(page.items.last().id, filter);
    return page;
}

Result<MessageOutline> MessageList::outline(const MessageFilter &filter, int every, int maxRows) {
    const Result<MessageScope> scope = scopeOf(filter, m_lookupKey);
    if (!scope)
        return Failure(scope.error());
    const auto read = [&](storage::Connection &connection) { return outlineOf(connection, *scope, every, maxRows); };
    const Result<ListOutline> found = m_database.read(read);
    if (!found)
        return Failure(found.error());
    MessageOutline outline{found->total, found->isExact, found->estimate, every, {}};
    if (outline.total > 0)
        outline.anchors.append(toCursor(newestPlace, filter));
    for (const Id anchor : found->anchors)
        outline.anchors.append(toCursor(anchor, filter));
    return outline;
}

Result<MessageDetail> MessageList::detail(Id id) {
    return m_database.read([&](storage::Connection &connection) -> Result<MessageDetail> {
        const Result<storage::Rows> message = connection.query("sms/read_message", {{"id", id}});
        if (!message)
            return Failure(message.error());
        if (message->isEmpty())
            return failure(ErrorKind::NotFound, "message-not-found", "There is no such message.");
        const Result<storage::Rows> events = connection.query("sms/events", {{"id", id}});
        if (!events)
            return Failure(events.error());
        MessageDetail detail{messageOf(message->first()), {}};
        for (const storage::Row &row : *events)
            detail.events.append(eventOf(row));
        return detail;
    });
}

} // namespace wemo::sms
