#include "services/sms/message_batch.h"

#include "models/live/live_event.h"
#include "services/live/outbox.h"
#include "services/sms/fold.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::sms {

namespace {
QJsonValue orNull(const std::optional<Instant> &at) {
    return at ? QJsonValue(toMs(*at)) : QJsonValue();
}

QString text(const QJsonArray &rows) {
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

/// As sms/fold_messages.sql reads it.
QJsonArray jsonOf(const MessageRecord &record) {
    const Message &m = record.message;
    return {m.id,
            toMs(m.updatedAt),
            toString(m.state),
            m.reason,
            m.rawCode,
            m.batchId,
            m.costTenThousandths,
            m.realCost,
            record.inTheAir ? 1 : 0,
            orNull(m.acceptedAt),
            orNull(m.sentAt),
            orNull(m.finalAt),
            orNull(record.deadline),
            orNull(record.nextPoll),
            m.version,
            record.bodySealed.isEmpty() ? 1 : 0};
}
} // namespace

MessageBatch::MessageBatch(MessageLog &log, storage::Connection &connection)
    : m_log(log)
    , m_connection(connection) {}

Result<void> MessageBatch::lock(QList<Id> ids) {
    if (ids.isEmpty())
        return {};
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QStringList listed;
    for (const Id id : ids)
        listed.append(QString::number(id));
    const storage::Params params{{"ids", listed.join(',')}, {"first", ids.first()}, {"last", ids.last()}};
    const Result<storage::Rows> locked = m_connection.query("sms/lock_messages", params);
    if (!locked)
        return Failure(locked.error());
    for (const storage::Row &row : *locked)
        m_entries[row.integer("id")].record = recordOf(row);
    // After the lock: whoever else writes events of these messages is done or waits.
    const Result<storage::Rows> known = m_connection.query("sms/known_receipts", params);
    if (!known)
        return Failure(known.error());
    for (const storage::Row &row : *known)
        if (const auto entry = m_entries.find(row.integer("message_id")); entry != m_entries.end())
            entry->second.known.insert(row.bytes("dedupe"));
    return {};
}

std::optional<Applied> MessageBatch::apply(Id message, const News &given) {
    const auto found = m_entries.find(message);
    if (found == m_entries.end())
        return std::nullopt;
    Entry &entry = found->second;
    News news = given;
    const Verdict verdict = judgeNews(entry.record, news);
    if (!news.dedupe.isEmpty() && entry.known.contains(news.dedupe))
        return Applied{verdict, true};
    entry.known.insert(news.dedupe);
    foldNews(entry.record, news, verdict, m_log.clock().now(), m_log.schedule());
    entry.isChanged = true;
    m_events.push_back({message, std::move(news), verdict});
    return Applied{verdict, false};
}

Result<void> MessageBatch::write() {
    if (m_events.empty())
        return {};
    if (m_connection.dialect() == storage::Dialect::Sqlite) {
        if (const Result<void> done = writeOneByOne(); !done)
            return done;
    } else {
        if (const Result<void> done = writeEvents(); !done)
            return done;
        if (const Result<void> done = writeRecords(); !done)
            return done;
    }
    QList<QJsonObject> told;
    for (const auto &[id, entry] : m_entries)
        if (entry.isChanged)
            told.append(toJson(entry.record.message));
    return live::Outbox::addEvents(m_connection, live::smsMessageChanged, told);
}

/// A statement costs SQLite nothing to send.
Result<void> MessageBatch::writeOneByOne() {
    for (const Event &event : m_events)
        if (const auto done = m_log.append(m_connection, event.message, event.news, event.verdict); !done)
            return Failure(done.error());
    for (const auto &[id, entry] : m_entries)
        if (entry.isChanged)
            if (const Result<void> done = m_log.store(m_connection, entry.record); !done)
                return done;
    return {};
}

Result<void> MessageBatch::writeEvents() {
    QJsonArray rows;
    const qint64 now = toMs(m_log.clock().now());
    for (const auto &[message, news, verdict] : m_events) {
        const QJsonValue dedupe = news.dedupe.isEmpty() ? QJsonValue() : QString::fromLatin1(news.dedupe.toHex());
        rows.append(QJsonArray{m_log.ids().next(), message, now, orNull(news.gatewayAt), news.source,
                               toString(news.state), verdictName(news, verdict), news.rawCode, news.reason, news.note,
                               dedupe});
    }
    const auto done = m_connection.execute("sms/insert_events", {{"rows", text(rows)}});
    return done ? Result<void>() : Failure(done.error());
}

Result<void> MessageBatch::writeRecords() {
    QJsonArray rows;
    for (const auto &[id, entry] : m_entries)
        if (entry.isChanged)
            rows.append(jsonOf(entry.record));
    const auto done = m_connection.execute("sms/fold_messages", {{"rows", text(rows)}});
    return done ? Result<void>() : Failure(done.error());
}

} // namespace wemo::sms
