#include "services/pricing/ride_reader.h"

namespace wemo::pricing {

namespace {
constexpr int page = 20'000;

/// Fills blocks row by row.
class Reader {
public:
    explicit Reader(RidesRead &into)
        : m_into(into) {}

    void take(const storage::Cells &cells) {
        if (m_into.blocks.empty() || m_into.blocks.back()->size() == RideBlock::most) {
            m_into.blocks.push_back(std::make_shared<RideBlock>());
            m_into.blocks.back()->reserve();
        }
        RideBlock &block = *m_into.blocks.back();
        const qint64 start = cells.integer(1);
        block.ids.push_back(cells.integer(0));
        block.starts.push_back(start);
        block.seconds.push_back(static_cast<qint32>((cells.integer(2) - start + 999) / 1000));
        block.metres.push_back(static_cast<qint32>(cells.integer(4) - cells.integer(3)));
        block.kinds.push_back(kindOf(cells));
    }
    Id last() const { return m_into.blocks.empty() ? 0 : m_into.blocks.back()->ids.back(); }

private:
    quint32 kindOf(const storage::Cells &cells) {
        const RideKind kind{cells.text(5), cells.text(6), cells.text(7),
                            cells.text(8), cells.text(9), cells.integer(10)};
        const auto found = m_places.constFind(kind);
        if (found != m_places.constEnd())
            return *found;
        const auto place = static_cast<quint32>(m_into.kinds.size());
        m_into.kinds.push_back(kind);
        m_places.insert(kind, place);
        return place;
    }

    RidesRead &m_into;
    QHash<RideKind, quint32> m_places;
};
} // namespace

Result<RideSpan> ridesAfter(storage::Database &database, Id after, qint64 most) {
    return database.read([&](storage::Connection &connection) -> Result<RideSpan> {
        const auto rows = connection.query("pricing/rides_after", {{"after", after}});
        if (!rows)
            return Failure(rows.error());
        RideSpan span{after, rows->first().integer("last"), rows->first().integer("count")};
        if (span.count <= most)
            return span;
        const auto oldest = connection.query("pricing/rides_skip", {{"after", after}, {"skip", span.count - most}});
        if (!oldest)
            return Failure(oldest.error());
        span.after = oldest->first().integer("id") - 1;
        span.count = most;
        return span;
    });
}

Result<RidesRead> readRides(storage::Database &database, RideSpan span, std::atomic<qint64> &read,
                            const std::atomic<bool> &isCanceled) {
    RidesRead all;
    Reader reader(all);
    for (qint64 rows = page; rows == page; read += rows) {
        if (isCanceled)
            return failure(ErrorKind::Canceled, "canceled", "It was canceled.");
        const Id after = std::max(span.after, reader.last());
        rows = 0;
        const Result<void> done = database.read([&](storage::Connection &connection) {
            return connection.scan("pricing/rides", {{"after", after}, {"up_to", span.upTo}, {"limit", page}},
                                   [&](const storage::Cells &cells) {
                                       reader.take(cells);
                                       ++rows;
                                   });
        });
        if (!done)
            return Failure(done.error());
    }
    return all;
}

} // namespace wemo::pricing
