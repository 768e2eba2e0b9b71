// A million banned numbers: what reading them from a file takes, what the copy in Redis weighs and takes to be made
// anew, and what decisions take beside an empty list, turn by turn in one run.
#include "services/blocking/ban_importer.h"
#include "services/blocking/ban_imports.h"
#include "services/runtime/system_clock.h"
#include "tests/bench/report.h"
#include "tests/services/blocking/ban_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::blocking;
using namespace wemo::tests;

namespace {
constexpr int banned = 1'000'000;
constexpr int rounds = 21, decisionsARound = 3'000;
const runtime::SystemClock systemClock;

QString number(int i) {
    return QString("+8869%1").arg(10'000'000 + i * 37, 8, 10, QChar('0'));
}

double secondsOf(const QElapsedTimer &clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double infoOf(redis::Pool &pool, const char *section, const QString &pattern) {
    const auto info = pool.command({"INFO", section});
    const auto match = QRegularExpression(pattern).match(info ? QString::fromStdString(info->text) : QString());
    return match.captured(1).toDouble();
}

double memoryOf(redis::Pool &pool) {
    return infoOf(pool, "memory", "used_memory:(\\d+)");
}

QByteArray file() {
    QByteArray text = "kind,value,reason\r\n";
    for (int i = 0; i < banned; ++i)
        text += "number," + number(i).toLatin1() + ",Chargeback\r\n";
    return text;
}

[[noreturn]] void giveUp(const char *what, const Error &error) {
    qFatal("%s: %s %s", what, qPrintable(error.code), qPrintable(error.detail));
}

/// Reads the file into the store as the service does, the keeper beside it; false: it did not end as it should.
void import(BanService &service, const char *dialect, const QByteArray &text) {
    BanImports imports(service.desk, [] {});
    BanImporter importer(service.desk);
    const staff::Account admin{9, "admin", "Chen", staff::Role::Admin};
    QElapsedTimer clock;
    clock.start();
    const auto started = imports.start(admin, {"million.csv", text.size(), true});
    if (!started)
        giveUp("start", started.error());
    for (qsizetype n = 0, at = 0; at < text.size(); at += BanImports::mostBytesAPart)
        if (const auto added =
                imports.addPart(started->id, static_cast<int>(++n), text.mid(at, BanImports::mostBytesAPart));
            !added)
            giveUp("part", added.error());
    const double received = secondsOf(clock);
    service.keeper.start();
    const auto run = [&] {
        clock.restart();
        while (true) {
            const auto more = importer.runOnce();
            if (!more)
                giveUp("import", more.error());
            if (!*more)
                return secondsOf(clock);
        }
    };
    const double checking = run();
    if (const auto committed = imports.commit(admin, started->id); !committed)
        giveUp("commit", committed.error());
    const double writing = run();
    const auto done = imports.get(started->id);
    if (!done || done->done != banned)
        qFatal("not all were imported");
    const auto say = [&](const char *what, double seconds) {
        report("ban", qPrintable(QString("%1: %2").arg(dialect, what)), banned / seconds, "rows/s", 0);
    };
    say("import received", received);
    say("import checked", checking);
    say("import written, in force", writing);
    say("import, all of it", received + checking + writing);
    service.keeper.stop();
}

QList<Policy> policies() {
    QList<Policy> result;
    for (const char *kind : {"number", "device", "address"}) {
        Policy policy;
        policy.id = QString::fromLatin1(kind);
        policy.subjectKind = policy.id;
        policy.event = "code-requested";
        result.append(policy);
    }
    return result;
}

/// Subjects that nobody has asked for before, so that both lists do the same work.
double microsADecision(BanService &service, int round) {
    static const QList<Policy> asked = policies();
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < decisionsARound; ++i) {
        const int n = round * decisionsARound + i;
        const auto taken = service.blocker.decide(
            asked, {"code-requested",
                    {{"number", QString("+8869%1").arg(60'000'000 + n)},
                     {"device", QString("device-%1").arg(n)},
                     {"address", QString("10.%1.%2.%3").arg(n >> 16).arg(n >> 8 & 255).arg(n & 255)}}});
        if (!taken || !taken->decision.allowed)
            qFatal("a decision went wrong");
    }
    return static_cast<double>(clock.nsecsElapsed()) / 1e3 / decisionsARound;
}

struct Side {
    BanService &service;
    std::vector<double> client, server;

    void turn(int round) {
        (void)service.pool.command({"CONFIG", "RESETSTAT"});
        client.push_back(microsADecision(service, round));
        server.push_back(infoOf(service.pool, "commandstats", "cmdstat_evalsha:.*usec_per_call=([0-9.]+)"));
    }
};

void compare(BanService &empty, BanService &full) {
    Side none{empty, {}, {}}, million{full, {}, {}};
    for (int round = 0; round < rounds; ++round) {
        Side &first = round % 2 == 0 ? none : million, &second = round % 2 == 0 ? million : none;
        first.turn(round);
        second.turn(round);
    }
    report("ban", "a decision, none banned", median(none.client), "us", 0);
    report("ban", "a decision, 1,000,000 banned", median(million.client), "us", median(none.client) * 1.1);
    report("ban", "the same within Redis, none banned", median(none.server), "us", 0);
    report("ban", "the same within Redis, 1,000,000 banned", median(million.server), "us", median(none.server) * 1.1);
}

void fillAnew(BanService &service, const char *dialect) {
    if (!service.pool.command({"FLUSHALL"}))
        qFatal("no Redis");
    const double before = memoryOf(service.pool);
    QElapsedTimer clock;
    clock.start();
    if (const auto filled = service.copy.catchUp(); !filled)
        giveUp("rebuild", filled.error());
    report("ban", qPrintable(QString("%1: lost copy of 1,000,000 made anew").arg(dialect)), secondsOf(clock), "s", 0);
    const double bytes = memoryOf(service.pool) - before;
    report("ban", qPrintable(QString("%1: memory in Redis").arg(dialect)), bytes / 1e6, "MB", 0);
    report("ban", qPrintable(QString("%1: memory a ban").arg(dialect)), bytes / banned, "bytes", 0);
    if (!service.isBanned("number", number(banned - 1)) || service.isBanned("number", number(banned)))
        qFatal("the copy is wrong");
}
double msOfPage(BanService &service, const BanFilter &filter) {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer clock;
        clock.start();
        if (const auto page = service.list.page(filter, 200, {}); !page)
            giveUp("page", page.error());
        times.push_back(secondsOf(clock) * 1e3);
    }
    return median(times);
}

void readPages(BanService &service, const char *dialect) {
    BanFilter active, rareKind, expired, text;
    rareKind.kind = "email";
    expired.state = BanState::Expired;
    text.text = "nobody wrote this";
    for (const auto &[what, filter] :
         {std::pair("first page", active), std::pair("a kind that is not there", rareKind),
          std::pair("expired, none", expired), std::pair("a text that is not there", text)})
        report("ban", qPrintable(QString("%1: list of 1,000,000, %2").arg(dialect, what)), msOfPage(service, filter),
               "ms", 0);
}
} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const QByteArray text = file();
    RedisServer emptyRedis, fullRedis;
    if (!emptyRedis.start() || !fullRedis.start())
        return 1;
    StorageFixture sqlite(storage::Dialect::Sqlite), none(storage::Dialect::Sqlite);
    BanService full(sqlite.database(), fullRedis.options(), systemClock, 2);
    BanService empty(none.database(), emptyRedis.options(), systemClock, 3);
    (void)full.pool.command({"FLUSHALL"});
    import(full, "SQLite", text);
    fillAnew(full, "SQLite");
    readPages(full, "SQLite");
    compare(empty, full);

    StorageFixture postgres(storage::Dialect::Postgres);
    BanService service(postgres.database(), fullRedis.options(), systemClock, 1);
    (void)service.pool.command({"FLUSHALL"});
    import(service, "PostgreSQL", text);
    fillAnew(service, "PostgreSQL");
    readPages(service, "PostgreSQL");
    return 0;
}
