#pragma once
#include "models/pricing/book.h"

namespace wemo::pages::timeline {

/// "2026/11/25 00:00", the clock of Taipei.
QString minuteText(Instant at);
/// "3 d 4 h", for gaps.
QString lengthText(Milliseconds length);
/// One sentence, short enough to stand beside a bar; `others` are the intervals it may name.
QString problemText(const wemo::pricing::TimelineProblem &problem, const QList<wemo::pricing::Interval> &others);
/// What was done, as the history says it: "pricing.interval.submit" is "Submitted for approval".
QString actionWord(const QString &action);

} // namespace wemo::pages::timeline
