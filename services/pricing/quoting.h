#pragma once
#include "models/pricing/priced_ride.h"
#include "services/pricing/price_book.h"

namespace wemo::pricing {

struct QuoteRequest {
    Ride ride;
    bool isExplained = false; ///< with the fare in words, in both languages
    QString supersedes;       ///< an order this re-rates
};
/// The members of a ride beside "explain" and "supersedes". Strict.
Result<QuoteRequest> quoteRequestFromJson(QJsonObject json);

/// NotFound "no-price" where no plan is for the ride or nothing is in force at its start.
Result<PricedRide> priceRide(const PriceBook &book, const QuoteRequest &request);
/// By a config nobody has saved: the answer names no plan and no config.
Result<PricedRide> previewRide(const Config &config, const Ride &ride, const Names &names);

/// What prices a ride with these facts that starts at its start. NotFound "no-price".
Result<InForce> inForceFor(const PriceBook &book, const Ride &ride);

/// Something a stored quote says otherwise than its own configs.
struct QuoteDifference {
    QString path;
    QString before; ///< as the stored quote has it; empty = not there
    QString after;  ///< as it is when priced again
    bool operator==(const QuoteDifference &) const = default;
};
/// Prices a stored quote again from the configs it names. NotFound "config-not-found" where the store has one no more.
Result<QList<QuoteDifference>> verifyQuote(const PriceBook &book, const PricedRide &stored);

} // namespace wemo::pricing
