#include "services/sms/message_list.h"

#include "services/phone/parse.h"

namespace wemo::sms {

struct MessageList::Where {
    QByteArray numberHash; ///< empty = any number
    QStringList states;    ///< empty = any state
    std::optional<Id> from;
    Id to = newestPlace;

    void addTo(storage::Params &params, QSet<QString> &with) const {
        if (!numberHash.isEmpty()) {
            params.append({"number_hash", numberHash});
            with.insert("number");
        }
        if (from) {
            params.append({"from", *from});
            with.insert("from");
        }
    }
};

namespace {
bool isNewer(const Message &a, const Message &b) {
    return a.id > b.id;
}
} // namespace

MessageList::MessageList(storage::Database &database, const runtime::Secrets &secrets)
    : m_database(database)
    , m_lookupKey(secrets.lookupKey) {}

Result<MessageList::Where> MessageList::where(const MessageFilter &filter) const {
    Where where;
    if (!filter.number.isEmpty()) {
        const Result<phone::PhoneNumber> number = phone::parse(filter.number);
        if (!number) {
            Error error = number.error();
            error.fields = {{"number", error.code, error.message}};
            return failure(std::move(error));
        }
        where.numberHash = runtime::hmac(number->e164().toLatin1(), m_lookupKey);
    }
    for (const DeliveryState state : filter.states)
        if (!where.states.contains(toString(state)))
            where.states.append(toString(state));
    if (filter.from)
        where.from = firstIdAt(*filter.from);
    if (filter.to)
        where.to = firstIdAt(*filter.to);
    return where;
}

Result<QList<Message>> MessageList::rowsAfter(storage::Connection &connection, const Where &where, const QString &state,
                                              Id start, int limit) {
    storage::Params params{{"before", start}, {"limit", limit}};
    QSet<QString> with;
    where.addTo(params, with);
    if (!state.isEmpty()) {
        params.append({"state", state});
        // A number has few messages: there the state is only looked at, so that no planner prefers the state's index.
        with.insert(where.numberHash.isEmpty() ? "state" : "state_of_number");
    }
    const Result<storage::Rows> rows = connection.query("sms/page", params, with);
    if (!rows)
        return Failure(rows.error());
    QList<Message> messages;
    for (const storage::Row &row : *rows)
        messages.append(messageOf(row));
    return messages;
}

/// How many of the next `limit` rows each state has: one walk of its index each, merged. So no state is so rare or so
/// common that a page costs more than its rows.
Result<QList<int>> MessageList::shares(storage::Connection &connection, const Where &where, Id start, int limit) {
    QList<std::pair<Id, qsizetype>> keys;
    for (qsizetype i = 0; i < where.states.size(); ++i) {
        storage::Params params{{"before", start}, {"limit", limit}, {"state", where.states[i]}};
        QSet<QString> with;
        where.addTo(params, with);
        const Result<storage::Rows> rows = connection.query("sms/page_keys", params, with);
        if (!rows)
            return Failure(rows.error());
        for (const storage::Row &row : *rows)
            keys.append({row.integer("id"), i});
    }
    std::sort(keys.begin(), keys.end(), std::greater());
    QList<int> counts(where.states.size(), 0);
    for (const auto &key : keys.mid(0, limit))
        ++counts[key.second];
    return counts;
}

Result<QList<Message>> MessageList::rows(storage::Connection &connection, const Where &where, Id start, int limit) {
    if (where.states.size() < 2)
        return rowsAfter(connection, where, where.states.value(0), start, limit);
    QList<int> counts(where.states.size(), limit);
    if (where.numberHash.isEmpty()) { // a number has few rows anyway
        const Result<QList<int>> shared = shares(connection, where, start, limit);
        if (!shared)
            return Failure(shared.error());
        counts = *shared;
    }
    QList<Message> messages;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const auto found = rowsAfter(connection, where, where.states[i], start, counts[i]);
        if (!found)
            return found;
        messages += *found;
    }
    return messages;
}

Result<MessagePage> MessageList::page(const MessageFilter &filter, int limit, const QString &cursor) {
    const Result<Where> where = this->where(filter);
    if (!where)
        return Failure(where.error());
    const Result<Id> place = placeFromCursor(cursor, filter);
    if (!place)
        return Failure(place.error());
    // The end of the time range is a place too, so that the index starts there instead of passing everything newer.
    const Id start = std::min(where->to, *place);
    const auto read = [&](storage::Connection &connection) { return rows(connection, *where, start, limit + 1); };
    Result<QList<Message>> messages = m_database.read(read);
    if (!messages)
        return Failure(messages.error());
    std::sort(messages->begin(), messages->end(), isNewer);
    MessagePage page;
    page.items = messages->mid(0, limit);
    if (messages->size() > limit)
        page.nextCursor = toCursor(page.items.last().id, filter);
    return page;
}

Result<MessageOutline> MessageList::outline(const MessageFilter &filter, int every) {
    const Result<Where> where = this->where(filter);
    if (!where)
        return Failure(where.error());
    storage::Params params{{"to", where->to}, {"every", every}, {"skip", every - 1}};
    QSet<QString> with;
    where->addTo(params, with);
    if (where->states.size() == 1)
        params.append({"state", where->states.first()});
    if (where->states.size() > 1)
        params.append({"states", u',' + where->states.join(u',') + u','});
    if (!where->states.isEmpty())
        with.insert(where->states.size() == 1 ? "state" : "states");
    const char *query = where->states.size() > 1 ? "sms/outline" : "sms/outline_skip";
    return m_database.read([&](storage::Connection &connection) -> Result<MessageOutline> {
        const Result<storage::Rows> total = connection.query("sms/count", params, with);
        if (!total)
            return Failure(total.error());
        const Result<storage::Rows> rows = connection.query(query, params, with);
        if (!rows)
            return Failure(rows.error());
        MessageOutline outline{total->first().integer("total"), every, {}};
        if (outline.total > 0)
            outline.anchors.append(toCursor(newestPlace, filter));
        for (const storage::Row &row : *rows)
            if (row.integer("n") < outline.total)
                outline.anchors.append(toCursor(row.integer("id"), filter));
        return outline;
    });
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
