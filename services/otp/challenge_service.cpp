#include "services/otp/challenge_service.h"

#include "services/otp/code_text.h"
#include "services/phone/parse.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

namespace wemo::otp {

namespace {
int wholeMinutes(Milliseconds left) {
    return static_cast<int>(qMax<qint64>(1, (left.count() + 59'999) / 60'000));
}

/// Before the number of the send, in the idempotency keys of a challenge's messages.
QString keyStemOf(const QString &challenge) {
    return QString("otp:%1:").arg(challenge);
}

/// Empty for a key that is of no challenge.
QString challengeOf(const QString &messageKey) {
    const QStringList parts = messageKey.split(u':');
    return parts.size() == 3 && parts[0] == u"otp" ? parts[1] : QString();
}

Failure atPhone(Error error) {
    error.fields = {{"phone", error.code, error.message}};
    return failure(std::move(error));
}
} // namespace

ChallengeService::ChallengeService(OtpStore &store, const Clock &clock, const sms::TemplateBook &templates,
                                   SendMessage send, Proved proved)
    : m_store(store)
    , m_clock(clock)
    , m_templates(templates)
    , m_send(std::move(send))
    , m_proved(std::move(proved)) {}

Result<auth::Challenge> ChallengeService::create(const ChallengeRequest &request) {
    const auto number = phone::parse(request.phone);
    if (!number)
        return atPhone(number.error());
    WEMO_FAILPOINT("challenge.before-store");
    const auto stored =
        m_store.create({*number, request.flow, request.device, request.requester, request.idempotencyKey});
    if (!stored)
        return Failure(stored.error());
    WEMO_FAILPOINT("challenge.after-store");
    // Also where the challenge is not new: a crash may have come between it and its message, and the message's own
    // idempotency key sees to it that there is one only.
    return stored->isOpen ? send(*stored, request.device, request.requester, request.requestId, request.language)
                          : told(*stored);
}

Result<auth::Challenge> ChallengeService::resend(const QString &id, const QString &device, const QString &requester,
                                                 const QString &requestId, const QString &language) {
    const auto stored = m_store.resend(id, device, requester);
    if (!stored)
        return Failure(stored.error());
    WEMO_FAILPOINT("challenge.after-store");
    return send(*stored, device, requester, requestId, language);
}

Result<Proven> ChallengeService::verify(const QString &id, const QString &code, const QString &device) {
    auto proven = m_store.check(id, code, device);
    if (proven && m_proved)
        m_proved(keyStemOf(id));
    return proven;
}

Result<bool> ChallengeService::isCodeWanted(const QString &messageKey) {
    const QString challenge = challengeOf(messageKey);
    return challenge.isEmpty() ? Result<bool>(true) : m_store.isOpen(challenge);
}

Result<sms::OpenCode> ChallengeService::openCode(const QString &messageKey) {
    const QString challenge = challengeOf(messageKey);
    if (challenge.isEmpty())
        return sms::OpenCode{};
    const auto stored = m_store.look(challenge);
    if (stored)
        return sms::OpenCode{true, {}, stored->code, wholeMinutes(stored->expiresAt - m_clock.now())};
    if (stored.error().kind != ErrorKind::Expired && stored.error().kind != ErrorKind::NotFound)
        return Failure(stored.error());
    return sms::OpenCode{true, stored.error().code == u"challenge-used" ? "code-used" : "code-expired", {}, 0};
}

Result<auth::Challenge> ChallengeService::send(const Stored &stored, const QString &device, const QString &requester,
                                               const QString &requestId, const QString &language) {
    const int minutes = wholeMinutes(stored.expiresAt - m_clock.now());
    const auto text = codeText(m_templates, stored.flow, language, stored.code, minutes);
    if (!text) {
        m_store.forgetSend(stored, device, requester);
        return Failure(text.error());
    }
    sms::NewMessage message;
    message.number = stored.number;
    message.purpose = sms::Purpose::Otp;
    message.templateName = codeTemplateOf(stored.flow);
    message.text = text->whole;
    message.shownText = text->shown;
    message.language = language;
    message.validityMinutes = minutes;
    message.requestId = requestId;
    message.idempotencyKey = keyStemOf(stored.id) + QString::number(stored.sends);
    const auto requested = m_send(message);
    if (!requested) {
        m_store.forgetSend(stored, device, requester);
        return Failure(requested.error());
    }
    runtime::log::info("code-sent", {{"message", requested->id}, {"send", stored.sends}});
    return told(stored);
}

auth::Challenge ChallengeService::told(const Stored &stored) const {
    return {stored.id,
            stored.flow,
            "sms",
            stored.number.masked(),
            stored.expiresAt,
            qMin(stored.expiresAt, stored.lastSendAt + m_store.rules().resendGap),
            stored.checksLeft,
            stored.sendsLeft};
}

} // namespace wemo::otp
