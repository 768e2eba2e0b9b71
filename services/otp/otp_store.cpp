#include "services/otp/otp_store.h"

#include "services/otp/otp_answers.h"

namespace wemo::otp {

namespace {
// How long a challenge that is over can still be told apart from one that never was.
constexpr qint64 keptAfterMs = 60 * 60 * 1000;

std::string number(qint64 value) {
    return std::to_string(value);
}

QString newCode(int digits) {
    QString code;
    for (int i = 0; i < digits; ++i)
        code += QChar(u'0' + runtime::randomBelow(10));
    return code;
}

/// Digits as an input method may write them; nothing where it cannot be a code of ours.
std::optional<QString> readCode(const QString &text, int digits) {
    QString code;
    for (const QChar c : text.trimmed()) {
        if (c.digitValue() < 0)
            return std::nullopt;
        code += QChar(u'0' + c.digitValue());
    }
    return code.size() == digits ? std::optional(code) : std::nullopt;
}
} // namespace

struct OtpStore::Bound {
    std::string subject, device;
    QString flow;
};

OtpStore::OtpStore(redis::Pool &pool, const Clock &clock, const runtime::Secrets &secrets, auth::OtpRules rules)
    : m_pool(pool)
    , m_clock(clock)
    , m_pepper(secrets.otpPepper)
    , m_sealKey(secrets.sealKey)
    , m_keys(secrets.lookupKey)
    , m_rules(rules) {}

QByteArray OtpStore::macOf(const QString &id, const std::string &subject, const QString &flow,
                           const QString &code) const {
    const QByteArray bound = id.toUtf8() + '\0' + QByteArray::fromStdString(subject) + '\0' + flow.toUtf8();
    return runtime::hmac(bound + '\0' + code.toUtf8(), m_pepper).toHex();
}

redis::Args OtpStore::limits() const {
    return {number(m_rules.sendsPerNumberHour),    number(m_rules.sendsPerNumberDay),
            number(m_rules.sendsPerRequesterHour), number(m_rules.sendsPerRequesterDay),
            number(m_rules.sendsPerChallenge),     number(m_rules.checksPerChallenge)};
}

Result<Stored> OtpStore::create(const Asking &asking) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const QString id = QString::fromLatin1(runtime::randomToken(18));
    const QString code = newCode(m_rules.digits);
    const std::string subject = m_keys.subject(asking.number), device = m_keys.device(asking.device);
    const QString asked = asking.number.e164() + '\n' + asking.device + '\n' + asking.flow;
    const std::vector<std::string> keys{
        OtpKeys::challengePrefix(),
        asking.idempotencyKey.isEmpty() ? "" : m_keys.idempotency(asking.device, asking.idempotencyKey),
        OtpKeys::sendsOfNumber(subject),
        OtpKeys::sendsOfDevice(subject, device),
        m_keys.sendsOfRequester(subject, asking.requester),
        OtpKeys::known(subject, device)};
    redis::Args args{number(toMs(m_clock.now())),
                     number(m_rules.lifetime.count()),
                     number(keptAfterMs),
                     id.toStdString(),
                     m_keys.fingerprint(asked),
                     asking.flow.toStdString(),
                     device,
                     subject,
                     runtime::seal(asking.number.e164().toUtf8(), m_sealKey).toStdString(),
                     runtime::seal(code.toUtf8(), m_sealKey).toStdString(),
                     macOf(id, subject, asking.flow, code).toStdString()};
    for (const std::string &limit : limits())
        args.push_back(limit);
    auto reply = m_scripts.create.run(*connection, keys, args);
    if (!reply)
        return Failure(reply.error());
    const QByteArray status = statusOf(*reply);
    if (status != "new" && status != "again" && status != "over")
        return refusal(status, *reply);
    return decode(status, *reply);
}

Result<OtpStore::Bound> OtpStore::bind(redis::Connection &connection, const QString &id, const QString &device) const {
    const auto reply = connection.command({"HMGET", OtpKeys::challenge(id), "subject", "flow"});
    if (!reply)
        return Failure(reply.error());
    if (reply->items.size() != 2 || reply->items[0].isNil())
        return refusal("unknown", {});
    return Bound{reply->items[0].text, m_keys.device(device), QString::fromStdString(reply->items[1].text)};
}

Result<Stored> OtpStore::resend(const QString &id, const QString &device, const QString &requester) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto bound = bind(*connection, id, device);
    if (!bound)
        return Failure(bound.error());
    redis::Args args{number(toMs(m_clock.now())), id.toStdString(), bound->device, number(m_rules.resendGap.count())};
    for (const std::string &limit : limits())
        args.push_back(limit);
    auto reply = m_scripts.resend.run(*connection,
                                      {OtpKeys::challenge(id), OtpKeys::sendsOfNumber(bound->subject),
                                       OtpKeys::sendsOfDevice(bound->subject, bound->device),
                                       m_keys.sendsOfRequester(bound->subject, requester),
                                       OtpKeys::known(bound->subject, bound->device)},
                                      args);
    if (!reply)
        return Failure(reply.error());
    const QByteArray status = statusOf(*reply);
    if (status != "again")
        return refusal(status, *reply);
    return decode(status, *reply);
}

void OtpStore::forgetSend(const Stored &stored, const QString &device, const QString &requester) {
    auto connection = m_pool.lease();
    if (!connection)
        return; // then it stays counted until its window has passed
    const std::string subject = m_keys.subject(stored.number);
    (void)m_scripts.unsend.run(*connection,
                               {OtpKeys::challenge(stored.id), OtpKeys::sendsOfNumber(subject),
                                OtpKeys::sendsOfDevice(subject, m_keys.device(device)),
                                m_keys.sendsOfRequester(subject, requester)},
                               {stored.id.toStdString(), number(stored.sends)});
}

Result<bool> OtpStore::isOpen(const QString &id) {
    const auto fields = m_pool.command({"HMGET", OtpKeys::challenge(id), "expires", "checks", "used"});
    if (!fields)
        return Failure(fields.error());
    if (fields->items.size() != 3 || fields->items[0].isNil())
        return false;
    const auto whole = [&](std::size_t i) { return QByteArray::fromStdString(fields->items[i].text).toLongLong(); };
    return toMs(m_clock.now()) < whole(0) && whole(1) < m_rules.checksPerChallenge && fields->items[2].isNil();
}

Result<Stored> OtpStore::look(const QString &id) {
    auto reply = m_pool.command({"HGETALL", OtpKeys::challenge(id)});
    if (!reply)
        return Failure(reply.error());
    if (reply->items.empty())
        return refusal("unknown", {});
    reply->items.insert(reply->items.begin(), redis::Reply{}); // where a script's answer has its first word
    const QHash<QByteArray, QByteArray> fields = fieldsOf(*reply);
    if (fields.contains("used"))
        return refusal("used", {});
    if (toMs(m_clock.now()) >= fields["expires"].toLongLong())
        return refusal("expired", {});
    if (fields["checks"].toInt() >= m_rules.checksPerChallenge)
        return refusal("locked", {});
    auto stored = decode("again", *reply);
    if (stored)
        stored->id = id;
    return stored;
}

Result<Proven> OtpStore::check(const QString &id, const QString &code, const QString &device) {
    const std::optional<QString> digits = readCode(code, m_rules.digits);
    if (!digits) {
        const QString message = QString("A code has %1 digits.").arg(m_rules.digits);
        return failure({ErrorKind::InvalidInput, "malformed-code", message, {}, {{"code", "malformed-code", message}}});
    }
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto bound = bind(*connection, id, device);
    if (!bound)
        return Failure(bound.error());
    const auto reply = m_scripts.check.run(
        *connection, {OtpKeys::challenge(id), OtpKeys::known(bound->subject, bound->device)},
        {number(toMs(m_clock.now())), bound->device, macOf(id, bound->subject, bound->flow, *digits).toStdString(),
         number(m_rules.checksPerChallenge), number(m_rules.deviceKnownFor.count())});
    if (!reply)
        return Failure(reply.error());
    if (statusOf(*reply) != "right" || reply->items.size() != 3)
        return refusal(statusOf(*reply), *reply);
    const auto e164 = runtime::unseal(QByteArray::fromStdString(reply->items[2].text), m_sealKey);
    if (!e164)
        return Failure(e164.error());
    const auto phone = phone::PhoneNumber::fromE164(QString::fromUtf8(*e164));
    if (!phone)
        return Failure(phone.error());
    return Proven{id, QString::fromStdString(reply->items[1].text), *phone};
}

Result<Stored> OtpStore::decode(const QByteArray &status, const redis::Reply &reply) const {
    const QHash<QByteArray, QByteArray> fields = fieldsOf(reply);
    Stored stored;
    stored.id = QString::fromLatin1(fields["id"]);
    stored.flow = QString::fromUtf8(fields["flow"]);
    stored.expiresAt = fromMs(fields["expires"].toLongLong());
    stored.lastSendAt = fromMs(fields["last_send"].toLongLong());
    stored.sends = fields["sends"].toInt();
    stored.sendsLeft = qMax(0, fields["left"].toInt());
    stored.checksLeft = qMax(0, m_rules.checksPerChallenge - fields["checks"].toInt());
    stored.isNew = status == "new";
    stored.isOpen = status != "over";
    const auto e164 = runtime::unseal(fields["number"], m_sealKey);
    if (!e164)
        return Failure(e164.error());
    const auto phone = phone::PhoneNumber::fromE164(QString::fromUtf8(*e164));
    if (!phone)
        return Failure(phone.error());
    stored.number = *phone;
    if (!stored.isOpen)
        return stored;
    const auto code = runtime::unseal(fields["code"], m_sealKey);
    if (!code)
        return Failure(code.error());
    stored.code = QString::fromUtf8(*code);
    return stored;
}

} // namespace wemo::otp
