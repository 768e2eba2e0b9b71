#pragma once
#include "services/sms/message_log.h"

namespace wemo::sms {

/// News about many messages in one transaction and in a handful of statements, however many there are. Judges and folds
/// as MessageLog does. Of one thread; lives within the transaction.
class MessageBatch {
public:
    MessageBatch(MessageLog &log, storage::Connection &connection);

    /// Reads and holds them, and what was heard of each before. Those that are not there are left out.
    Result<void> lock(QList<Id> ids);
    /// In memory. Nothing where this message is not among the locked ones.
    std::optional<Applied> apply(Id message, const News &news);
    /// Events, new states and live events, in that order.
    Result<void> write();

private:
    struct Entry {
        MessageRecord record;
        QSet<QByteArray> known; ///< dedupe keys
        bool isChanged = false;
    };
    struct Event {
        Id message = 0;
        News news;
        Verdict verdict = Verdict::Moved;
    };
    Result<void> writeOneByOne();
    Result<void> writeEvents();
    Result<void> writeRecords();

    MessageLog &m_log;
    storage::Connection &m_connection;
    std::map<Id, Entry> m_entries;
    std::vector<Event> m_events;
};

} // namespace wemo::sms
