// What a campaign over eight plans would have done to 500,000 past rides, as the service works it out.
#include "services/demo/pricing_company.h"
#include "services/pricing/impact_run.h"
#include "services/pricing/store_book.h"
#include "services/runtime/system_clock.h"
#include "tests/bench/report.h"
#include "tests/support/storage_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <thread>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::pricing;

namespace {
constexpr int rounds = 7;
constexpr int wanted = 500'000;
const std::atomic<bool> never = false;
const runtime::SystemClock systemClock;

double msOf(const QElapsedTimer &clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

bool seed(storage::Database &database) {
    const demo::PricingCompany::People people{{11, "pricing", "writer", staff::Role::Pricing},
                                              {12, "admin", "checker", staff::Role::Admin}};
    demo::PricingCompany company(database, systemClock, people, {wanted});
    return company.seedPrices() && company.seedRides(never);
}

ImpactRequest requestOf(const demo::InventedPricing &invented) {
    ImpactRequest request{{}, fromMs(0), fromMs(4'000'000'000'000)};
    for (const CampaignItem &item : invented.campaign.items)
        request.changes.append({item.planId, item.config});
    return request;
}

/// From the wish to the end of the work, begun when a third was done.
double cancelMs(const PastRides &rides, const PriceBook &book, const ImpactRequest &request) {
    std::atomic<qint64> done = 0;
    std::atomic<bool> isCanceled = false;
    std::thread work([&] { (void)measureImpact(rides, book, request, done, isCanceled); });
    while (done < wanted / 3)
        std::this_thread::yield();
    QElapsedTimer clock;
    clock.start();
    isCanceled = true;
    work.join();
    return msOf(clock);
}

int run(storage::Database &database, const PriceBook &book, const ImpactRequest &request) {
    RideArchive archive(database);
    std::atomic<qint64> read = 0;
    QElapsedTimer clock;
    clock.start();
    const Result<PastRides> rides = archive.upToDate(read, never);
    const double reading = msOf(clock);
    if (!rides || rides->count != wanted)
        return 1;
    std::vector<double> times, cancels;
    for (int round = 0; round < rounds; ++round) {
        std::atomic<qint64> done = 0;
        clock.restart();
        const Result<PastRides> same = archive.upToDate(read, never);
        const Result<Impact> impact = measureImpact(*same, book, request, done, never);
        times.push_back(msOf(clock));
        if (!impact || done != wanted || impact->total.rides + impact->skipped != wanted || impact->total.more == 0)
            return 1;
        cancels.push_back(cancelMs(*rides, book, request));
    }
    report("pricing_impact", "500,000 rides, archive in memory", median(times), "ms", 2'000);
    report("pricing_impact", "the archive's first read", reading, "ms", 0);
    report("pricing_impact", "first impact after a start, reading and all", reading + times.front(), "ms", 2'000);
    report("pricing_impact", "cancel until it has ended", median(cancels), "ms", 50);
    return 0;
}
} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    tests::StorageFixture storage(storage::Dialect::Sqlite);
    if (!seed(storage.database()))
        return 1;
    const auto parts = StoreBook(storage.database()).load();
    if (!parts)
        return 1;
    // The changes of the demo's own campaign, by the ids that the store has.
    demo::InventedPricing invented = demo::inventPricing(systemClock.now());
    QHash<QString, Id> ids;
    for (const Plan &plan : parts->plans)
        ids.insert(plan.code, plan.id);
    for (CampaignItem &item : invented.campaign.items)
        for (const Plan &plan : invented.plans)
            if (plan.id == item.planId)
                item.planId = ids.value(plan.code);
    return run(storage.database(), PriceBook(*parts), requestOf(invented));
}
