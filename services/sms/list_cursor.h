#pragma once
#include "models/core/id.h"
#include "models/sms/message_filter.h"

#include <limits>

namespace wemo::sms {

/// A place in the list is the id of the last row before it: everything after it is older and has a smaller id.
constexpr Id newestPlace = std::numeric_limits<Id>::max();

/// Opaque to callers; bound to the filter it was made under.
QString toCursor(Id place, const MessageFilter &filter);
/// InvalidInput: "bad-cursor", or "cursor-mismatch" where it belongs to another filter. An empty one is the newest
/// place.
Result<Id> placeFromCursor(const QString &cursor, const MessageFilter &filter);

} // namespace wemo::sms
