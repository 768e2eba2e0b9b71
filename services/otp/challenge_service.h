#pragma once
#include "services/otp/otp_store.h"
#include "services/sms/message_sender.h"

namespace wemo::otp {

struct ChallengeRequest {
    QString phone; ///< as the rider wrote it
    QString flow;
    QString device;
    QString requester;      ///< network address of the client
    QString idempotencyKey; ///< empty = none
    QString requestId;
};

/// Codes for riders: made, sent as an SMS, checked. It never looks at who a number belongs to, so known and unknown
/// numbers get the same answer in the same time. Thread-safe.
class ChallengeService {
public:
    using SendMessage = std::function<Result<sms::Requested>(const sms::NewMessage &)>;
    ChallengeService(OtpStore &store, const Clock &clock, SendMessage send);

    /// The same idempotency key gives the same challenge, and its message if a crash lost it.
    Result<auth::Challenge> create(const ChallengeRequest &request);
    Result<auth::Challenge> resend(const QString &id, const QString &device, const QString &requester,
                                   const QString &requestId);
    Result<Proven> verify(const QString &id, const QString &code, const QString &device);
    /// By the idempotency key of a message it sent: whether its code would still be taken.
    Result<bool> isCodeWanted(const QString &messageKey);

private:
    Result<auth::Challenge> send(const Stored &stored, const QString &device, const QString &requester,
                                 const QString &requestId);
    auth::Challenge told(const Stored &stored) const;

    OtpStore &m_store;
    const Clock &m_clock;
    SendMessage m_send;
};

} // namespace wemo::otp
