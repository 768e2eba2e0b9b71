// The engine on one core: quotes a second, and beside json-rules-engine on the same rides, turn by turn.
#include "tests/bench/report.h"
#include "tests/services/pricing/book_world.h"
#include "tests/support/peer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
constexpr int rounds = 7;
constexpr int ourRides = 1'000'000;
constexpr int theirRides = 30'000;

std::vector<Ride> someRides(int count) {
    QRandomGenerator random(20'261'124);
    std::vector<Ride> rides;
    for (int i = 0; i < count; ++i) {
        Ride one = ride("2026-06-01T00:00:00Z", 0, random.bounded(3) ? "adult" : "young");
        one.start += Milliseconds(random.bounded(30) * 86'400'000LL + random.bounded(86'400'000));
        one.seconds = 60 + random.bounded(45 * 60);
        one.metres = one.seconds * 5;
        rides.push_back(one);
    }
    return rides;
}

/// The public tariff with everything a company might add: distance, zones, night, cap.
Config wholeStack() {
    Config config = meter(15, 6, 25);
    ZoneFees zones;
    for (const char *from : {"kaohsiung", "new-taipei", "taipei", "taoyuan"})
        for (const char *to : {"kaohsiung", "new-taipei", "taipei", "taoyuan"})
            zones.fees.push_back({from, to, qstrcmp(from, to) == 0 ? 0 : 30 * perTwd});
    Calendar calendar;
    calendar.rules.push_back({"夜間", "Night", 127, HolidayRule::Any, 1320, 360, CalendarEffect::Percent, -1000});
    config.components.push_back(DistanceSegments{{{10, std::nullopt, perTwd, 1}}});
    config.components.push_back(std::move(zones));
    config.components.push_back(std::move(calendar));
    config.components.push_back(Cap{300 * perTwd, 1440, CapScope::Time});
    return config;
}

struct Run {
    double perSecond = 0;
    qint64 sum = 0;
};

template <typename Price>
Run measured(const std::vector<Ride> &rides, Price price) {
    QElapsedTimer clock;
    clock.start();
    Run run;
    for (const Ride &ride : rides)
        run.sum += price(ride);
    run.perSecond = static_cast<double>(rides.size()) * 1e9 / static_cast<double>(clock.nsecsElapsed());
    return run;
}

double medianRate(const std::vector<Ride> &rides, const Config &config) {
    std::vector<double> rates;
    for (int round = 0; round < rounds; ++round)
        rates.push_back(measured(rides, [&config](const Ride &ride) { return quote(config, ride)->due; }).perSecond);
    return median(rates);
}

/// The plan is chosen as well: the other one's rules do that too.
bool besideRules(const std::vector<Ride> &all) {
    const std::vector<Ride> rides(all.begin(), all.begin() + theirRides);
    QJsonArray facts;
    for (const Ride &ride : rides)
        facts.append(QJsonArray{ride.tier, ride.seconds});
    const QTemporaryDir folder;
    QFile file(folder.filePath("rides.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(facts).toJson()) < 0)
        return false;
    file.close();
    Peer rules(Peer::node("bench_rules.js", {}));
    const QJsonArray tariff{QJsonObject{{"tier", "adult"}, {"price", 15}, {"minutes", 6}, {"rate", 2.5}},
                            QJsonObject{{"tier", "young"}, {"price", 9}, {"minutes", 6}, {"rate", 1.5}}};
    if (rules.call("load", {{"path", file.fileName()}, {"tariff", tariff}}).toInt() != theirRides)
        return false;
    const auto book = usualBook().book();
    std::vector<double> ours, theirs, ratios;
    for (int round = 0; round < rounds; ++round) {
        const Run mine = measured(rides, [&book](const Ride &ride) {
            return quote(book->rowFor(ride)->at(ride.start)->config(), ride)->due;
        });
        const QJsonValue answer = rules.call("price");
        if (answer["sum"].toInteger() != mine.sum)
            return false;
        ours.push_back(mine.perSecond);
        theirs.push_back(theirRides * 1e3 / answer["ms"].toDouble());
        ratios.push_back(ours.back() / theirs.back());
    }
    report("pricing", "json-rules-engine, the same rides", median(theirs), "quotes/s", 0);
    report("pricing", "plan chosen and ride priced", median(ours), "quotes/s", 0);
    report("pricing", "how often its rate, at least 20 (as its inverse)", 1 / median(ratios), "1/x", 1.0 / 20);
    return true;
}
} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const std::vector<Ride> rides = someRides(ourRides);
    report("pricing", "time for a million quotes, public tariff", 1e9 / medianRate(rides, meter(15, 6, 25)), "ms",
           1000);
    report("pricing", "time for a million quotes, whole stack", 1e9 / medianRate(rides, wholeStack()), "ms", 1000);
    return besideRules(rides) ? 0 : 1;
}
