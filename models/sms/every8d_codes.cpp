#include "models/sms/every8d_codes.h"

namespace wemo::sms::every8d {

std::optional<StatusMeaning> statusMeaning(QStringView rawStatus) {
    return receiptMeaning(u"every8d", rawStatus);
}

Refusal refusalMeaning(QStringView rawCode) {
    const ErrorRow *row = findError(u"every8d", rawCode, ErrorStage::Submission);
    return row ? Refusal{row->state, row->reason} : Refusal{DeliveryState::Failed, QStringLiteral("gateway-refused")};
}

} // namespace wemo::sms::every8d
