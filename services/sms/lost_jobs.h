#pragma once
#include "services/sms/gateways.h"
#include "services/sms/lanes.h"
#include "services/sms/message_log.h"

namespace wemo::sms {

/// Finds messages that wait for a worker and may have no job any more, and adds it again. A job that is there is not
/// added twice. Of one thread.
class LostJobs {
public:
    /// How many of them were not there, or had ended and begin again.
    using AddJobs = std::function<Result<int>(Purpose, const QList<Id> &)>;
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        Gateways &gateways;
        AddJobs addJobs;
    };
    /// `lostAfter`: one that nothing was heard of for so long. `batch`: of each kind in one round; the next round goes
    /// on behind it, so that a long line of jobs that are there hides none that is lost.
    LostJobs(Parts parts, Milliseconds lostAfter, int batch);

    Result<int> addAgain();
    /// To the queues of `lanes`, which outlives it.
    static AddJobs addJobsTo(Lanes &lanes);

private:
    struct Kind {
        DeliveryState state = DeliveryState::Created;
        int inTheAir = 0;
        QString gateway = {}; ///< empty = any
        Id after = 0;
    };
    Result<int> addKind(Kind &kind);

    Parts m_parts;
    Milliseconds m_lostAfter;
    int m_batch;
    QList<Kind> m_kinds;
};

} // namespace wemo::sms
