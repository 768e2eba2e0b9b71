#pragma once
#include "models/core/result.h"

namespace wemo::blocking {

/// A number of a national ID card, or of a resident certificate of either form ("A800000014", "AC01234567"), in upper
/// case. InvalidInput "bad-id-card", or "bad-check-digit" where a digit must be wrong.
Result<QString> idCard(const QString &text);

} // namespace wemo::blocking
