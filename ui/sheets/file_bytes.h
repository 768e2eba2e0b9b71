#pragma once
#include "models/core/result.h"

class QIODevice;

namespace wemo::sheets {

/// All of it. Errors: too-large, unreadable.
Result<QByteArray> bytesOf(QIODevice &device);

Failure unreadable(const QString &why);
Failure unwritable(const QString &why);

} // namespace wemo::sheets
