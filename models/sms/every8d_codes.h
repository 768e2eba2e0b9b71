#pragma once
#include "models/sms/error_table.h"

namespace wemo::sms::every8d {

/// EVERY8D's part of the error table: a STATUS of a receipt or of the delivery query.
std::optional<StatusMeaning> statusMeaning(QStringView rawStatus);

struct Refusal {
    DeliveryState state = DeliveryState::Failed;
    QString reason;
};
/// A negative answer code of the send endpoints; every negative number gives a meaning.
Refusal refusalMeaning(QStringView rawCode);

} // namespace wemo::sms::every8d
