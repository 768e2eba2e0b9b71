// Decisions of one engine for 50 threads beside rate-limiter-flexible with 50 in flight and redis-benchmark with 50
// connections running the same script: the same Redis, turn by turn, one policy on one subject each.
#include "services/blocking/blocker.h"
#include "tests/bench/report.h"
#include "tests/support/peer.h"
#include "tests/support/redis_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

#include <thread>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::blocking;

namespace {
constexpr int rounds = 5, clients = 50, decisions = 100'000, subjects = 20'000, limit = 10;

runtime::Secrets secrets() {
    return {QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "webhook", "{}"};
}

Policy hour() {
    return {"number-hour", "number", "code-requested", limit, std::chrono::hours(1), {}, {}, std::chrono::hours(24)};
}

double ours(const redis::Options &options) {
    redis::Pool pool(options);
    Blocker blocker(pool, secrets());
    const QList<Policy> policies{hour()};
    std::atomic<int> left = decisions, failed = 0;
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&] {
            for (int i = left--; i > 0; i = left--) {
                const QString number = QString("+8869%1").arg(10'000'000 + i % subjects);
                failed += blocker.decide(policies, {"code-requested", {{"number", number}}, "bench"}) ? 0 : 1;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    if (failed)
        qFatal("%d decisions failed", failed.load());
    return decisions * 1e3 / static_cast<double>(timer.elapsed());
}

double theirs(tests::Peer &peer) {
    const QJsonValue done = peer.call(
        "decide", {{"decisions", decisions}, {"inFlight", clients}, {"subjects", subjects}, {"points", limit}});
    return decisions * 1e3 / done.toObject().value("ms").toDouble();
}

double raw(const QString &socket, redis::Pool &pool) {
    const redis::Script script = redis::Script::resource({"blocking_common", "blocking_bans", "blocking_decide"});
    (void)pool.command({"SCRIPT", "LOAD", script.source()});
    const QString id = "00000000000000000000__rand_int__", sealed(53, u'x');
    const QStringList args{"0",
                           "",
                           "0",
                           "count",
                           "0",
                           "0",
                           "500",
                           "decided\tcode-requested\tbench\tnumber," + id + ",0912•••678;",
                           "bench",
                           "1",
                           "number",
                           "0912•••678",
                           sealed,
                           "",
                           "1",
                           "number-hour",
                           QString::number(limit),
                           "3600000",
                           "0",
                           "0",
                           "86400000",
                           "1"};
    QProcess process;
    process.start("redis-benchmark",
                  QStringList{"-s", socket, "-c", QString::number(clients), "-n", QString::number(decisions), "-r",
                              QString::number(subjects), "-q", "EVALSHA", QString::fromStdString(script.sha()), "3",
                              "wemo:{blocking}:bans", "wemo:{blocking}:clock", "wemo:{blocking}:s:" + id} +
                      args);
    process.waitForFinished(-1);
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    const auto found = QRegularExpression("([0-9.]+) requests per second").match(said);
    if (!found.hasMatch())
        qFatal("redis-benchmark: %s", qPrintable(said));
    return found.captured(1).toDouble();
}
} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    tests::RedisServer server;
    redis::Options options = server.options();
    options.commandTimeout = Milliseconds(10'000);
    redis::Pool pool(options);
    tests::Peer peer(tests::Peer::node("bench_limiter.js", {server.socket()}));
    std::vector<double> own, peers, raws, overPeer, ofRaw;
    for (int round = 0; round < rounds; ++round) {
        const auto empty = [&pool] { (void)pool.command({"FLUSHALL"}); };
        empty();
        own.push_back(ours(options));
        empty();
        peers.push_back(theirs(peer));
        empty();
        raws.push_back(raw(server.socket(), pool));
        overPeer.push_back(peers.back() * 3 / own.back());
        ofRaw.push_back(raws.back() * 0.6 / own.back());
    }
    report("blocking", "decisions a second, 50 threads", median(own), "1/s", 0);
    report("blocking", "rate-limiter-flexible, 50 in flight", median(peers), "1/s", 0);
    report("blocking", "redis-benchmark, the same script, 50 connections", median(raws), "1/s", 0);
    report("blocking", "three times rate-limiter-flexible in ours", median(overPeer), "x", 1);
    report("blocking", "60 % of redis-benchmark in ours", median(ofRaw), "x", 1);
    return 0;
}
