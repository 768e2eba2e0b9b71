#pragma once
#include "models/queue/change.h"
#include "models/queue/summary.h"
#include "ui/widgets/tokens.h"

namespace wemo::pages::queue {

/// What people call a queue; a queue nobody knows here is called by its name.
QString queueTitle(const QString &name);
QString stateWord(wemo::queue::JobState state);
ui::Tone stateTone(wemo::queue::JobState state);
/// "12 waiting · 3 active · 2 failed": what is to be done and what went wrong; "Nothing to do" when there is neither.
QString workLine(const wemo::queue::StateCounts &counts);

/// What stands where a list of jobs in this state would be.
QString emptyTitle(wemo::queue::JobState state);
QString emptySentence(wemo::queue::JobState state);

/// An event of a job's timeline; an unknown one is shown as it is.
QString eventWord(const QString &event);
ui::Tone eventTone(const QString &event);

/// Why a job was left as it is, for the code of a refusal.
QString refusalText(const QString &code);
/// "2 were left: it is running now; …", empty when none was.
QString refusalSummary(const wemo::queue::ChangeOutcome &outcome);

/// "3 of 10 free · next in 120 ms".
QString limitText(const wemo::queue::LimitSummary &limit);
QString rateText(double perSecond);

} // namespace wemo::pages::queue
