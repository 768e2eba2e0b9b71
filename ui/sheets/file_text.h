#pragma once
#include "models/core/error.h"

namespace wemo::sheets {

/// What staff read when a file could not be read or written: what is wrong and, where there is something, what to do.
QString fileErrorText(const Error &error);
/// Codes of this module that have a sentence of their own.
QStringList knownFileCodes();

} // namespace wemo::sheets
