#pragma once
#include "models/sms/message.h"
#include "services/queue/control.h"

#include <array>

namespace wemo::sms {

/// A queue for each purpose, so that a code never waits behind marketing: each has hands and a limit of its own.
/// Thread-safe.
class Lanes {
public:
    Lanes(redis::Pool &pool, const std::string &prefix, queue::JobOptions job, std::optional<queue::Limit> limit = {});
    Q_DISABLE_COPY_MOVE(Lanes)

    /// Refuses queues of a foreign layout. A lane nobody has given a limit yet gets the configured one.
    Result<void> open();
    queue::Queue &of(Purpose purpose) { return *m_queues[static_cast<std::size_t>(purpose)]; }
    std::vector<queue::Queue *> all();
    queue::NewJob job(Id message) const { return jobOf(message, m_job); }

    static constexpr std::array purposes{Purpose::Otp, Purpose::Transactional, Purpose::Marketing};
    static QString queueNameOf(Purpose purpose); ///< "sms-otp", …
    static queue::NewJob jobOf(Id message, const queue::JobOptions &options);
    /// The queue's priority of a message: there 0 goes before everything and 1 before 2. Codes wait in plain order,
    /// which is the quickest; the other lanes are ordered by priority throughout.
    static long long queuePriorityOf(Purpose purpose, int priority);
    /// Nothing where the data is none of a job of ours.
    static std::optional<Id> messageOf(const std::string &jobData);

private:
    queue::JobOptions m_job;
    std::optional<queue::Limit> m_limit;
    std::array<std::unique_ptr<queue::Queue>, purposes.size()> m_queues;
};

QString jobIdOf(Id message); ///< "sms-<id>"

} // namespace wemo::sms
