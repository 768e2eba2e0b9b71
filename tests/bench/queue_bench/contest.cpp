#include "tests/bench/queue_bench/contest.h"

#include <QElapsedTimer>
#include <QThread>

#include <cstdlib>

namespace wemo::bench {

using tests::Peer;

namespace {
constexpr int concurrency = 50;
constexpr int warmUp = 3'000; ///< jobs, so that V8 has compiled what it will

QJsonObject jobData() {
    return {{"message", "01936f0c-5c1e-7b7a-9d6c-2f1e8a4b7c55"}};
}

/// The private Redis of wemo-service, without its rewrites of the file, which would strike one library and not another.
tests::RedisServer::Setup setup() {
    tests::RedisServer::Setup setup;
    setup.keepsData = true;
    setup.arguments = QStringList{
        "--appendfsync", "everysec", "--hash-max-listpack-value", "1024", "--auto-aof-rewrite-percentage", "0"};
    return setup;
}

redis::Options patient(redis::Options options) {
    options.commandTimeout = Milliseconds(60'000);
    return options;
}

double seconds(const QElapsedTimer &clock) {
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

std::vector<double> numbers(const QJsonValue &value) {
    std::vector<double> numbers;
    for (const QJsonValue &number : value.toArray())
        numbers.push_back(number.toDouble());
    return numbers;
}
} // namespace

std::vector<Library> libraries() {
    const auto node = [](const char *library) { return Peer::node("bench_peer.js", {library}); };
    return {{"wemo", {Peer::engine({}).first()}, "bull:q:", "wait", "active", "delayed"},
            {"bullmq", node("bullmq"), "bull:q:", "wait", "active", "delayed"},
            {"bull", node("bull"), "bull:q:", "wait", "active", "delayed"},
            {"bee", node("bee"), "bq:q:", "waiting", "active", "delayed"}};
}

Contest::Contest(Sizes sizes)
    : m_sizes(sizes)
    , m_server(setup())
    , m_pool(patient(m_server.options())) {}

Contest::Client Contest::client(const Library &library) {
    return std::make_unique<Peer>(library.command + QStringList{m_server.socket()});
}

Contest::Client Contest::warmClient(const Library &library) {
    Client peer = client(library);
    const QString queue = QStringLiteral("warm%1").arg(peer->pid());
    peer->call("fill", {{"queue", queue}, {"jobs", warmUp}, {"data", jobData()}});
    peer->call("work", {{"keepAll", true}, {"queue", queue}, {"concurrency", concurrency}});
    waitUntilDrained(library, queue.toStdString());
    peer->call("stop");
    return peer;
}

void Contest::waitUntilDrained(const Library &library, const std::string &queue, int leftActive) {
    const std::string base = library.prefix.substr(0, library.prefix.size() - 2) + queue + ':';
    const std::vector<redis::Args> sizes{
        {"ZCARD", base + library.delayed}, {"LLEN", base + library.waiting}, {"LLEN", base + library.active}};
    for (;;) {
        const auto left = m_pool.lease()->pipeline(sizes);
        if (!left)
            qFatal("Redis is gone: %s", qPrintable(left.error().detail));
        if ((*left)[0].integer + (*left)[1].integer == 0 && (*left)[2].integer <= leftActive)
            return;
        QThread::msleep(2);
    }
}

Run Contest::process(const Library &library, int workers, int alreadyActive) {
    clear();
    std::vector<Client> clients;
    for (int i = 0; i < workers; ++i)
        clients.push_back(warmClient(library));
    Client producer = client(library);
    if (alreadyActive > 0) {
        producer->call("fill", {{"queue", "q"}, {"jobs", alreadyActive}, {"data", jobData()}});
        activate(library, alreadyActive);
    }
    producer->call("fill", {{"queue", "q"}, {"jobs", m_sizes.jobs}, {"data", jobData()}});
    QElapsedTimer clock;
    clock.start();
    for (const Client &worker : clients)
        worker->send("work", {{"keepAll", true}, {"queue", "q"}, {"concurrency", concurrency}});
    waitUntilDrained(library, "q", alreadyActive);
    const double took = seconds(clock);
    double cpuMs = 0;
    int ran = 0;
    for (const Client &worker : clients) {
        const QJsonObject stopped = worker->call("stop").toObject();
        cpuMs += stopped.value("cpuMs").toDouble();
        ran += stopped.value("jobs").toInt();
    }
    if (ran != m_sizes.jobs)
        qWarning("%s ran %d of %d jobs", qPrintable(library.name), ran, m_sizes.jobs);
    return {m_sizes.jobs / took, cpuMs * 1000 / m_sizes.jobs};
}

/// Takes jobs as a worker that holds them would have them: in the list, with a lock.
void Contest::activate(const Library &library, int jobs) {
    auto connection = m_pool.lease();
    for (int i = 0; i < jobs; ++i) {
        const auto id =
            connection->command({"RPOPLPUSH", library.prefix + library.waiting, library.prefix + library.active});
        if (!id || id->text.empty())
            qFatal("There is no job to take");
        connection->pipeline({{"SET", library.prefix + id->text + ":lock", "held", "PX", "600000"},
                              {"HSET", library.prefix + id->text, "processedOn", "1"}});
    }
}

Run Contest::add(const Library &library) {
    clear();
    Client producer = client(library);
    const QJsonObject order{{"queue", "q"}, {"inFlight", concurrency}, {"data", jobData()}};
    QJsonObject warm = order, real = order;
    warm.insert("jobs", warmUp);
    real.insert("jobs", m_sizes.adds);
    producer->call("add", warm);
    const QJsonObject took = producer->call("add", real).toObject();
    return {m_sizes.adds * 1000 / took.value("ms").toDouble(), took.value("cpuMs").toDouble() * 1000 / m_sizes.adds};
}

std::vector<double> Contest::starts(const Library &library) {
    clear();
    Client worker = warmClient(library);
    Client producer = warmClient(library);
    worker->call("work", {{"keepAll", true}, {"queue", "q"}, {"concurrency", concurrency}});
    producer->call("feed", {{"queue", "q"}, {"jobs", m_sizes.starts}, {"perSecond", 100}});
    waitUntilDrained(library, "q");
    return numbers(worker->call("stop").toObject().value("samples"));
}

std::vector<double> Contest::delays(const Library &library) {
    clear();
    Client worker = warmClient(library);
    Client producer = warmClient(library);
    worker->call("work", {{"keepAll", true}, {"queue", "q"}, {"concurrency", concurrency}});
    const QJsonObject order{{"queue", "q"}, {"jobs", m_sizes.delays}, {"perSecond", 2'000}};
    QJsonObject delayed = order;
    delayed.insert("delayFrom", 600);
    delayed.insert("delayTo", 2'600);
    producer->call("feed", delayed);
    waitUntilDrained(library, "q");
    return numbers(worker->call("stop").toObject().value("samples"));
}

double Contest::bytesWaiting(const Library &library, int listpackValue) {
    m_pool.command({"CONFIG", "SET", "hash-max-listpack-value", std::to_string(listpackValue)});
    clear();
    Client producer = client(library);
    const QJsonObject data{{"message", QString(200, 'x')}};
    producer->call("fill", {{"queue", "q"}, {"jobs", 6'000}, {"data", data}}); // fills the event stream
    const long long before = usedMemory();
    producer->call("fill", {{"queue", "q"}, {"jobs", m_sizes.resting}, {"data", data}});
    const auto bytes = static_cast<double>(usedMemory() - before) / m_sizes.resting;
    m_pool.command({"CONFIG", "SET", "hash-max-listpack-value", "1024"});
    return bytes;
}

std::vector<double> Contest::codesBesideMarketing(const Library &ours) {
    clear();
    Client marketing = client(ours), codes = client(ours), producer = client(ours);
    producer->call("fill", {{"queue", "sms-marketing"}, {"jobs", m_sizes.lane}, {"data", jobData()}});
    // As against a gateway that takes 5 ms a message.
    marketing->call("work", {{"keepAll", true}, {"queue", "sms-marketing"}, {"concurrency", 16}, {"hold", 5}});
    codes->call("work", {{"keepAll", true}, {"queue", "sms-otp"}, {"concurrency", 16}, {"hold", 5}});
    producer->call("feed", {{"queue", "sms-otp"}, {"jobs", 2 * m_sizes.starts}, {"perSecond", 100}});
    waitUntilDrained(ours, "sms-otp");
    marketing->call("stop");
    return numbers(codes->call("stop").toObject().value("samples"));
}

long long Contest::usedMemory() {
    const std::string info = m_pool.command({"INFO", "memory"})->text;
    return std::atoll(info.c_str() + info.find("used_memory:") + 12);
}

void Contest::clear() {
    if (!m_pool.command({"FLUSHALL"}))
        qFatal("Redis is gone");
}

} // namespace wemo::bench
