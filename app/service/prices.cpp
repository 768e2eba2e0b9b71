#include "app/service/prices.h"

#include "app/service/domains.h"
#include "services/api/gbfs_routes.h"
#include "services/api/impact_routes.h"
#include "services/api/quote_routes.h"
#include "services/runtime/log.h"

namespace wemo::service {

Prices::Prices(const Ground &ground)
    : m_clock(ground.clock)
    , m_source(ground.database)
    , m_books(m_source)
    , m_rides(ground.database)
    , m_impacts([this](const pricing::ImpactRequest &request, std::atomic<qint64> &done, std::atomic<qint64> &total,
                       const std::atomic<bool> &isCanceled) { return measure(request, done, total, isCanceled); },
                ground.clock, ground.ids) {}

void Prices::prepare() {
    if (const Result<void> read = m_books.refresh(); !read)
        runtime::log::warn("prices-not-read", {{"code", read.error().code}, {"detail", read.error().detail}});
}

QList<api::Route> Prices::routes(std::function<Result<QList<pricing::PriceChange>>(Id)> changesOf) {
    return api::quoteRoutes({m_books, m_clock}) + api::gbfsRoutes({m_books, m_clock}) +
           api::impactRoutes({m_impacts, m_books, std::move(changesOf)});
}

Result<void> Prices::check() const {
    const auto book = m_books.current();
    return book ? Result<void>() : Failure(book.error());
}

void Prices::start() {
    m_books.start();
    m_impacts.start();
}

void Prices::stop() {
    m_impacts.stop();
    m_books.stop();
}

/// By the prices as they are when its turn has come.
Result<pricing::Impact> Prices::measure(const pricing::ImpactRequest &request, std::atomic<qint64> &done,
                                        std::atomic<qint64> &total, const std::atomic<bool> &isCanceled) {
    const auto book = m_books.current();
    if (!book)
        return Failure(book.error());
    std::atomic<qint64> read = 0; // shown as 0 of 0: reading is another thing than pricing
    const Result<pricing::PastRides> rides = m_rides.upToDate(read, isCanceled);
    if (!rides)
        return Failure(rides.error());
    total = rides->count;
    return pricing::measureImpact(*rides, **book, request, done, isCanceled);
}

} // namespace wemo::service
