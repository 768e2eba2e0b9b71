#pragma once
#include "models/core/error.h"

namespace wemo::service {

/// What the program says on its standard output, one JSON object a line, for the console or a script that started it.
/// Thread-safe.
void sayProgress(const char *step, qint64 done, qint64 total);
void sayReady(const QString &address);
void sayFailed(const Error &error);

} // namespace wemo::service
