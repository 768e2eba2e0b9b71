#pragma once
#include "services/sms/message_log.h"

namespace wemo::sms {

/// Notes in the messages of a code that it was used: those asked for with the keys `keyStem` + 1, 2, … and what was
/// sent again of them. How many they are.
Result<int> noteCodeUsed(storage::Connection &connection, MessageLog &log, const QString &keyStem);

} // namespace wemo::sms
