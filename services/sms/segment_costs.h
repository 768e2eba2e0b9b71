#pragma once
#include "services/sms/gateways.h"
#include "services/sms/send_request.h"

#include <QMap>

namespace wemo::sms {

/// What a segment costs by gateway, ten-thousandths of a TWD.
using SegmentCosts = QMap<QString, qint64>;

/// "every8d=1.0, mitake=0.85". InvalidInput "bad-configuration".
Result<SegmentCosts> segmentCostsFromText(const QString &text);
/// Of the dearest gateway there is: which one a message will go to is decided when it leaves, and a preview must not
/// promise too little. `gateways` outlives it.
SegmentPrice segmentPrice(const SegmentCosts &costs, const Gateways &gateways);

} // namespace wemo::sms
