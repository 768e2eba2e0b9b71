#pragma once
#include "models/blocking/policy.h"
#include "services/redis/pool.h"

namespace wemo::blocking {

/// What is looked up on the ban list for one decision, in the form of blocking_bans.lua.
struct BanQuestions {
    std::vector<std::string> keys{"wemo:{blocking}:bans"};
    redis::Args args{"0", "", "0"};
    QList<BanHit> questions; ///< what each of them would mean, `until` left open
};

/// The ban list as a decision sees it. Thread-safe.
class BanGate {
public:
    virtual ~BanGate() = default;
    virtual BanQuestions questions(const QList<Subject> &subjects) const = 0;
    /// The script answered `refusal` instead of deciding: sees to the list, so that asking again may help. Unavailable
    /// while that is not possible.
    virtual Result<void> settle(const redis::Reply &refusal) = 0;
};

} // namespace wemo::blocking
