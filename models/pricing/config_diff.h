#pragma once
#include "models/pricing/quote.h"

namespace wemo::pricing {

/// A field that differs between two configs.
struct ConfigChange {
    QString path;   ///< "components.time.segments[0].rate": components by word, not by place
    QString before; ///< empty = not there
    QString after;
    bool operator==(const ConfigChange &) const = default;
};
/// Field by field, in the order of the stack.
QList<ConfigChange> differences(const Config &before, const Config &after);

/// Rides that show what a config does: short, usual, long, far, overnight, with the start given. A worked example is
/// one of these priced under both.
QList<Ride> exampleRides(const Config &config, Instant start);

} // namespace wemo::pricing
