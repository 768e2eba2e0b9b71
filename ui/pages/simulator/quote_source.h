#pragma once
#include "models/pricing/book.h"
#include "models/pricing/priced_ride.h"
#include "ui/client/api_client.h"

namespace wemo::pages::simulator {

/// Something a stored quote says otherwise than its own configs.
struct VerifyDifference {
    QString path;
    QString before; ///< as the stored quote has it; empty = not there
    QString after;  ///< as it is when priced again
};
struct VerifyOutcome {
    bool matches = false;
    QList<VerifyDifference> differences;
};

/// The service: pricing rides and checking stored quotes.
class QuoteSource final {
public:
    explicit QuoteSource(ui::ApiClient &client)
        : m_client(client) {}

    /// With the fare in words, in both languages.
    QFuture<ui::ApiResult<wemo::pricing::PricedRide>> quote(const wemo::pricing::Ride &ride);
    QFuture<ui::ApiResult<VerifyOutcome>> verify(const QJsonObject &quote);
    /// The words a ride is made of.
    QFuture<ui::ApiResult<QList<wemo::pricing::CatalogEntry>>> catalog();
    /// When prices change: all plans and their intervals.
    QFuture<ui::ApiResult<wemo::pricing::TimelineBook>> timelines();

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::simulator
