#pragma once
#include "models/sms/error_table.h"
#include "models/sms/message.h"

namespace wemo::pages::sms {

/// What the one who asked for a message is told of it: a word of callerWords(), empty while nothing is wrong.
QString callerCode(const wemo::sms::Message &message);
/// The same in words; empty for none.
QString callerWords(const QString &code);
QString actorWord(wemo::sms::Actor actor);
QString stageWord(wemo::sms::ErrorStage stage);
/// A code as people look for it; our own faults have none.
QString codeText(const wemo::sms::ErrorRow &row);
/// Everything a row could be looked for by, in both languages whichever is spoken now, in small letters.
QString searchTextOf(const wemo::sms::ErrorRow &row);

} // namespace wemo::pages::sms
