// The quote API beside an empty route: the same service, the same connections, turn by turn.
#include "services/http/client.h"
#include "services/runtime/seal.h"
#include "tests/bench/report.h"
#include "tests/bench/service_process.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <thread>

using namespace wemo;
using namespace wemo::bench;

namespace {
constexpr int rounds = 7;
constexpr int connections = 2;
constexpr int warming = 500;
constexpr int requests = 5'000; // of each kind, a connection and round

struct Times {
    std::vector<double> empty, quote; ///< ms
};

http::ClientRequest quoteRequest(const QString &address, const QByteArray &key) {
    const QJsonObject ride{{"model", "candy"},
                           {"tier", "adult"},
                           {"pickup_zone", "taipei"},
                           {"return_zone", "new-taipei"},
                           {"minutes", 23},
                           {"km", 6.4},
                           {"start", "2026-06-01T10:00:00+08:00"}};
    return {"POST",
            address + "/api/v1/quotes",
            {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + key}},
            QJsonDocument(ride).toJson(QJsonDocument::Compact)};
}

double timed(http::Client &client, const http::ClientRequest &request) {
    QElapsedTimer clock;
    clock.start();
    const auto answer = client.send(request);
    const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!answer || answer->status != 200)
        qFatal("%s: %d", qPrintable(request.url), answer ? answer->status : 0);
    return ms;
}

/// Each thread has a connection of its own that is kept alive.
Times measured(const http::ClientRequest &empty, const http::ClientRequest &quote) {
    std::vector<Times> all(connections);
    std::vector<std::thread> threads;
    for (Times &times : all)
        threads.emplace_back([&] {
            http::Client client;
            for (int i = -warming; i < requests; ++i) {
                const double first = timed(client, empty), second = timed(client, quote);
                if (i < 0)
                    continue;
                times.empty.push_back(first);
                times.quote.push_back(second);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    Times sum;
    for (const Times &times : all) {
        sum.empty.insert(sum.empty.end(), times.empty.begin(), times.empty.end());
        sum.quote.insert(sum.quote.end(), times.quote.begin(), times.quote.end());
    }
    return sum;
}

double at(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}
} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString data = folder.filePath("data");
    Program service("wemo-service", {"--data-dir", data, "--listen", "127.0.0.1:0", "--demo-messages", "0",
                                     "--demo-rides", "0", "--demo-traffic", "0"});
    QJsonObject ready;
    if (service.waitFor("ready", &ready) < 0)
        return 1;
    const auto secrets = runtime::Secrets::load(data + "/secrets.json", false);
    if (!secrets)
        return 1;
    const QString address = ready.value("address").toString();
    const http::ClientRequest empty{"GET", address + "/healthz", {}, {}};
    const http::ClientRequest quote = quoteRequest(address, secrets->quoteKey);
    std::vector<double> empties, quotes, ratios, medians;
    for (int round = 0; round < rounds; ++round) {
        const Times times = measured(empty, quote);
        empties.push_back(at(times.empty, 0.99));
        quotes.push_back(at(times.quote, 0.99));
        ratios.push_back(quotes.back() / empties.back());
        medians.push_back(at(times.quote, 0.5) / at(times.empty, 0.5));
    }
    report("pricing_quote", "an empty route, p99", median(empties), "ms", 0);
    report("pricing_quote", "a quote, p99", median(quotes), "ms", 0);
    report("pricing_quote", "a quote's p99 in an empty route's", median(ratios), "x", 2);
    report("pricing_quote", "a quote's median in an empty route's", median(medians), "x", 0);
    return 0;
}
