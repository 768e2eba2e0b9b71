#pragma once
#include "models/live/live_event.h"
#include "services/redis/pool.h"

#include <compare>

namespace wemo::live {

/// The stream of live events. Lost with Redis: consoles are told to read everything again (stream.reset).
inline constexpr const char *streamKey = "wemo:live";

/// A place in a Redis stream. Their order is not that of their texts.
struct Place {
    quint64 ms = 0;
    quint64 number = 0;
    auto operator<=>(const Place &) const = default;
    QString toString() const { return QString("%1-%2").arg(ms).arg(number); }
    /// Nothing unless "<digits>-<digits>".
    static std::optional<Place> fromString(QStringView text);
};

struct PlacedEvent {
    Place place;
    LiveEvent event;
};

redis::Args addCommand(const QString &type, const QByteArray &data);
/// Entries as XRANGE gives them; what is not an event of ours is left out.
std::vector<PlacedEvent> readEntries(const redis::Reply &entries);

} // namespace wemo::live
