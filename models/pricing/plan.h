#pragma once
#include "models/core/id.h"
#include "models/core/result.h"
#include "models/pricing/ride.h"

#include <QJsonObject>

namespace wemo::pricing {

/// What happens to a ride that runs past the end of a config.
enum class BoundaryRule {
    Start, ///< priced by the config in force at its start, to its end
    Split, ///< each minute by the config in force when it begins
};
QString toString(BoundaryRule rule); ///< start, split
std::optional<BoundaryRule> boundaryRuleFromString(QStringView text);

/// A row of the main table: what is for sale, and to whom. Empty model, zone or tier = any.
struct Plan {
    Id id = 0;
    QString code; ///< unique, "candy-adult": lower case, digits, hyphens
    QString nameZh;
    QString nameEn;
    QString product = QStringLiteral("per_minute");
    QString model;
    QString zone; ///< of the pick-up
    QString tier;
    BoundaryRule boundary = BoundaryRule::Start;
    bool isInvented = false;          ///< demo data that is not public fact
    std::optional<Instant> retiredAt; ///< not for sale from then on
    qint64 version = 0;               ///< of this row; counts up with every save
    qint64 timelineVersion = 0;       ///< of its timeline; counts up with every change to an interval
    bool operator==(const Plan &) const = default;

    /// How many of model, zone and tier it names.
    int specificity() const { return !model.isEmpty() + !zone.isEmpty() + !tier.isEmpty(); }
    bool appliesTo(const Ride &ride) const;
};

/// True where some ride would fit both and neither is more specific: such a plan is not saved.
bool isAmbiguous(const Plan &one, const Plan &other);
/// The most specific plan that applies and is not retired at the ride's start; null = none.
const Plan *planFor(const QList<Plan> &plans, const Ride &ride);

QJsonObject toJson(const Plan &plan);
/// Lenient, for answers. Edits are read by planEditFromJson: code, name_zh, name_en, product, model, zone, tier,
/// boundary.
Result<Plan> planFromJson(const QJsonObject &json);
Result<Plan> planEditFromJson(const QJsonObject &json);

/// A word of the catalog: a vehicle model, zone, tier or product, and what it is called.
struct CatalogEntry {
    QString kind; ///< model, zone, tier, product
    QString code;
    QString nameZh;
    QString nameEn;
    bool isInvented = false;
    bool operator==(const CatalogEntry &) const = default;
};
QJsonObject toJson(const CatalogEntry &entry);
Result<CatalogEntry> catalogEntryFromJson(const QJsonObject &json);

} // namespace wemo::pricing
