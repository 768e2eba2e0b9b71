#pragma once
#include "models/core/id.h"
#include "models/phone/phone_number.h"

namespace wemo::demo {

constexpr int people = 24'000;
constexpr int mrsLin = 0; ///< 林太太, 0912-345-678

/// Invented numbers that look Taiwanese, each one once.
phone::PhoneNumber numberOf(int person);

/// An id as IdSource makes them, of this instant and this place in it, which is at least 1 for instants before 2020.
Id idAt(Instant at, quint32 place);

} // namespace wemo::demo
