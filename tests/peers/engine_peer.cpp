#include "tests/peers/engine_peer.h"

#include "tests/support/behaviour.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QJsonDocument>

#include <cmath>
#include <thread>

namespace wemo::tests {

namespace {
/// Milliseconds since 1970, with their fractions: the same on both sides of the lines.
double nowMs() {
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

double cpuMs() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

std::string textOf(const QJsonValue &data) {
    return QJsonDocument(data.toObject()).toJson(QJsonDocument::Compact).toStdString();
}

redis::Options addressOf(const std::string &socket) {
    redis::Options options;
    options.unixSocket = socket;
    options.commandTimeout = Milliseconds(10'000);
    options.maxIdle = 128;
    return options;
}
} // namespace

EnginePeer::EnginePeer(const std::string &socket)
    : m_pool(addressOf(socket)) {}

queue::Queue &EnginePeer::queueOf(const QJsonObject &args) {
    const std::string name = args.value("queue").toString().toStdString();
    auto &queue = m_queues[name];
    if (!queue)
        queue = std::make_unique<queue::Queue>(m_pool, name);
    return *queue;
}

QJsonObject EnginePeer::answer(const QString &what, const QJsonObject &args) {
    const auto run = [&]() -> Result<QJsonValue> {
        if (what == "stop")
            return stop();
        if (const auto opened = queueOf(args).open(); !opened)
            return Failure(opened.error());
        if (what == "fill")
            return fill(args);
        if (what == "add")
            return add(args);
        if (what == "feed")
            return feed(args);
        if (what == "work")
            return work(args);
        return failure(ErrorKind::InvalidInput, "no-such-command", what);
    };
    const Result<QJsonValue> value = run();
    if (!value)
        return {{"error", value.error().message + ' ' + value.error().detail}};
    return {{"ok", *value}};
}

/// "jobs" jobs of one "data", a thousand at a time; with "first" they carry ids of their own, "job-<number>", and may
/// be asked for again.
Result<QJsonValue> EnginePeer::fill(const QJsonObject &args) {
    const int jobs = args.value("jobs").toInt();
    const bool named = args.contains("first");
    const std::string data = textOf(args.value("data"));
    for (int done = 0; done < jobs; done += 1000) {
        std::vector<queue::NewJob> some;
        for (int i = done; i < std::min(jobs, done + 1000); ++i)
            some.push_back({"submit", data, named ? "job-" + std::to_string(args.value("first").toInt() + i) : "", {}});
        for (const auto &added : queueOf(args).addBulk(some))
            if (!added)
                return Failure(added.error());
    }
    return QJsonValue();
}

Result<QJsonValue> EnginePeer::add(const QJsonObject &args) {
    queue::Queue &queue = queueOf(args);
    const std::string data = textOf(args.value("data"));
    std::atomic<int> left = args.value("jobs").toInt();
    std::atomic<int> failed = 0;
    std::vector<std::thread> lanes;
    const double cpu = cpuMs();
    const double start = nowMs();
    for (int lane = 0; lane < args.value("inFlight").toInt(); ++lane)
        lanes.emplace_back([&] {
            while (left-- > 0)
                if (!queue.add({"submit", data, {}, {}}))
                    ++failed;
        });
    for (std::thread &lane : lanes)
        lane.join();
    if (failed)
        return failure(ErrorKind::Unavailable, "not-added", QString::number(failed));
    return QJsonObject{{"ms", nowMs() - start}, {"cpuMs", cpuMs() - cpu}};
}

/// Each job's data says when it is due, so the worker can tell how late it starts.
Result<QJsonValue> EnginePeer::feed(const QJsonObject &args) {
    const int jobs = args.value("jobs").toInt();
    const double from = args.value("delayFrom").toDouble(), to = args.value("delayTo").toDouble();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < jobs; ++i) {
        std::this_thread::sleep_until(
            start + std::chrono::microseconds(std::llround(i * 1e6 / args.value("perSecond").toDouble())));
        const double delay = std::round(from + (to - from) * ((i * 7919LL) % jobs) / jobs);
        queue::NewJob job{"submit", textOf(QJsonObject{{"at", nowMs() + delay}}), {}, {}};
        job.options.delay = Milliseconds(std::llround(delay));
        if (const auto added = queueOf(args).add(job); !added)
            return Failure(added.error());
    }
    return QJsonValue();
}

/// Options beside "concurrency": lockTime, sweepEvery, maxStalls, hold (ms in each handler), behave, keepAll,
/// effects (a file that each handler adds a line to before it returns).
Result<QJsonValue> EnginePeer::work(const QJsonObject &args) {
    m_work = args;
    m_jobs = 0;
    m_samples.clear();
    m_cpuBefore = cpuMs();
    if (args.contains("effects"))
        m_effects =
            ::open(qPrintable(args.value("effects").toString()), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    queue::WorkerOptions options;
    options.concurrency = args.value("concurrency").toInt(1);
    options.lockTime = Milliseconds(args.value("lockTime").toInt(static_cast<int>(options.lockTime.count())));
    options.sweepEvery = Milliseconds(args.value("sweepEvery").toInt(static_cast<int>(options.sweepEvery.count())));
    options.maxStalls = args.value("maxStalls").toInt(options.maxStalls);
    if (args.value("keepAll").toBool())
        options.keepCompleted = {};
    m_worker = std::make_unique<queue::Worker>(
        queueOf(args), options,
        [this](const queue::Job &job, queue::JobContext &context) { return handle(job, context); });
    m_worker->start();
    return QJsonValue();
}

Result<QJsonValue> EnginePeer::stop() {
    const double spent = cpuMs() - m_cpuBefore;
    if (m_worker)
        m_worker->stop(Milliseconds(5'000));
    m_worker.reset();
    const std::lock_guard lock(m_mutex);
    QJsonArray samples;
    for (const double sample : m_samples)
        samples.append(sample);
    return QJsonObject{{"jobs", m_jobs.load()}, {"samples", samples}, {"cpuMs", spent}};
}

queue::HandlerResult EnginePeer::handle(const queue::Job &job, queue::JobContext &context) {
    const double start = nowMs();
    ++m_jobs;
    // Always read, as the libraries of Node always do.
    const QJsonValue due = QJsonDocument::fromJson(QByteArray::fromStdString(job.data)).object().value("at");
    if (due.isDouble()) {
        const std::lock_guard lock(m_mutex);
        m_samples.push_back(start - due.toDouble());
    }
    if (m_work.contains("hold"))
        std::this_thread::sleep_for(std::chrono::milliseconds(m_work.value("hold").toInt()));
    if (m_effects >= 0)
        noteEffect(job);
    return m_work.contains("behave") ? behave(job, context) : queue::HandlerResult{};
}

/// One write of one short line: what the system has taken outlives a kill of this process.
void EnginePeer::noteEffect(const queue::Job &job) const {
    const std::string line = job.id + ' ' + std::to_string(std::llround(nowMs())) + '\n';
    if (::write(m_effects, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        ::_exit(3);
}

} // namespace wemo::tests
