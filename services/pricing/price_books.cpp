#include "services/pricing/price_books.h"

#include "services/runtime/log.h"

namespace wemo::pricing {

PriceBooks::PriceBooks(BookSource &source, Milliseconds every)
    : m_source(source)
    , m_every(every) {}

PriceBooks::~PriceBooks() {
    stop();
}

void PriceBooks::start() {
    m_thread = std::thread([this] { loop(); });
}

void PriceBooks::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void PriceBooks::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_all();
}

Result<void> PriceBooks::refresh() {
    const std::lock_guard refreshing(m_refreshing);
    const Result<qint64> version = m_source.version();
    if (!version)
        return Failure(version.error());
    if (const auto book = current(); book && (*book)->version() == *version)
        return {};
    Result<BookParts> parts = m_source.load();
    if (!parts)
        return Failure(parts.error());
    auto book = std::make_shared<const PriceBook>(*std::move(parts));
    const std::lock_guard lock(m_mutex);
    m_book = std::move(book);
    return {};
}

Result<std::shared_ptr<const PriceBook>> PriceBooks::current() const {
    const std::lock_guard lock(m_mutex);
    if (m_book)
        return m_book;
    Error error{ErrorKind::Unavailable, "prices-loading", "The prices are not loaded yet.", {}};
    error.retryAfterMs = 1000;
    return failure(std::move(error));
}

void PriceBooks::loop() {
    bool wasWell = true;
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_changed.wait_for(lock, m_every, [this] { return m_isWoken || m_isStopping; });
        if (m_isStopping)
            return;
        m_isWoken = false;
        lock.unlock();
        const Result<void> done = refresh();
        if (!done && wasWell) // once, not each second that it is away
            runtime::log::warn("prices-not-refreshed", {{"code", done.error().code}, {"detail", done.error().detail}});
        wasWell = done.has_value();
        lock.lock();
    }
}

} // namespace wemo::pricing
