#pragma once
#include "models/pricing/plan.h"
#include "models/pricing/quote.h"

namespace wemo::pricing {

/// The answer to a quote: everything it takes to price the ride again years later, config included by id, version and
/// fingerprint.
struct PricedRide {
    Ride ride;
    Id planId = 0; ///< 0 (null in JSON), as the other ids: a config that is not stored was tried
    QString planCode;
    QString planNameZh;
    QString planNameEn;
    Id intervalId = 0; ///< in force at the start
    Id configId = 0;
    qint64 configVersion = 0;
    QString fingerprint; ///< SHA-256 of canonicalText(config), hexadecimal
    struct Part {
        Id configId = 0;
        qint64 configVersion = 0;
        QString fingerprint;
        qint64 fromMinute = 0;
        bool operator==(const Part &) const = default;
    };
    std::vector<Part> parts; ///< split plans that crossed a boundary: all configs, the first included; else empty
    Quote quote;
    QString supersedes; ///< an order this re-rates; as the caller gave it
    QString textZh;     ///< the explanation; only where it was asked for
    QString textEn;
};
QJsonObject toJson(const Line &line);
Result<Line> lineFromJson(const QJsonObject &json);
QJsonObject toJson(const PricedRide &priced);
Result<PricedRide> pricedRideFromJson(const QJsonObject &json);

} // namespace wemo::pricing
