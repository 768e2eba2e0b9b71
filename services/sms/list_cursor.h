#pragma once
#include "models/core/id.h"
#include "models/sms/message_filter.h"

namespace wemo::sms {

/// A place in the list: everything after it is older.
struct Place {
    qint64 createdAtMs = 0;
    Id id = 0;
    static Place newest(); ///< before the first row
    bool operator==(const Place &) const = default;
};

/// Opaque to callers; bound to the filter it was made under.
QString toCursor(const Place &place, const MessageFilter &filter);
/// InvalidInput: "bad-cursor", or "cursor-mismatch" where it belongs to another filter. An empty one is the newest
/// place.
Result<Place> placeFromCursor(const QString &cursor, const MessageFilter &filter);

} // namespace wemo::sms
