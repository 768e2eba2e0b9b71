#pragma once
#include "models/core/error.h"

#include <QString>

namespace wemo::pages::simulator {

/// What is wrong with a field of a ride, in the units the form asks for.
QString fieldWords(const FieldError &error);

} // namespace wemo::pages::simulator
