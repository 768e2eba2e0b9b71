#include "services/pricing/ride_archive.h"

#include "services/pricing/ride_reader.h"

#include <thread>

namespace wemo::pricing {

namespace {
constexpr qint64 worthTwoThreads = 40'000;

template <typename T>
void extend(std::vector<T> &into, const std::vector<T> &from) {
    into.insert(into.end(), from.begin(), from.end());
}

Result<Id> middleOf(storage::Database &database, const RideSpan &span) {
    return database.read([&](storage::Connection &connection) -> Result<Id> {
        const auto rows = connection.query("pricing/rides_skip", {{"after", span.after}, {"skip", span.count / 2}});
        if (!rows)
            return Failure(rows.error());
        return rows->isEmpty() ? span.upTo : rows->first().integer("id");
    });
}

using Parts = std::vector<Result<RidesRead>>;

/// The older half on a thread of its own, the newer on the caller's.
Parts readHalves(storage::Database &database, const RideSpan &span, Id middle, std::atomic<qint64> &read,
                 const std::atomic<bool> &isCanceled) {
    Parts parts(2, RidesRead{});
    std::thread older([&] { parts[0] = readRides(database, {span.after, middle, 0}, read, isCanceled); });
    parts[1] = readRides(database, {middle, span.upTo, 0}, read, isCanceled);
    older.join();
    return parts;
}
} // namespace

size_t qHash(const RideKind &kind, size_t seed) {
    return qHashMulti(seed, kind.product, kind.model, kind.tier, kind.pickupZone, kind.returnZone, kind.packageHours);
}

void RideBlock::reserve() {
    ids.reserve(most);
    starts.reserve(most);
    seconds.reserve(most);
    metres.reserve(most);
    kinds.reserve(most);
}

void RideBlock::append(const RideBlock &other) {
    extend(ids, other.ids);
    extend(starts, other.starts);
    extend(seconds, other.seconds);
    extend(metres, other.metres);
    extend(kinds, other.kinds);
}

RideArchive::RideArchive(storage::Database &database, qint64 most)
    : m_database(database)
    , m_most(most) {
    m_rides.kinds = std::make_shared<const std::vector<RideKind>>();
}

Result<PastRides> RideArchive::upToDate(std::atomic<qint64> &read, const std::atomic<bool> &isCanceled) {
    const std::lock_guard lock(m_mutex);
    const Result<RideSpan> span = ridesAfter(m_database, m_last, m_most);
    if (!span)
        return Failure(span.error());
    if (span->count == 0)
        return m_rides;
    Parts parts;
    if (span->count < worthTwoThreads) {
        parts.push_back(readRides(m_database, *span, read, isCanceled));
    } else {
        const Result<Id> middle = middleOf(m_database, *span);
        if (!middle)
            return Failure(middle.error());
        parts = readHalves(m_database, *span, *middle, read, isCanceled);
    }
    for (const Result<RidesRead> &part : parts)
        if (!part)
            return Failure(part.error());
    for (Result<RidesRead> &part : parts)
        take(*std::move(part));
    m_last = span->upTo;
    letGo();
    return m_rides;
}

void RideArchive::take(RidesRead &&part) {
    std::vector<RideKind> kinds = *m_rides.kinds;
    std::vector<quint32> places;
    for (const RideKind &kind : part.kinds) {
        auto place = m_places.constFind(kind);
        if (place == m_places.constEnd()) {
            place = m_places.insert(kind, static_cast<quint32>(kinds.size()));
            kinds.push_back(kind);
        }
        places.push_back(*place);
    }
    m_rides.kinds = std::make_shared<const std::vector<RideKind>>(std::move(kinds));
    for (std::shared_ptr<RideBlock> &block : part.blocks) {
        for (quint32 &kind : block->kinds)
            kind = places[kind];
        append(std::move(block));
    }
}

/// Small blocks are joined to the last, or one would be added each time somebody looks.
void RideArchive::append(std::shared_ptr<RideBlock> block) {
    m_rides.count += static_cast<qint64>(block->size());
    std::vector<std::shared_ptr<const RideBlock>> &blocks = m_rides.blocks;
    if (blocks.empty() || blocks.back()->size() + block->size() > RideBlock::most) {
        blocks.push_back(std::move(block));
        return;
    }
    auto joined = std::make_shared<RideBlock>();
    joined->reserve();
    joined->append(*blocks.back()); // a copy: others may be looking at it
    joined->append(*block);
    blocks.back() = std::move(joined);
}

void RideArchive::letGo() {
    std::vector<std::shared_ptr<const RideBlock>> &blocks = m_rides.blocks;
    while (m_rides.count > m_most && blocks.size() > 1) {
        m_rides.count -= static_cast<qint64>(blocks.front()->size());
        blocks.erase(blocks.begin());
    }
}

} // namespace wemo::pricing
