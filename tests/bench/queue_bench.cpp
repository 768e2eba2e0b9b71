// Our engine against BullMQ, Bull and bee-queue: the same Redis in the same run, turn by turn, medians of five rounds.
//
// Equal terms. Every client is a program of its own over the Unix socket, started anew and warmed with 3,000 jobs of
// its own before each measurement; Redis is empty before each, with an append-only file, everysec, as wemo-service runs
// it. Jobs hold the same 60 bytes; handlers read the JSON and return. All keep every finished job, as BullMQ, Bull
// and bee-queue do by default (ours would keep the last 1,000). A rate is the jobs over the time from
// "work" until Redis holds none that waits or runs. CPU is the client's, user and system. Times from add to start are
// between two programs, on one machine's clock.
//
// --starts: only the rows of add to start, of us and BullMQ, and of each round too: how far the machine scatters them.
// --quick --rounds 1: small counts, to see that it runs; its figures mean nothing.
#include "tests/bench/queue_bench/contest.h"
#include "tests/bench/queue_bench/scoreboard.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace wemo::bench;

namespace {
const QString process1 = "process, 1 worker of 50, jobs/s", process3 = "process, 3 workers of 50, jobs/s",
              cpu = "client CPU to process, µs a job", adds = "add, 50 in flight, jobs/s",
              addCpu = "client CPU to add, µs a job", startP50 = "add to start at 100/s, p50 ms",
              startP99 = "add to start at 100/s, p99 ms", lateP99 = "lateness of delayed jobs, p99 ms",
              crowded = "process, 1 worker of 50, 10,000 others active, jobs/s",
              lost = "lost with 10,000 others active, %", bytes = "a waiting job of 200 bytes, bytes",
              bytesPacked = "a waiting job of 200 bytes, listpack values to 1,024, bytes",
              codes = "code beside 1,000,000 marketing jobs, add to start, p99 ms";

Sizes quickSizes() {
    Sizes sizes;
    sizes.jobs = sizes.adds = 3'000;
    sizes.starts = 50;
    sizes.delays = 100;
    sizes.inFlight = 1'000;
    sizes.resting = 5'000;
    sizes.lane = 10'000;
    return sizes;
}

void measureStarts(Contest &contest, const Library &library, Scoreboard &board) {
    const std::vector<double> starts = contest.starts(library);
    board.note(startP50, library.name, percentile(starts, 0.5));
    board.note(startP99, library.name, percentile(starts, 0.99));
    QTextStream(stderr) << "  p50 " << percentile(starts, 0.5) << ", p99 " << percentile(starts, 0.99) << " ms"
                        << Qt::endl;
}

void measure(Contest &contest, const Library &library, Scoreboard &board) {
    const QString &name = library.name;
    const Run alone = contest.process(library, 1);
    board.note(process1, name, alone.perSecond);
    board.note(cpu, name, alone.cpuUs);
    if (name == "wemo" || name == "bullmq") { // the others keep other books of what is active
        const Run beside = contest.process(library, 1, contest.sizes().inFlight);
        board.note(crowded, name, beside.perSecond);
        board.note(lost, name, 100 * (1 - beside.perSecond / alone.perSecond));
    }
    board.note(process3, name, contest.process(library, 3).perSecond);
    const Run added = contest.add(library);
    board.note(adds, name, added.perSecond);
    board.note(addCpu, name, added.cpuUs);
    measureStarts(contest, library, board);
    board.note(lateP99, name, percentile(contest.delays(library), 0.99));
}

/// What does not change from round to round, or takes long.
void measureOnce(Contest &contest, const Library &library, Scoreboard &board) {
    const QString &name = library.name;
    board.note(bytes, name, contest.bytesWaiting(library, 64));
    board.note(bytesPacked, name, contest.bytesWaiting(library, 1024));
    if (name == "wemo")
        board.note(codes, name, percentile(contest.codesBesideMarketing(library), 0.99));
}

void judge(Scoreboard &board) {
    const auto peer = [&](const QString &metric, const char *library) { return board.median(metric, library); };
    board.judgeAtLeast(process1, "us", 1.7 * peer(process1, "bullmq"), "1.7 × BullMQ");
    board.judgeAtLeast(process1, "us", peer(process1, "bee"), "1 × bee-queue");
    board.judgeAtLeast(process3, "us", 1.7 * peer(process3, "bullmq"), "1.7 × BullMQ");
    board.judgeAtLeast(adds, "us", 1.3 * peer(adds, "bullmq"), "1.3 × BullMQ");
    board.judgeAtMost(startP99, "ms", peer(startP99, "bullmq") / 3, "a third of BullMQ");
    board.judgeAtMost(lateP99, "ms", 5, "5 ms");
    board.judgeAtMost(cpu, "us", peer(cpu, "bullmq") / 5, "a fifth of BullMQ");
    board.judgeAtMost(lost, "%", 20, "20 %");
    board.judgeAtMost(codes, "ms", 20, "20 ms");
}
} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{"starts", "Only add to start, of us and BullMQ."},
                        {"quick", "Small counts, to see that it runs."},
                        {"rounds", "How many.", "n", "5"}});
    options.process(app);
    // In memory: how long a disk shared with others takes is not what is measured.
    if (QFileInfo("/dev/shm").isWritable())
        qputenv("TMPDIR", "/dev/shm");
    const int rounds = options.value("rounds").toInt();
    Contest contest(options.isSet("quick") ? quickSizes() : Sizes());
    Scoreboard board;
    std::vector<Library> order = libraries();
    const bool onlyStarts = options.isSet("starts");
    if (onlyStarts)
        order.resize(2);
    for (int round = 0; round < rounds; ++round) {
        for (const Library &library : order) {
            QTextStream(stderr) << "round " << round + 1 << ", " << library.name << Qt::endl;
            if (onlyStarts) {
                measureStarts(contest, library, board);
                continue;
            }
            measure(contest, library, board);
            if (round == 0)
                measureOnce(contest, library, board);
        }
        std::rotate(order.begin(), order.begin() + 1, order.end());
    }
    if (onlyStarts)
        board.judgeAtMost(startP99, "ms", board.median(startP99, "bullmq") / 3, "a third of BullMQ");
    else
        judge(board);
    board.print({"wemo", "bullmq", "bull", "bee"});
    return 0;
}
