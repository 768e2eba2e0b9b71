#pragma once
#include "models/queue/change.h"
#include "models/staff/session.h"
#include "services/queue/control.h"
#include "services/queue/inspector.h"
#include "services/queue/job_owner.h"
#include "services/sms/message_list.h"
#include "services/staff/audit.h"

namespace wemo::api {

/// A queue people see and act on.
struct ServedQueue {
    queue::Queue *queue = nullptr;
    queue::JobOwner *owner = nullptr; ///< of what its jobs stand for; none: the jobs are all there is
};

/// What acting on jobs needs. All of it outlives who is given it.
struct QueueDependencies {
    QList<ServedQueue> queues;
    storage::Database &database;
    staff::AuditLog &audit;
    sms::MessageList &messages; ///< finds the jobs of a phone number
};

/// What a search of people's means: the text itself, and the jobs it names.
Result<queue::JobSearch> jobSearchOf(const QueueDependencies &dependencies, const queue::JobFilter &filter);

struct JobChange {
    enum class Kind { Replay, Promote, Remove, Delay, Priority };
    Kind kind = Kind::Replay;
    queue::JobSelection selection;
    Milliseconds delay{0};
    qint64 priority = 0;
};

/// What a member of staff does to the jobs of one queue: noted in the audit log first, since Redis cannot be part of
/// its transaction and nothing may be done without its row; then the owner, then the jobs.
class JobChanges {
public:
    JobChanges(const QueueDependencies &dependencies, const ServedQueue &queue, staff::Account actor)
        : m_dependencies(dependencies)
        , m_queue(queue)
        , m_actor(std::move(actor)) {}

    /// A match is done for 5,000 jobs or some seconds at most at a time.
    Result<queue::ChangeOutcome> run(const JobChange &change);
    Result<qint64> undo(const QString &token);

    struct Removal {
        QList<queue::JobState> states;
        Milliseconds olderThan{0};
        qint64 most = 0;
    };
    struct Removed {
        qint64 count = 0;
        bool more = false; ///< there was no time for all
    };
    /// For good. Jobs with an owner go one by one, for some seconds at most.
    Result<Removed> removeAll(const Removal &removal, const QString &action);

private:
    struct Selected {
        QStringList ids;
        bool more = false;
    };
    Result<Selected> select(const queue::JobSelection &selection);
    Result<void> note(const QString &action, const QString &target, const QJsonObject &what);
    Result<void> doChunk(const JobChange &change, const QStringList &ids, queue::ChangeOutcome &outcome);
    Result<QStringList> askOwner(JobChange::Kind kind, const QStringList &ids, queue::ChangeOutcome &outcome);
    Result<std::vector<queue::Change>> apply(const JobChange &change, const QStringList &ids, const QString &undo);
    Result<Removed> removeOwned(queue::JobState state, const Removal &removal, qint64 most);
    QString queueName() const { return QString::fromStdString(m_queue.queue->name()); }

    const QueueDependencies &m_dependencies;
    const ServedQueue m_queue;
    const staff::Account m_actor;
};

} // namespace wemo::api
