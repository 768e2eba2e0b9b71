#pragma once
#include "services/sms/message_record.h"

namespace wemo::sms {

struct News;
struct Schedule;

/// The state machine without a store: what one piece of news does to a record. Its only inputs are these and the time.

/// A note says nothing of the state: it gets the one there is, and Repeated.
Verdict judgeNews(const MessageRecord &record, News &news);
/// The record afterwards, its version counted up. `verdict` is what judgeNews() gave.
void foldNews(MessageRecord &record, const News &news, Verdict verdict, Instant now, const Schedule &schedule);
void countChange(MessageRecord &record, Instant now);
/// As an event says it: moved, repeated, late, conflict, noted.
QString verdictName(const News &news, Verdict verdict);

} // namespace wemo::sms
