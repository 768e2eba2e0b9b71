#include "ui/pages/simulator/quote_source.h"

#include "models/core/json_parts.h"

namespace wemo::pages::simulator {

using wemo::pricing::PricedRide;

namespace {
constexpr int mostDifferences = 100'000;
constexpr int longestValue = 20'000;

Result<VerifyDifference> readDifference(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    VerifyDifference difference;
    difference.path = reader.string("path", longestValue);
    difference.before = reader.optionalString("before", longestValue).value_or(QString());
    difference.after = reader.optionalString("after", longestValue).value_or(QString());
    return reader.finishLenient(std::move(difference));
}

Result<VerifyOutcome> outcomeFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    VerifyOutcome outcome;
    outcome.matches = reader.optionalBoolean("matches").value_or(false);
    const auto found = itemsFrom<VerifyDifference>(reader, "differences", mostDifferences, readDifference);
    outcome.differences = {found.cbegin(), found.cend()};
    return reader.finishLenient(std::move(outcome));
}
} // namespace

QFuture<ui::ApiResult<PricedRide>> QuoteSource::quote(const wemo::pricing::Ride &ride) {
    QJsonObject body = toJson(ride);
    body.insert("explain", true);
    return m_client.post(QStringLiteral("/api/v1/quotes"), body, wemo::pricing::pricedRideFromJson);
}

QFuture<ui::ApiResult<VerifyOutcome>> QuoteSource::verify(const QJsonObject &quote) {
    return m_client.post(QStringLiteral("/api/v1/quotes/verify"), QJsonObject{{"quote", quote}}, outcomeFromJson);
}

} // namespace wemo::pages::simulator
