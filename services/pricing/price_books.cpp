#include "services/pricing/price_books.h"

#include "services/runtime/log.h"

namespace wemo::pricing {

PriceBooks::PriceBooks(BookSource &source, Milliseconds every)
    : m_source(source)
    , m_ticker([this] { turn(); }, every, runtime::Ticker::First::AfterTime) {}

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

void PriceBooks::turn() {
    const Result<void> done = refresh();
    if (!done && m_wasWell) // once, not each second that it is away
        runtime::log::warn("prices-not-refreshed", {{"code", done.error().code}, {"detail", done.error().detail}});
    m_wasWell = done.has_value();
}

} // namespace wemo::pricing
