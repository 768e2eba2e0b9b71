#include "services/otp/challenge_service.h"

#include "services/otp/code_text.h"
#include "services/phone/parse.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

#include <limits>

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

/// What is told: the number's own limits, not the budgets that others share.
int leftOf(const blocking::Decision &decision, const QList<blocking::Subject> &subjects) {
    int left = std::numeric_limits<int>::max();
    for (const blocking::Verdict &verdict : decision.verdicts) {
        const QString kind = subjects[verdict.subject].kind;
        if (verdict.mode == blocking::Mode::Enforce && (kind == u"number" || kind == u"pair" || kind == u"owner"))
            left = std::min(left, verdict.left);
    }
    return left;
}

Failure atPhone(Error error) {
    error.fields = {{"phone", error.code, error.message}};
    return failure(std::move(error));
}
} // namespace

ChallengeService::ChallengeService(OtpStore &store, blocking::Guard &guard, const Clock &clock,
                                   const sms::TemplateBook &templates, SendMessage send, Proved proved)
    : m_store(store)
    , m_guard(guard)
    , m_clock(clock)
    , m_templates(templates)
    , m_send(std::move(send))
    , m_proved(std::move(proved)) {}

Result<blocking::Taken> ChallengeService::pass(const char *event, const phone::PhoneNumber &number,
                                               const Client &client, bool isOwner) {
    return m_guard.pass(
        {event, blocking::riderSubjects(number.e164(), client.device, client.requester, isOwner), client.requestId});
}

Result<auth::Challenge> ChallengeService::create(const ChallengeRequest &request) {
    const auto number = phone::parse(request.phone);
    if (!number)
        return atPhone(number.error());
    const Client &client = request.client;
    const Asking asking{*number, request.flow, client.device, request.idempotencyKey};
    const auto found = m_store.find(asking);
    if (!found)
        return Failure(found.error());
    // Also where the challenge is not new: a crash may have come between it and its message, and the message's own
    // idempotency key sees to it that there is one only.
    if (const auto &before = found->stored; before && (before->isCounted || !before->isOpen))
        return before->isOpen ? send(*before, client, nullptr) : told(*before);
    const auto taken = pass("code-requested", *number, client, found->isOwner);
    if (!taken)
        return Failure(taken.error());
    WEMO_FAILPOINT("challenge.before-store");
    const QList<blocking::Subject> subjects =
        blocking::riderSubjects(number->e164(), client.device, client.requester, found->isOwner);
    const auto stored = m_store.create(asking, leftOf(taken->decision, subjects));
    const bool isCountedTwice = stored && !stored->isNew && stored->isCounted; // the same request was faster
    if (!stored || isCountedTwice)
        m_guard.takeBack(*taken);
    if (!stored)
        return Failure(stored.error());
    WEMO_FAILPOINT("challenge.after-store");
    return stored->isOpen ? send(*stored, client, isCountedTwice ? nullptr : &*taken) : told(*stored);
}

Result<auth::Challenge> ChallengeService::resend(const QString &id, const Client &client) {
    const auto found = m_store.openForResend(id, client.device);
    if (!found)
        return Failure(found.error());
    const phone::PhoneNumber &number = found->stored->number;
    const auto taken = pass("code-requested", number, client, found->isOwner);
    if (!taken)
        return Failure(taken.error());
    const QList<blocking::Subject> subjects =
        blocking::riderSubjects(number.e164(), client.device, client.requester, found->isOwner);
    const auto stored = m_store.resend(id, client.device, leftOf(taken->decision, subjects));
    if (!stored) {
        m_guard.takeBack(*taken);
        return Failure(stored.error());
    }
    WEMO_FAILPOINT("challenge.after-store");
    return send(*stored, client, &*taken);
}

Result<Proven> ChallengeService::verify(const QString &id, const QString &code, const Client &client) {
    if (const Result<void> fits = m_store.checkForm(code); !fits)
        return Failure(fits.error());
    const auto found = m_store.open(id, client.device);
    if (!found)
        return Failure(found.error());
    const auto taken = pass("code-wrong", found->stored->number, client, found->isOwner);
    if (!taken)
        return Failure(taken.error());
    Result<Proven> proven = m_store.check(id, code, client.device);
    if (proven || proven.error().code != u"wrong-code")
        m_guard.takeBack(*taken);
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

void ChallengeService::giveBack(const Stored &stored, const blocking::Taken *taken) {
    if (!taken)
        return;
    m_store.forgetSend(stored);
    m_guard.takeBack(*taken);
}

Result<auth::Challenge> ChallengeService::send(const Stored &stored, const Client &client,
                                               const blocking::Taken *taken) {
    const int minutes = wholeMinutes(stored.expiresAt - m_clock.now());
    const auto text = codeText(m_templates, stored.flow, client.language, stored.code, minutes);
    if (!text) {
        giveBack(stored, taken);
        return Failure(text.error());
    }
    sms::NewMessage message;
    message.number = stored.number;
    message.purpose = sms::Purpose::Otp;
    message.templateName = codeTemplateOf(stored.flow);
    message.text = text->whole;
    message.shownText = text->shown;
    message.language = client.language;
    message.validityMinutes = minutes;
    message.requestId = client.requestId;
    message.idempotencyKey = keyStemOf(stored.id) + QString::number(stored.sends);
    const auto requested = m_send(message);
    if (!requested) {
        giveBack(stored, taken);
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
