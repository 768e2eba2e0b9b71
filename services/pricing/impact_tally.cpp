#include "services/pricing/impact_tally.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
const Config *changeOf(const QList<PriceChange> &changes, Id plan) {
    for (const PriceChange &change : changes)
        if (change.planId == plan)
            return &change.config;
    return nullptr;
}

Ride rideOf(const RideKind &kind) {
    Ride ride;
    ride.product = kind.product;
    ride.model = kind.model;
    ride.tier = kind.tier;
    ride.pickupZone = kind.pickupZone;
    ride.returnZone = kind.returnZone;
    if (kind.packageHours > 0)
        ride.packageHours = kind.packageHours;
    return ride;
}

std::optional<qint64> dueBy(const PriceBook::Row &row, const PriceBook::Slot &slot, const Ride &ride) {
    if (row.plan->boundary == BoundaryRule::Start) {
        const Result<Quote> priced = quote(slot.config(), ride);
        return priced ? std::optional(priced->due) : std::nullopt;
    }
    std::vector<Stretch> stretches;
    for (const PricedStretch &stretch : stretchesOf(row, ride))
        stretches.push_back({&stretch.slot.config(), stretch.fromMinute});
    const Result<Quote> priced = quote(stretches, ride);
    return priced ? std::optional(priced->due) : std::nullopt;
}

/// The list stays sorted and short; nearly every ride ends at the first line.
template <typename IsBefore>
void keep(QList<ImpactMover> &movers, const ImpactMover &mover, IsBefore isBefore) {
    if (movers.size() == Impact::mostMovers && !isBefore(mover, movers.last()))
        return;
    movers.insert(std::upper_bound(movers.begin(), movers.end(), mover, isBefore), mover);
    if (movers.size() > Impact::mostMovers)
        movers.removeLast();
}
} // namespace

ImpactTally::ImpactTally(const std::vector<RideKind> &kinds, const PriceBook &book, const QList<PriceChange> &changes) {
    for (const RideKind &given : kinds) {
        Kind kind{rideOf(given), {}};
        for (const PriceBook::Row *row : book.rowsOf(given.product))
            if (row->plan->appliesTo(kind.ride))
                kind.candidates.push_back({row, changeOf(changes, row->plan->id), {}});
        m_kinds.push_back(std::move(kind));
    }
}

void ImpactTally::add(const RideBlock &block, std::size_t at) {
    Kind &kind = m_kinds[block.kinds[at]];
    kind.ride.start = fromMs(block.starts[at]);
    kind.ride.seconds = block.seconds[at];
    kind.ride.metres = block.metres[at];
    for (Candidate &candidate : kind.candidates) {
        if (!candidate.row->isOnSaleAt(kind.ride.start))
            continue;
        if (!price(candidate, block, at, kind.ride))
            ++m_impact.skipped;
        return;
    }
    ++m_impact.skipped;
}

bool ImpactTally::price(Candidate &candidate, const RideBlock &block, std::size_t at, const Ride &ride) {
    if (m_row != candidate.row || !m_slot || !m_slot->interval->contains(ride.start)) {
        m_row = candidate.row;
        m_slot = m_row->at(ride.start);
    }
    const std::optional<qint64> before = m_slot ? dueBy(*m_row, *m_slot, ride) : std::nullopt;
    if (!before)
        return false;
    qint64 after = *before;
    if (candidate.after) {
        const Result<Quote> priced = quote(*candidate.after, ride);
        if (!priced)
            return false;
        after = priced->due;
    }
    candidate.sums.add(*before, after);
    ++m_impact.histogram[static_cast<std::size_t>(Impact::binOf(after - *before))];
    if (after != *before)
        noteMover({block.ids[at], *before, after, candidate.row->plan->code});
    return true;
}

void ImpactTally::noteMover(const ImpactMover &mover) {
    if (mover.after > mover.before)
        keep(m_impact.up, mover, isBiggerRise);
    else
        keep(m_impact.down, mover, isBiggerFall);
}

Impact ImpactTally::result() const {
    Impact impact = m_impact;
    for (const Kind &kind : m_kinds) {
        for (const Candidate &candidate : kind.candidates) {
            if (candidate.sums.rides == 0)
                continue;
            impact.total.add(candidate.sums);
            impact.byPlan[candidate.row->plan->code].add(candidate.sums);
            impact.byZone[kind.ride.pickupZone].add(candidate.sums);
            impact.byTier[kind.ride.tier].add(candidate.sums);
        }
    }
    return impact;
}

} // namespace wemo::pricing
