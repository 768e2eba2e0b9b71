#pragma once
#include "models/sms/delivery_state.h"
#include "services/runtime/seal.h"
#include "services/sms/message_record.h"
#include "services/sms/new_message.h"
#include "services/sms/schedule.h"

namespace wemo::sms {

/// One piece of news about a message, from whoever has it.
struct News {
    QString source; ///< worker, answer, callback, poll, sweep, staff, replay
    DeliveryState state = DeliveryState::Created;
    QString rawCode = {};
    QString reason = {};
    QString note = {};
    std::optional<Instant> gatewayAt = {};
    QString batchId = {};   ///< taken on where the message has none
    qint64 cost = 0;        ///< ten-thousandths; 0 = not said
    qint64 realCost = 0;    ///< ten-thousandths, what was charged in the end; 0 = not said
    bool isNote = false;    ///< says nothing of the state (a reply, an unknown code): logged, moves nothing
    bool keepsBody = false; ///< an end without having left: the sealed text stays while it may still be sent
    QByteArray dedupe = {}; ///< the same key twice on one message is logged once; empty = never the same
};

struct Applied {
    Verdict verdict = Verdict::Moved;
    bool isDuplicate = false; ///< seen before by its dedupe key: nothing was written
};

/// The write side of the record: every change is an event appended, judged and folded, and a live event beside it, in
/// the caller's transaction. Thread-safe.
class MessageLog {
public:
    MessageLog(const Clock &clock, IdSource &ids, const runtime::Secrets &secrets, Schedule schedule = {});

    /// The record, state created. A used idempotency key is Conflict "duplicate".
    Result<MessageRecord> insert(storage::Connection &connection, const NewMessage &message);
    Result<std::optional<Id>> findByIdempotencyKey(storage::Connection &connection, const QString &key);
    /// The key the message was asked for with; empty = none, or one too old to be kept.
    Result<QString> idempotencyKeyOf(storage::Connection &connection, Id id);

    /// Reads the record and holds it until the end of the transaction, so that two pieces of news wait for each other.
    Result<MessageRecord> lock(storage::Connection &connection, Id id);
    /// Appends, judges, folds; `record` is the new state afterwards. Changes made to `inTheAir`, `attempts`, `polls`,
    /// `nextPoll`, `deadline`, `bodySealed`, `message.scheduledAt` and `message.verifiedAt` by the caller are stored
    /// along.
    Result<Applied> apply(storage::Connection &connection, MessageRecord &record, const News &news);
    /// A message that ended without having left, and whose text is still kept, is `created` again: an event with the
    /// news' source, reason and note. The caller has made sure of both.
    Result<void> reopen(storage::Connection &connection, MessageRecord &record, const News &news);
    /// Stores the caller's changes without an event.
    Result<void> store(storage::Connection &connection, const MessageRecord &record);

    /// The event alone, for who folds by himself. False: this dedupe key was there already.
    Result<bool> append(storage::Connection &connection, Id message, const News &news, Verdict verdict);

    QByteArray numberHash(const QString &e164) const;
    Result<phone::PhoneNumber> numberOf(const MessageRecord &record) const;
    QByteArray sealText(const QString &text) const;
    Result<QString> textOf(const MessageRecord &record) const;
    /// The whole number, for a reveal or a submission; Expired "number-removed" where the message is too old.
    Result<phone::PhoneNumber> reveal(storage::Connection &connection, Id id);

    const Clock &clock() const { return m_clock; }
    const Schedule &schedule() const { return m_schedule; }
    IdSource &ids() { return m_ids; }

private:
    Result<void> takeKey(storage::Connection &connection, const QString &key, Id id);
    Result<void> storeAndTell(storage::Connection &connection, const MessageRecord &record);

    const Clock &m_clock;
    IdSource &m_ids;
    QByteArray m_sealKey;
    QByteArray m_lookupKey;
    Schedule m_schedule;
};

} // namespace wemo::sms
