#pragma once
#include "models/sms/message.h"
#include "models/sms/message_filter.h"

namespace wemo::gallery {

/// When every picture is taken: 22 November 2026, 14:30:12 in Taipei.
Instant pictureTime();

/// A log as a company's is on an afternoon: the same each time, newest first, every state near the top.
QList<wemo::sms::Message> cannedMessages(int count);
/// The events that lead to where the message is.
QList<wemo::sms::MessageEvent> cannedEvents(const wemo::sms::Message &message);
bool matches(const wemo::sms::Message &message, const wemo::sms::MessageFilter &filter);

} // namespace wemo::gallery
