#pragma once
#include "services/otp/otp_store.h"
#include "services/sms/acts_resend.h"

namespace wemo::otp {

struct ChallengeRequest {
    QString phone; ///< as the rider wrote it
    QString flow;
    QString device;
    QString requester;      ///< network address of the client
    QString idempotencyKey; ///< empty = none
    QString requestId;
    QString language = QStringLiteral("zh-TW"); ///< of the SMS
};

/// Codes for riders: made, sent as an SMS, checked. It never looks at who a number belongs to, so known and unknown
/// numbers get the same answer in the same time. Thread-safe.
class ChallengeService {
public:
    using SendMessage = std::function<Result<sms::Requested>(const sms::NewMessage &)>;
    /// A right code was given: the stem of its messages' keys, "otp:<challenge>:". Must not fail the caller.
    using Proved = std::function<void(const QString &keyStem)>;
    ChallengeService(OtpStore &store, const Clock &clock, const sms::TemplateBook &templates, SendMessage send,
                     Proved proved = {});

    /// The same idempotency key gives the same challenge, and its message if a crash lost it.
    Result<auth::Challenge> create(const ChallengeRequest &request);
    Result<auth::Challenge> resend(const QString &id, const QString &device, const QString &requester,
                                   const QString &requestId, const QString &language = QStringLiteral("zh-TW"));
    Result<Proven> verify(const QString &id, const QString &code, const QString &device);
    /// By the idempotency key of a message it sent: whether its code would still be taken.
    Result<bool> isCodeWanted(const QString &messageKey);
    /// Likewise: its code, to be sent again by a member of staff; it counts against no limit of the rider's.
    Result<sms::OpenCode> openCode(const QString &messageKey);

private:
    Result<auth::Challenge> send(const Stored &stored, const QString &device, const QString &requester,
                                 const QString &requestId, const QString &language);
    auth::Challenge told(const Stored &stored) const;

    OtpStore &m_store;
    const Clock &m_clock;
    const sms::TemplateBook &m_templates;
    SendMessage m_send;
    Proved m_proved;
};

} // namespace wemo::otp
