#include "services/pricing/campaign_samples.h"

#include "models/pricing/config_diff.h"
#include "services/pricing/quoting.h"

namespace wemo::pricing {

namespace {
constexpr qsizetype ridesOfPlan = 5;

std::optional<qint64> dueIn(const PriceBook &book, const Ride &ride) {
    const Result<PricedRide> priced = priceRide(book, {ride, false, {}});
    return priced ? std::optional(priced->quote.due) : std::nullopt;
}

std::optional<qint64> dueUnder(const Config &config, const Ride &ride) {
    const Result<Quote> quoted = quote(config, ride);
    return quoted ? std::optional(quoted->due) : std::nullopt;
}

QList<Ride> ridesFor(const CampaignWork::Step &step, Instant start) {
    QList<Ride> rides = exampleRides(step.item.config, start).mid(0, ridesOfPlan);
    for (Ride &ride : rides) {
        ride.product = step.plan.product;
        ride.model = step.plan.model;
        ride.pickupZone = step.plan.zone;
        ride.tier = step.plan.tier;
    }
    return rides;
}

/// Each plan's published intervals, and of which plans there are any.
QHash<Id, QList<Interval>> byPlan(const StoredBook &book) {
    QHash<Id, QList<Interval>> result;
    for (const Interval &interval : book.intervals)
        result[interval.planId].append(interval);
    return result;
}
} // namespace

std::shared_ptr<const PriceBook> bookOf(const StoredBook &stored) {
    return std::make_shared<const PriceBook>(
        BookParts{stored.version, stored.plans, stored.intervals, stored.configs, {}});
}

StoredBook withOutcomes(StoredBook stored, const std::vector<CampaignWork::Step> &steps) {
    for (const CampaignWork::Step &step : steps) {
        if (step.outcome.timeline == step.timeline)
            continue;
        stored.intervals.removeIf([&](const Interval &one) { return one.planId == step.plan.id; });
        stored.intervals += step.outcome.timeline;
        ConfigRecord record;
        record.id = step.newConfig;
        record.planId = step.plan.id;
        record.config = step.item.config;
        stored.configs.append(record);
    }
    return stored;
}

QList<SampleQuote> samplesOf(const std::vector<CampaignWork::Step> &steps, Instant start, const SampleBooks &books) {
    QList<SampleQuote> samples;
    for (const CampaignWork::Step &step : steps) {
        if (step.outcome.timeline == step.timeline)
            continue;
        for (const Ride &ride : ridesFor(step, start)) {
            const std::optional<qint64> was = books.before ? dueIn(*books.before, ride) : dueUnder(step.base, ride);
            const std::optional<qint64> is = dueIn(*books.during, ride);
            if (was && is)
                samples.append({step.plan.id, ride, *was, *is, books.after ? dueIn(*books.after, ride) : std::nullopt});
        }
    }
    return samples;
}

bool areAlike(const StoredBook &one, const StoredBook &other, Instant since) {
    const QHash<Id, QList<Interval>> left = byPlan(one);
    const QHash<Id, QList<Interval>> right = byPlan(other);
    QSet<Id> plans(left.keyBegin(), left.keyEnd());
    plans.unite({right.keyBegin(), right.keyEnd()});
    return std::all_of(plans.begin(), plans.end(),
                       [&](Id plan) { return areAlike(left.value(plan), right.value(plan), since); });
}

} // namespace wemo::pricing
