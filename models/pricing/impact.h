#pragma once
#include "models/core/id.h"
#include "models/core/result.h"
#include "models/pricing/money.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <array>

namespace wemo::pricing {

/// Sums over past rides priced twice. All money in whole TWD (what was due).
struct ImpactSums {
    qint64 rides = 0;
    qint64 before = 0;
    qint64 after = 0;
    qint64 more = 0; ///< rides that would pay more
    qint64 less = 0;
    void add(qint64 dueBefore, qint64 dueAfter);
    void add(const ImpactSums &other);
    bool operator==(const ImpactSums &) const = default;
};

/// A past ride that would change much.
struct ImpactMover {
    Id rideId = 0;
    qint64 before = 0;
    qint64 after = 0;
    QString plan; ///< code
    bool operator==(const ImpactMover &) const = default;
};

bool isBiggerRise(const ImpactMover &one, const ImpactMover &other); ///< ties: the earlier ride
bool isBiggerFall(const ImpactMover &one, const ImpactMover &other);

/// What a price change would have done to past rides. Sums of parts are the sum of the whole: work is split over
/// threads and merged.
struct Impact {
    static constexpr int bins = 41;       ///< of the change of a ride's fare, in steps of binWidth, the middle one is 0
    static constexpr qint64 binWidth = 5; ///< TWD; the outermost bins hold all beyond
    static constexpr int mostMovers = 20; ///< each way

    ImpactSums total;
    QMap<QString, ImpactSums> byPlan; ///< by code
    QMap<QString, ImpactSums> byZone; ///< of the pick-up
    QMap<QString, ImpactSums> byTier;
    std::array<qint64, bins> histogram{};
    QList<ImpactMover> up;   ///< biggest rises first; ties by ride
    QList<ImpactMover> down; ///< biggest falls first
    qint64 skipped = 0;      ///< rides no plan was for, before or after

    void merge(const Impact &other);
    static int binOf(qint64 change);
};
QJsonObject toJson(const Impact &impact);
Result<Impact> impactFromJson(const QJsonObject &json);

} // namespace wemo::pricing
