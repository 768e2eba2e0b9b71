#include "tests/support/queue_side.h"

#include "tests/support/behaviour.h"

#include <QDateTime>
#include <QJsonDocument>

namespace wemo::tests {

namespace {
std::string textOf(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

queue::WorkerOptions workerOptions(const QJsonObject &asked) {
    queue::WorkerOptions options;
    options.concurrency = asked.value("concurrency").toInt(1);
    options.lockTime = Milliseconds(asked.value("lockDuration").toInt(5'000));
    options.sweepEvery = Milliseconds(asked.value("stalledInterval").toInt(1'000));
    options.maxStalls = asked.value("maxStalledCount").toInt(1);
    options.keepCompleted = options.keepFailed = {}; // all, as BullMQ does
    options.name = "ours";
    return options;
}

std::optional<queue::State> stateNamed(const QString &name) {
    static const QHash<QString, queue::State> states{{"wait", queue::State::Waiting},
                                                     {"prioritized", queue::State::Prioritized},
                                                     {"delayed", queue::State::Delayed},
                                                     {"completed", queue::State::Completed},
                                                     {"failed", queue::State::Failed}};
    return states.contains(name) ? std::optional(states.value(name)) : std::nullopt;
}
} // namespace

OurSide::OurSide(redis::Pool &pool, const QString &queue)
    : m_queue(pool, queue.toStdString()) {
    keep(m_queue.open());
}

template <typename T>
bool OurSide::keep(const Result<T> &result) {
    m_error = result ? QString() : result.error().message + ' ' + result.error().detail;
    return result.has_value();
}

QString OurSide::add(const QJsonObject &data, const QJsonObject &options) {
    queue::NewJob job{"test", textOf(data), options.value("jobId").toString().toStdString(),
                      queue::jobOptionsFromJson(textOf(options))};
    const Result<queue::Added> added = m_queue.add(job);
    return keep(added) ? QString::fromStdString(added->id) : QString();
}

QStringList OurSide::addBulk(const QList<QJsonObject> &data) {
    std::vector<queue::NewJob> jobs;
    for (const QJsonObject &one : data)
        jobs.push_back({"test", textOf(one)});
    QStringList ids;
    for (const Result<queue::Added> &added : m_queue.addBulk(jobs))
        if (keep(added))
            ids.append(QString::fromStdString(added->id));
    return ids;
}

bool OurSide::work(const QJsonObject &options) {
    stop();
    m_worker = std::make_unique<queue::Worker>(
        m_queue, workerOptions(options), [this](const queue::Job &job, queue::JobContext &context) {
            {
                const std::lock_guard lock(m_mutex);
                m_ran.append(QJsonObject{{"job", QString::fromStdString(job.id)},
                                         {"attempt", job.attempt()},
                                         {"at", QDateTime::currentMSecsSinceEpoch()}});
            }
            return behave(job, context);
        });
    m_worker->start();
    return true;
}

void OurSide::stop() {
    if (m_worker)
        m_worker->stop(Milliseconds(2'000));
    m_worker.reset();
}

QJsonArray OurSide::ran() {
    const std::lock_guard lock(m_mutex);
    return m_ran;
}

QJsonObject OurSide::counts() {
    const Result<queue::Counts> counts = m_queue.counts();
    if (!keep(counts))
        return {};
    return {{"waiting", counts->waiting}, {"prioritized", counts->prioritized}, {"delayed", counts->delayed},
            {"active", counts->active},   {"completed", counts->completed},     {"failed", counts->failed}};
}

bool OurSide::act(const QString &what, const QJsonObject &args) {
    if (what == "pause")
        return keep(m_control.pause());
    if (what == "resume")
        return keep(m_control.resume());
    if (what == "drain")
        return keep(m_control.drain(args.value("delayed").toBool()));
    if (what == "clean")
        return keep(m_control.clean(stateNamed(args.value("state").toString()).value(), Milliseconds(0), 1'000));
    const Result<std::vector<queue::Change>> changed = change(what, args);
    if (!keep(changed))
        return false;
    if (changed->size() == 1 && changed->front() == queue::Change::Done)
        return true;
    m_error = QStringLiteral("refused");
    return false;
}

Result<std::vector<queue::Change>> OurSide::change(const QString &what, const QJsonObject &args) {
    const queue::Control::Ids ids{args.value("job").toString().toStdString()};
    if (what == "promote")
        return m_control.promote(ids);
    if (what == "remove")
        return m_control.remove(ids);
    if (what == "retry")
        return m_control.replay(ids);
    if (what == "changeDelay")
        return m_control.changeDelay(ids, Milliseconds(args.value("delay").toInt()));
    if (what == "changePriority")
        return m_control.changePriority(ids, args.value("priority").toInt());
    return failure(ErrorKind::InvalidInput, "no-such-action", what);
}

QString TheirSide::add(const QJsonObject &data, const QJsonObject &options) {
    return call("add", {{"data", data}, {"options", options}}).toString();
}

QStringList TheirSide::addBulk(const QList<QJsonObject> &data) {
    QJsonArray jobs;
    for (const QJsonObject &one : data)
        jobs.append(QJsonObject{{"name", "test"}, {"data", one}});
    QStringList ids;
    for (const QJsonValue &id : call("addBulk", {{"jobs", jobs}}).toArray())
        ids.append(id.toString());
    return ids;
}

bool TheirSide::work(const QJsonObject &options) {
    return !call("work", {{"options", options}}).isUndefined();
}

QJsonValue TheirSide::call(const QString &what, QJsonObject args) {
    args.insert("queue", m_queue);
    return m_peer.call(what, args);
}

} // namespace wemo::tests
