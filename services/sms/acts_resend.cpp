#include "services/sms/acts_resend.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::sms {

namespace {
/// Behind everything a person is waiting for.
constexpr int bulkPriority = -50;

bool hasEnded(const Message &message) {
    return isFinal(message.state) || message.state == DeliveryState::Unknown;
}

int wholeMinutes(Milliseconds left) {
    return static_cast<int>(std::max<qint64>(1, (left.count() + 59'999) / 60'000));
}

struct Refusal {
    const char *code;
    const char *message;
};
constexpr std::array<Refusal, 7> refusals{{
    {"still-open", "It is still on its way: how it ends is not known yet."},
    {"resent-already", "It has been sent again already."},
    {"code-used", "The code in it has been used."},
    {"code-expired", "The code in it has expired."},
    {"code-not-kept", "The code in it is not kept. Ask for a new one."},
    {"text-gone", "Its text is no longer kept."},
    {"number-gone", "Its number is no longer kept."},
}};

Result<QHash<QString, Id>> messagesOf(storage::Connection &connection, const QStringList &keys) {
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact);
    const auto rows = connection.query("sms/keys_among", {{"keys", QString::fromUtf8(list)}});
    if (!rows)
        return Failure(rows.error());
    QHash<QString, Id> found;
    for (const storage::Row &row : *rows)
        found.insert(row.text("key"), row.integer("message_id"));
    return found;
}
} // namespace

/// A code's messages share the beginning of their keys, by which all of them are found when it is used.
QString Resender::Candidate::keyOfNext() const {
    const Id id = record.message.id;
    const bool isOfCode = record.message.purpose == Purpose::Otp && key.count(u':') == 2;
    return isOfCode ? key.left(key.lastIndexOf(u':') + 1) + u'r' + idToString(id) : "resend:" + idToString(id);
}

Result<Resender::Candidate> Resender::hold(storage::Connection &connection, Id id) const {
    Result<MessageRecord> record = m_parts.log.lock(connection, id);
    if (!record)
        return Failure(record.error());
    const auto key = m_parts.log.idempotencyKeyOf(connection, id);
    if (!key)
        return Failure(key.error());
    Candidate candidate{*std::move(record), *key, {}};
    const auto next = m_parts.log.findByIdempotencyKey(connection, candidate.keyOfNext());
    if (!next)
        return Failure(next.error());
    candidate.resentAs = *next;
    return candidate;
}

Result<QList<Resender::Candidate>> Resender::look(storage::Connection &connection, const QList<Id> &ids) const {
    QStringList list, keys;
    for (const Id id : ids)
        list.append(idToString(id));
    const auto rows = connection.query("sms/resend_candidates", {{"ids", list.join(u',')}});
    if (!rows)
        return Failure(rows.error());
    QList<Candidate> candidates;
    for (const storage::Row &row : *rows) {
        candidates.append({recordOf(row), row.text("key"), {}});
        keys.append(candidates.last().keyOfNext());
    }
    const auto next = messagesOf(connection, keys);
    if (!next)
        return Failure(next.error());
    for (qsizetype i = 0; i < keys.size(); ++i)
        if (const auto found = next->constFind(keys[i]); found != next->cend())
            candidates[i].resentAs = *found;
    return candidates;
}

Result<QString> Resender::refusalOf(const Candidate &candidate) const {
    const MessageRecord &record = candidate.record;
    if (!hasEnded(record.message))
        return QString("still-open");
    if (candidate.resentAs)
        return QString("resent-already");
    if (record.numberSealed.isEmpty())
        return QString("number-gone");
    if (record.message.purpose == Purpose::Otp)
        return refusalOfCode(candidate);
    return record.message.text.isEmpty() ? QString("text-gone") : QString();
}

Result<QString> Resender::refusalOfCode(const Candidate &candidate) const {
    const MessageRecord &record = candidate.record;
    if (record.message.verifiedAt)
        return QString("code-used");
    if (m_parts.log.clock().now() >= record.validUntil())
        return QString("code-expired");
    const Result<OpenCode> code = m_parts.askForCode ? m_parts.askForCode(candidate.key) : OpenCode();
    if (!code)
        return Failure(code.error());
    if (!code->isKnown)
        return record.bodySealed.isEmpty() ? QString("code-not-kept") : QString();
    if (code->refusal.isEmpty() && !m_parts.templates.find(record.message.templateName))
        return QString("code-not-kept");
    return code->refusal;
}

Error Resender::errorOf(const QString &refusal, const Candidate &candidate) {
    const auto found = std::find_if(refusals.begin(), refusals.end(),
                                    [&](const Refusal &one) { return refusal == QLatin1StringView(one.code); });
    Error error{
        ErrorKind::Conflict, refusal, found == refusals.end() ? QString() : QString::fromLatin1(found->message), {}};
    if (candidate.resentAs)
        error.extra = {{"message_id", idToString(*candidate.resentAs)}};
    return error;
}

Result<void> Resender::fillCode(const Candidate &candidate, NewMessage &message) const {
    const MessageRecord &record = candidate.record;
    const Result<OpenCode> code = m_parts.askForCode ? m_parts.askForCode(candidate.key) : OpenCode();
    if (!code)
        return Failure(code.error());
    message.validityMinutes = wholeMinutes(record.validUntil() - m_parts.log.clock().now());
    if (!code->isKnown) {
        const Result<QString> text = m_parts.log.textOf(record);
        if (!text)
            return Failure(text.error());
        message.text = *text;
        return {};
    }
    const Template *one = m_parts.templates.find(record.message.templateName);
    if (!code->refusal.isEmpty() || !one) // used or gone since it was asked for
        return failure(errorOf(code->refusal.isEmpty() ? QString("code-not-kept") : code->refusal, candidate));
    const auto text = render(*one, message.language, {{"code", code->code}, {"minutes", code->minutes}});
    if (!text)
        return Failure(text.error());
    message.text = text->whole;
    message.shownText = text->shown;
    message.validityMinutes = code->minutes;
    return {};
}

Result<void> Resender::fillText(const Candidate &candidate, NewMessage &message) const {
    message.text = message.shownText = candidate.record.message.text;
    return message.purpose == Purpose::Otp ? fillCode(candidate, message) : Result<void>();
}

Result<Requested> Resender::send(storage::Connection &connection, Candidate &candidate, const Act &act,
                                 const QString &bulk) const {
    const Message &old = candidate.record.message;
    const Result<phone::PhoneNumber> number = m_parts.log.numberOf(candidate.record);
    if (!number)
        return Failure(number.error());
    NewMessage message;
    message.number = *number;
    message.purpose = old.purpose;
    message.templateName = old.templateName;
    message.language = old.language;
    message.validityMinutes = candidate.record.validityMinutes;
    message.requestId = act.requestId;
    message.idempotencyKey = candidate.keyOfNext();
    message.priority = bulk.isEmpty() ? old.priority : std::min(old.priority, bulkPriority);
    message.resendOf = old.id;
    message.bulk = bulk;
    if (const auto filled = fillText(candidate, message); !filled)
        return Failure(filled.error());
    const auto requested = m_parts.sender.add(connection, message);
    if (!requested)
        return requested;
    News again;
    again.source = "staff";
    again.isNote = true;
    again.note = QString("%1 had it sent again: %2").arg(act.by, act.reason);
    const auto noted = m_parts.log.apply(connection, candidate.record, again);
    return noted ? requested : Failure(noted.error());
}

} // namespace wemo::sms
