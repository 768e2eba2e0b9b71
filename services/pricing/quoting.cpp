#include "services/pricing/quoting.h"

#include "models/core/json_reader.h"

namespace wemo::pricing {

namespace {
constexpr int longestOrder = 200;

Failure noPrice(const QString &message) {
    return failure(ErrorKind::NotFound, "no-price", message);
}

std::vector<const Config *> configsOf(const std::vector<PricedStretch> &stretches) {
    std::vector<const Config *> configs;
    configs.reserve(stretches.size());
    for (const PricedStretch &stretch : stretches)
        configs.push_back(&stretch.slot.config());
    return configs;
}

Result<Quote> quoteOf(const std::vector<PricedStretch> &stretches, const Ride &ride) {
    if (stretches.size() == 1)
        return quote(stretches.front().slot.config(), ride);
    std::vector<Stretch> all;
    all.reserve(stretches.size());
    for (const PricedStretch &stretch : stretches)
        all.push_back({&stretch.slot.config(), stretch.fromMinute});
    return quote(all, ride);
}

void tell(PricedRide &priced, const std::vector<const Config *> &configs, const Names &names) {
    priced.textZh = explain(priced.quote, configs, priced.ride, priced.planNameZh, names, Language::Chinese);
    priced.textEn = explain(priced.quote, configs, priced.ride, priced.planNameEn, names, Language::English);
}

void name(PricedRide &priced, const Plan &plan, const std::vector<PricedStretch> &stretches) {
    const PriceBook::Slot &first = stretches.front().slot;
    priced.planId = plan.id;
    priced.planCode = plan.code;
    priced.planNameZh = plan.nameZh;
    priced.planNameEn = plan.nameEn;
    priced.intervalId = first.interval->id;
    priced.configId = first.record->id;
    priced.configVersion = first.record->version;
    priced.fingerprint = first.record->fingerprint;
    for (const PricedStretch &stretch : stretches)
        if (stretches.size() > 1)
            priced.parts.push_back({stretch.slot.record->id, stretch.slot.record->version,
                                    stretch.slot.record->fingerprint, stretch.fromMinute});
}
} // namespace

Result<QuoteRequest> quoteRequestFromJson(QJsonObject json) {
    QuoteRequest request;
    QJsonObject extras;
    for (const char *member : {"explain", "supersedes"})
        if (const QString key = QString::fromLatin1(member); json.contains(key))
            extras.insert(key, json.take(key));
    JsonReader reader(extras);
    request.isExplained = reader.optionalBoolean("explain").value_or(false);
    request.supersedes = reader.optionalString("supersedes", longestOrder).value_or(QString());
    Result<Ride> ride = rideFromJson(json);
    if (ride)
        request.ride = *std::move(ride);
    else
        reader.failAll(ride.error().fields);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return request;
}

Result<PricedRide> priceRide(const PriceBook &book, const QuoteRequest &request) {
    const PriceBook::Row *row = book.rowFor(request.ride);
    if (!row)
        return noPrice("No plan is for this ride.");
    const std::vector<PricedStretch> stretches = stretchesOf(*row, request.ride);
    if (stretches.empty())
        return noPrice(QString("Nothing is in force for the plan \"%1\" at the ride's start.").arg(row->plan->code));
    Result<Quote> quote = quoteOf(stretches, request.ride);
    if (!quote)
        return Failure(quote.error());
    PricedRide priced;
    priced.ride = request.ride;
    priced.supersedes = request.supersedes;
    priced.quote = *std::move(quote);
    name(priced, *row->plan, stretches);
    if (request.isExplained)
        tell(priced, configsOf(stretches), book.names());
    return priced;
}

Result<PricedRide> previewRide(const Config &config, const Ride &ride, const Names &names) {
    Result<Quote> quoted = quote(config, ride);
    if (!quoted)
        return Failure(quoted.error());
    PricedRide priced;
    priced.ride = ride;
    priced.quote = *std::move(quoted);
    priced.fingerprint = fingerprintOf(config);
    tell(priced, {&config}, names);
    return priced;
}

Result<InForce> inForceFor(const PriceBook &book, const Ride &ride) {
    const PriceBook::Row *row = book.rowFor(ride);
    if (!row)
        return noPrice("No plan is for this ride.");
    const PriceBook::Slot *slot = row->at(ride.start);
    if (!slot)
        return noPrice(QString("Nothing is in force for the plan \"%1\" at that time.").arg(row->plan->code));
    return InForce{*row->plan, *slot->interval, *slot->record};
}

} // namespace wemo::pricing
