#include "services/sms/message_log.h"

#include "models/live/live_event.h"
#include "models/sms/segments.h"
#include "services/live/outbox.h"
#include "services/sms/schedule.h"

namespace wemo::sms {

namespace {
QVariant orNull(const std::optional<Instant> &at) {
    return at ? QVariant(toMs(*at)) : QVariant();
}

QString verdictName(const News &news, Verdict verdict) {
    if (news.isNote)
        return QStringLiteral("noted");
    switch (verdict) {
    case Verdict::Moved:
        return QStringLiteral("moved");
    case Verdict::Repeated:
        return QStringLiteral("repeated");
    case Verdict::Late:
        return QStringLiteral("late");
    case Verdict::Conflict:
        return QStringLiteral("conflict");
    }
    return {};
}

/// Whether the gateway has had its say: from then on the code is not needed and is not kept.
bool isAnswered(DeliveryState state) {
    return state != DeliveryState::Created && state != DeliveryState::Submitting;
}

void stamp(Message &message, const News &news, Instant now) {
    if (news.state == DeliveryState::Accepted && !message.acceptedAt)
        message.acceptedAt = now;
    if (news.state == DeliveryState::Sent && !message.sentAt && !news.isNote)
        message.sentAt = news.gatewayAt.value_or(now);
}

void move(MessageRecord &record, const News &news, Instant now) {
    Message &message = record.message;
    message.state = news.state;
    message.reason = news.reason;
    message.rawCode = news.rawCode;
    if (isFinal(news.state))
        message.finalAt = news.gatewayAt.value_or(now);
    if (isFinal(news.state) || news.state == DeliveryState::Unknown) {
        record.deadline.reset();
        record.nextPoll.reset();
    }
    if (isAnswered(news.state)) {
        record.inTheAir = false;
        if (!news.keepsBody)
            record.bodySealed.clear();
        else if (isFinal(news.state)) // the sweep forgets the text then
            record.deadline = record.validUntil();
    }
}
} // namespace

MessageLog::MessageLog(const Clock &clock, IdSource &ids, const runtime::Secrets &secrets)
    : m_clock(clock)
    , m_ids(ids)
    , m_sealKey(secrets.sealKey)
    , m_lookupKey(secrets.lookupKey) {}

Result<MessageRecord> MessageLog::insert(storage::Connection &connection, const NewMessage &message) {
    const Id id = m_ids.next();
    if (const Result<void> taken = takeKey(connection, message.idempotencyKey, id); !taken)
        return Failure(taken.error());
    const Instant now = m_clock.now();
    const Result<qint64> inserted = connection.execute(
        "sms/insert_message",
        {{"id", id},
         {"at", toMs(now)},
         {"number_hash", numberHash(message.number.e164())},
         {"number_sealed", runtime::seal(message.number.e164().toLatin1(), m_sealKey)},
         {"number_masked", message.number.masked()},
         {"prefix", message.number.national().left(4)},
         {"purpose", toString(message.purpose)},
         {"template", message.templateName},
         {"language", message.language},
         {"text", message.shownText},
         {"body_sealed", runtime::seal(message.text.toUtf8(), m_sealKey)},
         {"segments", countSegments(message.text).segments},
         {"request_id", message.requestId},
         {"priority", message.priority},
         {"resend_of", message.resendOf ? QVariant(*message.resendOf) : QVariant()},
         {"bulk", message.bulk},
         {"validity_minutes", message.validityMinutes},
         {"scheduled_at", orNull(message.sendAt)},
         {"deadline_at", toMs(deadlineAfter(message.sendAt.value_or(now), message.validityMinutes))}});
    if (!inserted)
        return Failure(inserted.error());
    Result<MessageRecord> record = lock(connection, id);
    if (!record)
        return record;
    News asked;
    asked.source = "request";
    asked.note = "A message was asked for.";
    if (const auto appended = append(connection, id, asked, Verdict::Moved); !appended)
        return Failure(appended.error());
    if (const auto told = live::Outbox::addEvent(connection, live::smsMessageChanged, toJson(record->message)); !told)
        return Failure(told.error());
    return record;
}

Result<void> MessageLog::takeKey(storage::Connection &connection, const QString &key, Id id) {
    if (key.isEmpty())
        return {};
    const Result<qint64> taken = connection.execute("sms/insert_key", {{"key", key}, {"id", id}});
    if (!taken)
        return Failure(taken.error());
    return *taken > 0 ? Result<void>() : failure(ErrorKind::Conflict, "duplicate", "This was asked for before.");
}

Result<std::optional<Id>> MessageLog::findByIdempotencyKey(storage::Connection &connection, const QString &key) {
    const Result<storage::Rows> rows = connection.query("sms/find_by_key", {{"key", key}});
    if (!rows)
        return Failure(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional<Id>(rows->first().integer("message_id"));
}

Result<QString> MessageLog::idempotencyKeyOf(storage::Connection &connection, Id id) {
    const Result<storage::Rows> rows = connection.query("sms/key_of", {{"id", id}});
    if (!rows)
        return Failure(rows.error());
    return rows->isEmpty() ? QString() : rows->first().text("key");
}

Result<MessageRecord> MessageLog::lock(storage::Connection &connection, Id id) {
    const Result<storage::Rows> rows = connection.query("sms/lock_message", {{"id", id}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound, "message-not-found", "There is no such message.");
    return recordOf(rows->first());
}

Result<std::optional<Id>> MessageLog::match(storage::Connection &connection, const QString &batchId,
                                            const QString &reference, const QByteArray &numberHash) {
    const storage::Params batch{{"batch_id", batchId},
                                {"number_hash", numberHash},
                                {"since", firstIdAt(m_clock.now() - std::chrono::hours(24 * 7))}};
    Result<storage::Rows> rows = connection.query("sms/match_batch", batch, {"since"});
    if (rows && rows->isEmpty())
        rows = connection.query("sms/match_batch", batch);
    if (!rows)
        return Failure(rows.error());
    if (const std::optional<Id> id = idFromString(reference); rows->isEmpty() && id) {
        rows = connection.query("sms/match_reference", {{"reference", *id}, {"number_hash", numberHash}});
        if (!rows)
            return Failure(rows.error());
    }
    return rows->isEmpty() ? std::nullopt : std::optional<Id>(rows->first().integer("id"));
}

Result<bool> MessageLog::append(storage::Connection &connection, Id message, const News &news, Verdict verdict) {
    const Result<qint64> appended =
        connection.execute("sms/insert_event", {{"id", m_ids.next()},
                                                {"message_id", message},
                                                {"at", toMs(m_clock.now())},
                                                {"gateway_at", orNull(news.gatewayAt)},
                                                {"source", news.source},
                                                {"state", toString(news.state)},
                                                {"verdict", verdictName(news, verdict)},
                                                {"raw_code", news.rawCode},
                                                {"reason", news.reason},
                                                {"note", news.note},
                                                {"dedupe", news.dedupe.isEmpty() ? QVariant() : news.dedupe}});
    if (!appended)
        return Failure(appended.error());
    return *appended > 0;
}

Result<Applied> MessageLog::apply(storage::Connection &connection, MessageRecord &record, const News &given) {
    Message &message = record.message;
    News news = given;
    if (news.isNote)
        news.state = message.state;
    Applied applied;
    applied.verdict = news.isNote ? Verdict::Repeated : judge(message.state, news.state);
    const Result<bool> appended = append(connection, message.id, news, applied.verdict);
    if (!appended)
        return Failure(appended.error());
    if (!*appended) {
        applied.isDuplicate = true;
        return applied;
    }
    const Instant now = m_clock.now();
    stamp(message, news, now);
    if (applied.verdict == Verdict::Moved)
        move(record, news, now);
    if (message.batchId.isEmpty())
        message.batchId = news.batchId;
    if (news.cost != 0)
        message.costTenThousandths = news.cost;
    if (news.realCost != 0)
        message.realCost = news.realCost;
    if (const auto stored = storeAndTell(connection, record); !stored)
        return Failure(stored.error());
    return applied;
}

Result<void> MessageLog::storeAndTell(storage::Connection &connection, MessageRecord &record) {
    Message &message = record.message;
    message.updatedAt = std::max(message.updatedAt, m_clock.now());
    ++message.version;
    if (const auto stored = store(connection, record); !stored)
        return stored;
    return live::Outbox::addEvent(connection, live::smsMessageChanged, toJson(message));
}

Result<void> MessageLog::reopen(storage::Connection &connection, MessageRecord &record, const News &given) {
    News news = given;
    news.state = DeliveryState::Created;
    const Result<bool> appended = append(connection, record.message.id, news, Verdict::Moved);
    if (!appended)
        return Failure(appended.error());
    record.message.state = DeliveryState::Created;
    record.message.reason = news.reason;
    record.message.rawCode.clear();
    record.message.finalAt.reset();
    record.deadline = deadlineAfter(record.message.createdAt, record.validityMinutes);
    return storeAndTell(connection, record);
}

Result<void> MessageLog::store(storage::Connection &connection, const MessageRecord &record) {
    const Message &m = record.message;
    const Result<qint64> updated = connection.execute("sms/update_message", {{"id", m.id},
                                                                             {"updated_at", toMs(m.updatedAt)},
                                                                             {"state", toString(m.state)},
                                                                             {"reason", m.reason},
                                                                             {"raw_code", m.rawCode},
                                                                             {"gateway", m.gateway},
                                                                             {"batch_id", m.batchId},
                                                                             {"cost", m.costTenThousandths},
                                                                             {"real_cost", m.realCost},
                                                                             {"body_sealed", record.bodySealed},
                                                                             {"attempts", record.attempts},
                                                                             {"polls", record.polls},
                                                                             {"in_the_air", record.inTheAir ? 1 : 0},
                                                                             {"scheduled_at", orNull(m.scheduledAt)},
                                                                             {"accepted_at", orNull(m.acceptedAt)},
                                                                             {"sent_at", orNull(m.sentAt)},
                                                                             {"final_at", orNull(m.finalAt)},
                                                                             {"verified_at", orNull(m.verifiedAt)},
                                                                             {"deadline_at", orNull(record.deadline)},
                                                                             {"next_poll_at", orNull(record.nextPoll)},
                                                                             {"version", m.version}});
    if (!updated)
        return Failure(updated.error());
    return {};
}

QByteArray MessageLog::numberHash(const QString &e164) const {
    return runtime::hmac(e164.toLatin1(), m_lookupKey);
}

Result<phone::PhoneNumber> MessageLog::numberOf(const MessageRecord &record) const {
    const Result<QByteArray> e164 = runtime::unseal(record.numberSealed, m_sealKey);
    if (!e164)
        return Failure(e164.error());
    return phone::PhoneNumber::fromE164(QString::fromLatin1(*e164));
}

Result<QString> MessageLog::textOf(const MessageRecord &record) const {
    const Result<QByteArray> text = runtime::unseal(record.bodySealed, m_sealKey);
    if (!text)
        return Failure(text.error());
    return QString::fromUtf8(*text);
}

Result<phone::PhoneNumber> MessageLog::reveal(storage::Connection &connection, Id id) {
    const Result<storage::Rows> rows = connection.query("sms/read_message", {{"id", id}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound, "message-not-found", "There is no such message.");
    return numberOf(recordOf(rows->first()));
}

} // namespace wemo::sms
