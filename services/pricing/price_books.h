#pragma once
#include "services/pricing/price_book.h"
#include "services/runtime/ticker.h"

#include <mutex>

namespace wemo::pricing {

/// Where the current price book comes from. Thread-safe.
class BookSource {
public:
    virtual ~BookSource() = default;
    /// The version of what is in the store now.
    virtual Result<qint64> version() = 0;
    virtual Result<BookParts> load() = 0;
};

/// Holds the current price book and keeps it so: one thread compares the store's version each second and when told that
/// something changed. While the store is away the last book stays. All services see a change within that second, so a
/// change is to be published some seconds ahead.
class PriceBooks {
public:
    explicit PriceBooks(BookSource &source, Milliseconds every = Milliseconds(1000));
    Q_DISABLE_COPY_MOVE(PriceBooks)

    void start() { m_ticker.start(); }
    void stop() { m_ticker.stop(); }
    /// Something may have changed: look now. Thread-safe, returns at once.
    void wake() { m_ticker.wake(); }
    /// Looks in the caller's thread.
    Result<void> refresh();
    /// Unavailable "prices-loading" until the store was read once.
    Result<std::shared_ptr<const PriceBook>> current() const;

private:
    void turn();
    BookSource &m_source;
    std::mutex m_refreshing; ///< one at a time
    mutable std::mutex m_mutex;
    std::shared_ptr<const PriceBook> m_book;
    bool m_wasWell = true; ///< the ticker's own
    runtime::Ticker m_ticker;
};

} // namespace wemo::pricing
