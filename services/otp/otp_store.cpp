#include "services/otp/otp_store.h"

#include "services/otp/otp_answers.h"

#include <limits>

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

std::string OtpStore::idempotencyKeyOf(const Asking &asking) const {
    return asking.idempotencyKey.isEmpty() ? std::string() : m_keys.idempotency(asking.device, asking.idempotencyKey);
}

std::string OtpStore::fingerprintOf(const Asking &asking) const {
    return m_keys.fingerprint(asking.number.e164() + '\n' + asking.device + '\n' + asking.flow);
}

Result<Found> OtpStore::find(const Asking &asking) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto reply =
        m_scripts.find.run(*connection,
                           {OtpKeys::challengePrefix(), idempotencyKeyOf(asking),
                            OtpKeys::known(m_keys.subject(asking.number), m_keys.device(asking.device))},
                           {number(toMs(m_clock.now())), fingerprintOf(asking), number(m_rules.checksPerChallenge)});
    if (!reply)
        return Failure(reply.error());
    const QByteArray status = statusOf(*reply);
    Found found{std::nullopt, fieldsOf(*reply).value("known") == "1"};
    if (status == "none")
        return found;
    if (status != "again" && status != "over")
        return refusal(status, *reply);
    Result<Stored> stored = decode(status, *reply);
    if (!stored)
        return Failure(stored.error());
    found.stored = *std::move(stored);
    return found;
}

Result<Stored> OtpStore::create(const Asking &asking, int left) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const QString id = QString::fromLatin1(runtime::randomToken(18));
    const QString code = newCode(m_rules.digits);
    const std::string subject = m_keys.subject(asking.number);
    redis::Args args{number(toMs(m_clock.now())),
                     number(m_rules.lifetime.count()),
                     number(keptAfterMs),
                     id.toStdString(),
                     fingerprintOf(asking),
                     asking.flow.toStdString(),
                     m_keys.device(asking.device),
                     subject,
                     runtime::seal(asking.number.e164().toUtf8(), m_sealKey).toStdString(),
                     runtime::seal(code.toUtf8(), m_sealKey).toStdString(),
                     macOf(id, subject, asking.flow, code).toStdString(),
                     number(left),
                     number(m_rules.sendsPerChallenge),
                     number(m_rules.checksPerChallenge)};
    const auto reply = m_scripts.create.run(*connection, {OtpKeys::challengePrefix(), idempotencyKeyOf(asking)}, args);
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

Result<redis::Reply> OtpStore::runResend(const char *how, const QString &id, const QString &device, Milliseconds gap,
                                         int sends, int left) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    return m_scripts.resend.run(*connection, {OtpKeys::challenge(id)},
                                {how, number(toMs(m_clock.now())), id.toStdString(), m_keys.device(device),
                                 number(gap.count()), number(sends), number(m_rules.checksPerChallenge), number(left)});
}

Result<Found> OtpStore::openWith(const QString &id, const QString &device, Milliseconds gap, int sends) {
    const auto reply = runResend("look", id, device, gap, sends, 0);
    if (!reply)
        return Failure(reply.error());
    if (statusOf(*reply) != "again")
        return refusal(statusOf(*reply), *reply);
    Result<Stored> stored = decode("again", *reply);
    if (!stored)
        return Failure(stored.error());
    return Found{*std::move(stored), fieldsOf(*reply).value("known") == "1"};
}

Result<Found> OtpStore::open(const QString &id, const QString &device) {
    return openWith(id, device, Milliseconds(0), std::numeric_limits<int>::max());
}

Result<Found> OtpStore::openForResend(const QString &id, const QString &device) {
    return openWith(id, device, m_rules.resendGap, m_rules.sendsPerChallenge);
}

Result<Stored> OtpStore::resend(const QString &id, const QString &device, int left) {
    const auto reply = runResend("send", id, device, m_rules.resendGap, m_rules.sendsPerChallenge, left);
    if (!reply)
        return Failure(reply.error());
    if (statusOf(*reply) != "again")
        return refusal(statusOf(*reply), *reply);
    return decode("again", *reply);
}

void OtpStore::forgetSend(const Stored &stored) {
    auto connection = m_pool.lease();
    if (!connection)
        return; // then it stays as it is
    (void)m_scripts.unsend.run(*connection, {OtpKeys::challenge(stored.id)}, {number(stored.sends)});
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

Result<void> OtpStore::checkForm(const QString &code) const {
    if (readCode(code, m_rules.digits))
        return {};
    const QString message = QString("A code has %1 digits.").arg(m_rules.digits);
    return failure({ErrorKind::InvalidInput, "malformed-code", message, {}, {{"code", "malformed-code", message}}});
}

Result<Proven> OtpStore::check(const QString &id, const QString &code, const QString &device) {
    if (const Result<void> fits = checkForm(code); !fits)
        return Failure(fits.error());
    const std::optional<QString> digits = readCode(code, m_rules.digits);
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
    stored.isCounted = fields["uncounted"].isEmpty();
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
