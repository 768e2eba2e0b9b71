#pragma once
#include "services/blocking/guard.h"
#include "services/otp/otp_store.h"
#include "services/sms/acts_resend.h"

namespace wemo::otp {

/// Who asks.
struct Client {
    QString device;
    QString requester; ///< network address
    QString requestId;
    QString language = QStringLiteral("zh-TW"); ///< of the SMS
};

struct ChallengeRequest {
    QString phone; ///< as the rider wrote it
    QString flow;
    Client client;
    QString idempotencyKey; ///< empty = none
};

/// Codes for riders: made, sent as an SMS, checked, each only if the guard lets it pass: counted before a code is sent
/// ("code-requested") and before one is compared ("code-wrong", taken back where it was right). It never looks at who a
/// number belongs to, so known and unknown numbers get the same answer in the same time. Thread-safe.
class ChallengeService {
public:
    using SendMessage = std::function<Result<sms::Requested>(const sms::NewMessage &)>;
    /// A right code was given: the stem of its messages' keys, "otp:<challenge>:". Must not fail the caller.
    using Proved = std::function<void(const QString &keyStem)>;
    ChallengeService(OtpStore &store, blocking::Guard &guard, const Clock &clock, const sms::TemplateBook &templates,
                     SendMessage send, Proved proved = {});

    /// The same idempotency key gives the same challenge, and its message if a crash lost it.
    Result<auth::Challenge> create(const ChallengeRequest &request);
    Result<auth::Challenge> resend(const QString &id, const Client &client);
    Result<Proven> verify(const QString &id, const QString &code, const Client &client);
    /// By the idempotency key of a message it sent: whether its code would still be taken.
    Result<bool> isCodeWanted(const QString &messageKey);
    /// Likewise: its code, to be sent again by a member of staff; it counts against no limit of the rider's.
    Result<sms::OpenCode> openCode(const QString &messageKey);

private:
    Result<blocking::Taken> pass(const char *event, const phone::PhoneNumber &number, const Client &client,
                                 bool isOwner);
    /// `taken`: what is given back where it cannot be sent; null where it was counted before.
    Result<auth::Challenge> send(const Stored &stored, const Client &client, const blocking::Taken *taken);
    void giveBack(const Stored &stored, const blocking::Taken *taken);
    auth::Challenge told(const Stored &stored) const;

    OtpStore &m_store;
    blocking::Guard &m_guard;
    const Clock &m_clock;
    const sms::TemplateBook &m_templates;
    SendMessage m_send;
    Proved m_proved;
};

} // namespace wemo::otp
