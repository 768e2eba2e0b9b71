#pragma once
#include "models/core/time.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"

#include <QSet>

#include <atomic>
#include <limits>

namespace wemo::demo {

struct Scale {
    int messages = 200'000;
    int days = 60;
    quint32 seed = 20'260'101;
};

/// An invented company: two months of messages with their events, believable by the hour, by state and by reason, and
/// Mrs Lin (0912-345-678), whose code did not arrive. The same seed gives the same company, ending at the clock's now.
class Company {
public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    Company(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets, Scale scale = {});

    /// Writes what is not there yet, newest first, a chunk a transaction, each with its mark: after a kill it goes on
    /// where it stopped, and once whole it does nothing. `canceled` ends it between two chunks (ErrorKind::Canceled).
    /// With `newest`, it stops once that many messages are there: the rest can be written while people work already.
    Result<void> seed(const Progress &progress, const std::atomic<bool> &canceled,
                      int newest = std::numeric_limits<int>::max());

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const runtime::Secrets &m_secrets;
    Scale m_scale;
};

} // namespace wemo::demo
