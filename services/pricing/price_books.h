#pragma once
#include "services/pricing/price_book.h"

#include <condition_variable>
#include <mutex>
#include <thread>

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
    ~PriceBooks();
    Q_DISABLE_COPY_MOVE(PriceBooks)

    void start();
    void stop();
    /// Something may have changed: look now. Thread-safe, returns at once.
    void wake();
    /// Looks in the caller's thread.
    Result<void> refresh();
    /// Unavailable "prices-loading" until the store was read once.
    Result<std::shared_ptr<const PriceBook>> current() const;

private:
    void loop();
    BookSource &m_source;
    const Milliseconds m_every;
    std::mutex m_refreshing; ///< one at a time
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::shared_ptr<const PriceBook> m_book;
    std::thread m_thread;
    bool m_isWoken = false;
    bool m_isStopping = false;
};

} // namespace wemo::pricing
