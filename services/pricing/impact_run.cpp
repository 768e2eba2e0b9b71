#include "services/pricing/impact_run.h"

#include "services/pricing/impact_tally.h"

#include <thread>

namespace wemo::pricing {

namespace {
constexpr std::size_t step = 4'096; // rides between two looks at the clock, so to speak

/// One thread's work: blocks are dealt out by a counter that the threads share.
class Worker {
public:
    Worker(const PastRides &rides, const PriceBook &book, const ImpactRequest &request)
        : m_rides(rides)
        , m_request(request)
        , m_tally(*rides.kinds, book, request.changes) {}

    void run(std::atomic<std::size_t> &next, std::atomic<qint64> &done, const std::atomic<bool> &isCanceled) {
        for (std::size_t i = next++; i < m_rides.blocks.size(); i = next++) {
            const RideBlock &block = *m_rides.blocks[i];
            for (std::size_t at = 0; at < block.size(); at += step) {
                if (isCanceled)
                    return;
                const std::size_t end = std::min(block.size(), at + step);
                look(block, at, end);
                done += static_cast<qint64>(end - at);
            }
        }
    }
    Impact result() { return m_tally.result(); }

private:
    void look(const RideBlock &block, std::size_t from, std::size_t to) {
        const qint64 begin = toMs(m_request.from), end = toMs(m_request.to);
        for (std::size_t i = from; i < to; ++i)
            if (block.starts[i] >= begin && block.starts[i] < end)
                m_tally.add(block, i);
    }

    const PastRides &m_rides;
    const ImpactRequest &m_request;
    ImpactTally m_tally;
};
} // namespace

Result<Impact> measureImpact(const PastRides &rides, const PriceBook &book, const ImpactRequest &request,
                             std::atomic<qint64> &done, const std::atomic<bool> &isCanceled) {
    Worker mine(rides, book, request), other(rides, book, request);
    std::atomic<std::size_t> next = 0;
    std::thread thread([&] { other.run(next, done, isCanceled); });
    mine.run(next, done, isCanceled);
    thread.join();
    if (isCanceled)
        return failure(ErrorKind::Canceled, "canceled", "It was canceled.");
    Impact impact = mine.result();
    impact.merge(other.result());
    return impact;
}

} // namespace wemo::pricing
