#pragma once
#include "models/core/time.h"
#include "models/phone/phone_number.h"
#include "models/sms/delivery_state.h"

namespace wemo::sms {

struct Submission {
    phone::PhoneNumber number;
    QString text;      ///< whole, code and all: never logged
    QString reference; ///< ours, comes back in receipts where the gateway can
    int validityMinutes = 5;
    std::optional<Instant> sendAt = {}; ///< not before; nothing = now
    /// The same at every try of one message: a gateway with such a key sends it once. At most 36 characters.
    QString clientId = {};
};

/// What became of a submission, in neutral words.
struct SubmissionAnswer {
    /// Accepted, Scheduled, Failed, Rejected or SubmitUnknown.
    DeliveryState state = DeliveryState::SubmitUnknown;
    QString batchId;
    QString rawCode; ///< as the gateway said, or "http-403", "timeout", …
    QString reason;  ///< neutral, kebab-case
    QString note;
    qint64 costTenThousandths = 0;
    bool retriable = false; ///< nothing left this machine: the same submission may be tried again
    bool notTaken = false;  ///< the gateway has certainly nothing of it: a person may have it sent again later
    bool elsewhere = false; ///< certainly not taken, for a reason that another gateway may not have
};

struct Receipt {
    QString batchId;
    QString number; ///< E.164
    QString reference;
    QString rawCode;
    DeliveryState state = DeliveryState::Sent;
    QString reason;
    std::optional<Instant> gatewayAt;
    bool isReply = false;     ///< a person answered; not a receipt
    bool isRecognised = true; ///< false: the code is documented nowhere; it is kept and moves nothing
    QString gateway = {};     ///< whose it is, as Gateway::name(); raw codes mean nothing without it
    std::optional<qint64> realCostTenThousandths = {}; ///< what was charged in the end, where the gateway says so
};

/// A callback, read. No gateway signs them: it is a hint to be matched, not a fact.
struct Callback {
    Receipt receipt;
    /// What a rider answered. Other callbacks may echo the text that was sent, a code in it: never log or store it.
    QString text;
};

/// What became of a request to cancel what is scheduled.
struct CancelAnswer {
    int canceled = 0; ///< messages; 0 = there was nothing to cancel any more
    qint64 returnedTenThousandths = 0;
};

/// One SMS gateway. Blocking; called on worker threads.
class Gateway {
public:
    virtual ~Gateway() = default;
    virtual QString name() const = 0;
    virtual SubmissionAnswer submit(const Submission &submission) = 0;
    /// What the gateway knows of a batch; empty = not known yet, which is never "failed".
    virtual Result<QList<Receipt>> query(const QString &batchId) = 0;
    /// Takes back what is scheduled and has not begun. Conflict "not-supported" where the gateway cannot.
    virtual Result<CancelAnswer> cancel(const QString &batchId) = 0;
    /// Ten-thousandths of the gateway's credit unit.
    virtual Result<qint64> balance() = 0;
    /// For how long a clientId is known: within it the same submission may be made again whatever became of the first.
    /// Nothing = there is no such key, and an unknown outcome is never sent again.
    virtual std::optional<Milliseconds> idempotentFor() const { return std::nullopt; }
};

} // namespace wemo::sms
