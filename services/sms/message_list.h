#pragma once
#include "models/sms/message_filter.h"
#include "services/runtime/seal.h"
#include "services/sms/list_cursor.h"
#include "services/sms/list_walk.h"

namespace wemo::sms {

struct MessagePage {
    QList<Message> items;
    QString nextCursor; ///< empty = that was all
};

struct MessageOutline {
    qint64 total = 0;    ///< counted, up to MessageList::maxCounted
    bool isExact = true; ///< false: there are more than `total`
    qint64 estimate = 0; ///< about how many there are; `total` where that is exact
    int every = 0;       ///< rows between two anchors
    QStringList anchors; ///< page(filter, every, anchors[k]) gives the rows from k*every on, of the first `total`
};

/// The read side. Newest first, by id; cursors are bound to their filter. Thread-safe.
class MessageList {
public:
    /// So far an outline counts; what lies beyond is reached page by page, or by a narrower filter.
    static constexpr int maxCounted = 400'000;

    MessageList(storage::Database &database, const runtime::Secrets &secrets);

    Result<MessagePage> page(const MessageFilter &filter, int limit, const QString &cursor);
    /// `maxRows`: counts no further.
    Result<MessageOutline> outline(const MessageFilter &filter, int every, int maxRows = maxCounted);
    Result<MessageDetail> detail(Id id);

private:
    storage::Database &m_database;
    QByteArray m_lookupKey;
};

} // namespace wemo::sms
