#include "services/sms/message_log.h"

#include "models/live/live_event.h"
#include "models/sms/segments.h"
#include "services/live/outbox.h"
#include "services/sms/fold.h"

namespace wemo::sms {

namespace {
QVariant orNull(const std::optional<Instant> &at) {
    return at ? QVariant(toMs(*at)) : QVariant();
}
} // namespace

MessageLog::MessageLog(const Clock &clock, IdSource &ids, const runtime::Secrets &secrets, Schedule schedule)
    : m_clock(clock)
    , m_ids(ids)
    , m_sealKey(secrets.sealKey)
    , m_lookupKey(secrets.lookupKey)
    , m_schedule(std::move(schedule)) {}

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
         {"deadline_at", toMs(m_schedule.deadlineAfter(message.sendAt.value_or(now), message.validityMinutes))}});
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
    News news = given;
    Applied applied;
    applied.verdict = judgeNews(record, news);
    const Result<bool> appended = append(connection, record.message.id, news, applied.verdict);
    if (!appended)
        return Failure(appended.error());
    if (!*appended) {
        applied.isDuplicate = true;
        return applied;
    }
    foldNews(record, news, applied.verdict, m_clock.now(), m_schedule);
    if (const auto stored = storeAndTell(connection, record); !stored)
        return Failure(stored.error());
    return applied;
}

Result<void> MessageLog::storeAndTell(storage::Connection &connection, const MessageRecord &record) {
    if (const auto stored = store(connection, record); !stored)
        return stored;
    return live::Outbox::addEvent(connection, live::smsMessageChanged, toJson(record.message));
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
    record.deadline = m_schedule.deadlineAfter(record.message.createdAt, record.validityMinutes);
    countChange(record, m_clock.now());
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

QByteArray MessageLog::sealText(const QString &text) const {
    return runtime::seal(text.toUtf8(), m_sealKey);
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
    const MessageRecord record = recordOf(rows->first());
    if (record.numberSealed.isEmpty())
        return failure(ErrorKind::Expired, "number-removed", "The number was removed: the message is too old.");
    return numberOf(record);
}

} // namespace wemo::sms
