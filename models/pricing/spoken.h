#pragma once
#include "models/pricing/explain.h"
#include "models/pricing/priced_ride.h"

namespace wemo::pricing {

/// "Time", "時間費": what a kind of line is called where its config is not at hand.
QString nameOf(LineKind kind, Language language);
QString totalName(Language language); ///< of what is due
/// The words of each line, taken from the explanation that came with the quote; without one, the name of its kind.
std::vector<LineText> stepsOf(const PricedRide &priced, Language language);
/// One sentence that can be read aloud: how long, how far, what is due and what it is made of.
QString spoken(const PricedRide &priced, Language language);
/// The same ride at two instants: what is due at each, and how much more or less that is.
QString spokenChange(const PricedRide &first, const PricedRide &second, Language language);
/// What a rider is sent or read: the sentence, then the whole explanation. Lines end in \n.
QString reading(const PricedRide &priced, Language language);

} // namespace wemo::pricing
