#pragma once
#include "models/sms/delivery_state.h"
#include "models/sms/message.h"
#include "ui/widgets/tokens.h"

namespace wemo::pages::sms {

/// The word on the pill, translated.
QString stateWord(wemo::sms::DeliveryState state);
ui::Tone stateTone(wemo::sms::DeliveryState state);
/// One sentence: what it means for the person who waits for the message.
QString stateMeaning(wemo::sms::DeliveryState state);
QString purposeWord(wemo::sms::Purpose purpose);
/// A gateway as people call it; one nobody knows here by its name.
QString gatewayName(const QString &name);
/// Who told us, in an event: "request" → "The app asked".
QString sourceWord(const QString &source);
/// Why an event moved nothing; empty for one that did.
QString verdictWord(const QString &verdict);

} // namespace wemo::pages::sms
