#pragma once
#include "services/queue/control.h"
#include "services/queue/worker.h"
#include "tests/support/peer.h"

#include <memory>

namespace wemo::tests {

/// One end of a queue: ours or BullMQ's, under the same words, so that one test serves both directions. Options are
/// BullMQ's JSON. False or empty: it said why it would not, see error().
class QueueSide {
public:
    virtual ~QueueSide() = default;
    virtual QString add(const QJsonObject &data, const QJsonObject &options = {}) = 0; ///< the id
    virtual QStringList addBulk(const QList<QJsonObject> &data) = 0;
    /// Runs jobs as behaviour.h says. Options: concurrency, lockDuration, stalledInterval, maxStalledCount, …
    virtual bool work(const QJsonObject &options = {}) = 0;
    virtual void stop() = 0;
    /// What the worker has begun so far, in order: {"job", "attempt", "at" (ms)}.
    virtual QJsonArray ran() = 0;
    virtual QJsonObject counts() = 0;
    /// pause, resume; promote, remove, retry, changeDelay, changePriority with "job"; clean, drain.
    virtual bool act(const QString &what, const QJsonObject &args = {}) = 0;
    virtual QString error() const = 0;
};

class OurSide final : public QueueSide {
public:
    OurSide(redis::Pool &pool, const QString &queue);
    QString add(const QJsonObject &data, const QJsonObject &options = {}) override;
    QStringList addBulk(const QList<QJsonObject> &data) override;
    bool work(const QJsonObject &options = {}) override;
    void stop() override;
    QJsonArray ran() override;
    QJsonObject counts() override;
    bool act(const QString &what, const QJsonObject &args = {}) override;
    QString error() const override { return m_error; }
    queue::Queue &queue() { return m_queue; }

private:
    Result<std::vector<queue::Change>> change(const QString &what, const QJsonObject &args);
    template <typename T>
    bool keep(const Result<T> &result);

    queue::Queue m_queue;
    queue::Control m_control{m_queue};
    QString m_error;
    std::mutex m_mutex;
    QJsonArray m_ran;
    std::unique_ptr<queue::Worker> m_worker; ///< last, so that it ends first
};

class TheirSide final : public QueueSide {
public:
    TheirSide(Peer &peer, QString queue)
        : m_peer(peer)
        , m_queue(std::move(queue)) {}
    ~TheirSide() override { stop(); }
    QString add(const QJsonObject &data, const QJsonObject &options = {}) override;
    QStringList addBulk(const QList<QJsonObject> &data) override;
    bool work(const QJsonObject &options = {}) override;
    void stop() override { call("stop"); }
    QJsonArray ran() override { return call("ran").toArray(); }
    QJsonObject counts() override { return call("counts").toObject(); }
    bool act(const QString &what, const QJsonObject &args = {}) override { return !call(what, args).isUndefined(); }
    QString error() const override { return m_peer.error(); }
    QJsonValue call(const QString &what, QJsonObject args = {});

private:
    Peer &m_peer;
    QString m_queue;
};

} // namespace wemo::tests
