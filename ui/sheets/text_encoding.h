#pragma once
#include "models/core/result.h"

namespace wemo::sheets {

/// By the byte order mark; without one UTF-8 where that is what it is, else Big5 as Windows in Taiwan means it (cp950).
/// Errors: unknown-encoding.
Result<QString> decodedText(const QByteArray &bytes);

} // namespace wemo::sheets
