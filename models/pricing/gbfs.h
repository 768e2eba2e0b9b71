#pragma once
#include "models/pricing/config.h"
#include "models/pricing/plan.h"

namespace wemo::pricing {

enum class GbfsVersion { V2_3, V3_0 };

struct GbfsPlan {
    Plan plan;
    Config config;
};
/// system_pricing_plans.json. What GBFS has no words for (zones, tiers, caps, calendars, passes) is told in the plan's
/// description; hourly packages become a plan each. 2.3 has one language: zh-TW.
QJsonObject gbfsDocument(const QList<GbfsPlan> &plans, GbfsVersion version, Instant updatedAt, qint64 ttlSeconds);

/// What the schema lets through: an end before its start, two plans of one id, a currency not in capitals, a language
/// not like "zh-TW", a price that is no number ≥ 0. Paths into the document.
QList<FieldError> checkGbfs(const QJsonObject &document, GbfsVersion version);

/// What GBFS can say of a config: the components it has no words for are left out.
Result<Config> configFromGbfs(const QJsonObject &plan);

} // namespace wemo::pricing
