#pragma once
#include "services/demo/fate.h"
#include "services/demo/invention.h"

namespace wemo::demo {

/// Writes what happened to the message up to its fate: events, state, times, batch. None of it after `now`.
void live(Invented &invented, const Fate &fate, const Chance &chance, int index, Instant now);

} // namespace wemo::demo
