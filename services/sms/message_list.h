#pragma once
#include "models/sms/message_filter.h"
#include "services/runtime/seal.h"
#include "services/sms/list_cursor.h"
#include "services/sms/message_record.h"

namespace wemo::sms {

struct MessagePage {
    QList<Message> items;
    QString nextCursor; ///< empty = that was all
};

struct MessageOutline {
    qint64 total = 0;
    int every = 0;
    QStringList anchors; ///< page(filter, every, anchors[k]) gives the rows from k*every on
};

/// The read side. Newest first, by id; cursors are bound to their filter. Thread-safe.
class MessageList {
public:
    MessageList(storage::Database &database, const runtime::Secrets &secrets);

    Result<MessagePage> page(const MessageFilter &filter, int limit, const QString &cursor);
    Result<MessageOutline> outline(const MessageFilter &filter, int every);
    Result<MessageDetail> detail(Id id);

private:
    struct Where; // a filter in the store's terms
    Result<Where> where(const MessageFilter &filter) const;
    static Result<QList<Message>> rows(storage::Connection &connection, const Where &where, Id start, int limit);
    static Result<QList<Message>> rowsAfter(storage::Connection &connection, const Where &where, const QString &state,
                                            Id start, int limit);
    static Result<QList<int>> shares(storage::Connection &connection, const Where &where, Id start, int limit);

    storage::Database &m_database;
    QByteArray m_lookupKey;
};

} // namespace wemo::sms
