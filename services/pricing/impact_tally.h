#pragma once
#include "models/pricing/impact.h"
#include "services/pricing/impact_run.h"

namespace wemo::pricing {

/// Prices rides one after another and adds up what comes of it. Of one thread.
class ImpactTally {
public:
    ImpactTally(const std::vector<RideKind> &kinds, const PriceBook &book, const QList<PriceChange> &changes);
    void add(const RideBlock &block, std::size_t at);
    Impact result() const;

private:
    /// A plan some kind of ride may be priced by.
    struct Candidate {
        const PriceBook::Row *row = nullptr;
        const Config *after = nullptr; ///< null: the change leaves it alone
        ImpactSums sums;
    };
    struct Kind {
        Ride ride; ///< with all that rides of the kind share
        std::vector<Candidate> candidates;
    };
    bool price(Candidate &candidate, const RideBlock &block, std::size_t at, const Ride &ride);
    void noteMover(const ImpactMover &mover);

    std::vector<Kind> m_kinds;
    Impact m_impact;                         ///< but for the sums by plan, zone and tier
    const PriceBook::Slot *m_slot = nullptr; ///< of the ride before: most follow one another in it
    const PriceBook::Row *m_row = nullptr;
};

} // namespace wemo::pricing
