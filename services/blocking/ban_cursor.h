#pragma once
#include "models/blocking/ban.h"

namespace wemo::blocking {

/// A place in the ban list, opaque to callers and bound to the filter it was made under: everything after it is older
/// than the ban `id`.
QString toBanCursor(Id id, const BanFilter &filter);
/// InvalidInput "bad-cursor" or "cursor-mismatch". An empty one is before the newest.
Result<Id> banPlaceFromCursor(const QString &cursor, const BanFilter &filter);

} // namespace wemo::blocking
