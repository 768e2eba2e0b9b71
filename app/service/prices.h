#pragma once
#include "services/api/router.h"
#include "services/pricing/impact_tasks.h"
#include "services/pricing/price_books.h"
#include "services/pricing/ride_archive.h"
#include "services/pricing/store_book.h"

namespace wemo::service {

struct Ground;

/// What is asked of prices, beside their editing: quotes, what is in force, what a change would have done, GBFS.
class Prices {
public:
    explicit Prices(const Ground &ground);
    Q_DISABLE_COPY_MOVE(Prices)

    /// Reads the prices, so that the first request finds them; a store that is away is asked again once started.
    void prepare();
    /// `changesOf` says what a campaign changes.
    QList<api::Route> routes(std::function<Result<QList<pricing::PriceChange>>(Id campaign)> changesOf);
    Result<void> check() const;     ///< whether there are prices to quote by
    void wake() { m_books.wake(); } ///< prices were changed. Thread-safe
    void start();
    void stop();

private:
    Result<pricing::Impact> measure(const pricing::ImpactRequest &request, std::atomic<qint64> &done,
                                    std::atomic<qint64> &total, const std::atomic<bool> &isCanceled);

    const Clock &m_clock;
    pricing::StoreBook m_source;
    pricing::PriceBooks m_books;
    pricing::RideArchive m_rides;
    pricing::ImpactTasks m_impacts; ///< last: its thread uses the others
};

} // namespace wemo::service
