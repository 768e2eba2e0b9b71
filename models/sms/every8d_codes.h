#pragma once
#include "models/sms/delivery_state.h"

namespace wemo::sms::every8d {

/// What a STATUS of a receipt or of the delivery query means.
struct StatusMeaning {
    DeliveryState state = DeliveryState::Sent;
    QString reason;       ///< neutral, kebab-case; empty while all is well
    bool isReply = false; ///< 999: a person answered; says nothing of the delivery
};

/// Nothing for a code the vendor does not document: it is kept as it came and moves no state.
std::optional<StatusMeaning> statusMeaning(QStringView rawStatus);

/// Who has to do something about a refused submission.
enum class RefusalClass {
    Configuration,  ///< our login is wrong: staff must act
    BadInput,       ///< this message can never be sent
    Permanent,      ///< refused, and would be again
    Unverified,     ///< documented by no one we trust: permanent, and staff should look
    UnknownOutcome, ///< it may have been sent
};

struct Refusal {
    RefusalClass kind = RefusalClass::Unverified;
    DeliveryState state = DeliveryState::Failed;
    QString reason;
};

/// What a negative answer code of the send endpoints means; every negative number gives a meaning.
Refusal refusalMeaning(QStringView rawCode);

} // namespace wemo::sms::every8d
