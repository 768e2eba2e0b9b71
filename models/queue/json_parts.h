#pragma once
#include "models/core/json_parts.h"

/// The limits of this folder's codecs.
namespace wemo::queue {

inline constexpr int maxText = 4000; ///< characters of an id, a name, a reason
inline constexpr int maxItems = 10'000;
inline constexpr qint64 maxCount = 2'000'000'000;
inline constexpr qint64 maxTotal = 1'000'000'000'000;

inline std::optional<Milliseconds> optionalMs(JsonReader &reader, const QString &name) {
    const std::optional<qint64> ms = reader.optionalInteger(name, 0, maxTotal);
    return ms ? std::optional(Milliseconds(*ms)) : std::nullopt;
}

} // namespace wemo::queue
