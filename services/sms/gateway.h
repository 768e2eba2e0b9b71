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
};

/// One SMS gateway. Blocking; called on worker threads.
class Gateway {
public:
    virtual ~Gateway() = default;
    virtual QString name() const = 0;
    virtual SubmissionAnswer submit(const Submission &submission) = 0;
    /// What the gateway knows of a batch; empty = not known yet, which is never "failed".
    virtual Result<QList<Receipt>> query(const QString &batchId) = 0;
};

} // namespace wemo::sms
