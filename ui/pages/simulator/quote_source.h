#pragma once
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

/// What prices a ride.
class RidePricer {
public:
    virtual ~RidePricer() = default;
    virtual QFuture<ui::ApiResult<wemo::pricing::PricedRide>> quote(const wemo::pricing::Ride &ride) = 0;
};

/// The service: pricing rides and checking stored quotes.
class QuoteSource final : public RidePricer {
public:
    explicit QuoteSource(ui::ApiClient &client)
        : m_client(client) {}

    /// With the fare in words, in both languages.
    QFuture<ui::ApiResult<wemo::pricing::PricedRide>> quote(const wemo::pricing::Ride &ride) override;
    QFuture<ui::ApiResult<VerifyOutcome>> verify(const QJsonObject &quote);

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::simulator
