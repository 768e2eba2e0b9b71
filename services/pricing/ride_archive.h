#pragma once
#include "models/core/id.h"
#include "models/core/result.h"
#include "models/core/time.h"

#include <QHash>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace wemo::storage {
class Database;
}

namespace wemo::pricing {

struct RidesRead;

/// What many past rides have in common, kept once.
struct RideKind {
    QString product;
    QString model;
    QString tier;
    QString pickupZone;
    QString returnZone;
    qint64 packageHours = 0; ///< 0 = none
    bool operator==(const RideKind &) const = default;
};
size_t qHash(const RideKind &kind, size_t seed = 0);

/// Past rides by column, ascending by id: 28 bytes a ride.
struct RideBlock {
    static constexpr std::size_t most = 16'384;
    std::vector<Id> ids;
    std::vector<qint64> starts; ///< milliseconds
    std::vector<qint32> seconds;
    std::vector<qint32> metres;
    std::vector<quint32> kinds; ///< places in PastRides::kinds
    std::size_t size() const { return ids.size(); }
    void reserve();
    void append(const RideBlock &other); ///< all of its rides
};

/// The archive at one moment; never changes.
struct PastRides {
    std::vector<std::shared_ptr<const RideBlock>> blocks;
    std::shared_ptr<const std::vector<RideKind>> kinds;
    qint64 count = 0;
};

/// Past rides in memory, since reading 500,000 rows takes longer than pricing them twice. Empty until first asked for;
/// each time it is, rides written since are appended, by id. Past rides never change and are written in the order of
/// their ids. Bounded by the number of rides: the oldest are let go of, block by block. Thread-safe.
class RideArchive {
public:
    static constexpr qint64 mostRides = 4'000'000; ///< 112 MB

    explicit RideArchive(storage::Database &database, qint64 most = mostRides);
    Q_DISABLE_COPY_MOVE(RideArchive)

    /// All that is in the store, read on two threads where it is much. `read` counts rides up while it goes on.
    Result<PastRides> upToDate(std::atomic<qint64> &read, const std::atomic<bool> &isCanceled);

private:
    void take(RidesRead &&part);
    void append(std::shared_ptr<RideBlock> block);
    void letGo();

    storage::Database &m_database;
    const qint64 m_most;
    std::mutex m_mutex;
    PastRides m_rides;
    QHash<RideKind, quint32> m_places; ///< of m_rides.kinds
    Id m_last = 0;
};

} // namespace wemo::pricing
