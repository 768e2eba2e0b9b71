#pragma once
#include "models/staff/session.h"
#include "services/pricing/store.h"
#include "services/staff/audit.h"

#include <functional>

namespace wemo::pricing {

/// What editing prices is built on; outlives whoever has it.
struct Desk {
    storage::Database &database;
    const Clock &clock;
    IdSource &ids;
    const staff::AuditLog &audit;
    std::function<void()> wake; ///< something was committed that others are to hear of
    Milliseconds leadTime = defaultLeadTime;
};

/// How far ahead even an emergency is published: by then every service has read it.
constexpr Milliseconds shortestLead{5'000};

inline QString planTarget(Id plan) {
    return "pricing-plan/" + idToString(plan);
}

} // namespace wemo::pricing
