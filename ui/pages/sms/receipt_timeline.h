#pragma once
#include "models/sms/message.h"
#include "ui/widgets/timeline.h"

namespace wemo::pages::sms {

/// What happened to a message, step by step: each receipt with its time, who told us, the neutral state, the gateway's
/// raw code and the reason in words.
QList<ui::TimelineStep> receiptSteps(const QList<wemo::sms::MessageEvent> &events);

} // namespace wemo::pages::sms
