#include "models/pricing/plan.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

#include <QRegularExpression>

namespace wemo::pricing {

namespace {
constexpr EnumNames<BoundaryRule, 2> rules{{{BoundaryRule::Start, "start"}, {BoundaryRule::Split, "split"}}};
constexpr int longestName = 80;
constexpr int longestCode = 60;

/// Empty stands for any, in a plan.
bool fits(const QString &wanted, const QString &given) {
    return wanted.isEmpty() || wanted == given;
}
bool canMeet(const QString &one, const QString &other) {
    return one.isEmpty() || other.isEmpty() || one == other;
}

Plan readEdit(JsonReader &reader) {
    static const QRegularExpression codeForm("^[a-z0-9]+(-[a-z0-9]+)*$");
    Plan plan;
    plan.code = reader.string("code", longestCode);
    if (!plan.code.isEmpty() && !codeForm.match(plan.code).hasMatch())
        reader.fail("code", "bad-code", "Lower case letters, digits and single hyphens between them.");
    plan.nameZh = reader.string("name_zh", longestName).trimmed();
    plan.nameEn = reader.string("name_en", longestName).trimmed();
    plan.product = reader.string("product", longestCode);
    plan.model = reader.optionalString("model", longestCode).value_or(QString());
    plan.zone = reader.optionalString("zone", longestCode).value_or(QString());
    plan.tier = reader.optionalString("tier", longestCode).value_or(QString());
    if (reader.has("boundary"))
        plan.boundary = reader.word("boundary", boundaryRuleFromString);
    return plan;
}
} // namespace

QString toString(BoundaryRule rule) {
    return rules.toString(rule);
}
std::optional<BoundaryRule> boundaryRuleFromString(QStringView text) {
    return rules.fromString(text);
}

bool Plan::appliesTo(const Ride &ride) const {
    return product == ride.product && fits(model, ride.model) && fits(zone, ride.pickupZone) && fits(tier, ride.tier);
}

bool isAmbiguous(const Plan &one, const Plan &other) {
    return one.id != other.id && !one.retiredAt && !other.retiredAt && one.product == other.product &&
           one.specificity() == other.specificity() && canMeet(one.model, other.model) &&
           canMeet(one.zone, other.zone) && canMeet(one.tier, other.tier);
}

const Plan *planFor(const QList<Plan> &plans, const Ride &ride) {
    const Plan *best = nullptr;
    for (const Plan &plan : plans) {
        const bool isOnSale = !plan.retiredAt || ride.start < *plan.retiredAt;
        if (isOnSale && plan.appliesTo(ride) && (!best || plan.specificity() > best->specificity()))
            best = &plan;
    }
    return best;
}

QJsonObject toJson(const Plan &plan) {
    return {{"id", idToString(plan.id)},
            {"code", plan.code},
            {"name_zh", plan.nameZh},
            {"name_en", plan.nameEn},
            {"product", plan.product},
            {"model", orNull(plan.model)},
            {"zone", orNull(plan.zone)},
            {"tier", orNull(plan.tier)},
            {"boundary", toString(plan.boundary)},
            {"is_invented", plan.isInvented},
            {"retired_at", orNull(plan.retiredAt)},
            {"version", plan.version},
            {"timeline_version", plan.timelineVersion}};
}

Result<Plan> planFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Plan plan = readEdit(reader);
    plan.id = reader.id("id");
    plan.isInvented = reader.optionalBoolean("is_invented").value_or(false);
    plan.retiredAt = reader.optionalInstant("retired_at");
    plan.version = reader.integer("version", 0, 1'000'000'000);
    plan.timelineVersion = reader.integer("timeline_version", 0, 1'000'000'000);
    return reader.finishLenient(std::move(plan));
}

Result<Plan> planEditFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Plan plan = readEdit(reader);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return plan;
}

QJsonObject toJson(const CatalogEntry &entry) {
    return {{"kind", entry.kind},
            {"code", entry.code},
            {"name_zh", entry.nameZh},
            {"name_en", entry.nameEn},
            {"is_invented", entry.isInvented}};
}

Result<CatalogEntry> catalogEntryFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    CatalogEntry entry;
    entry.kind = reader.string("kind", 20);
    static const QStringList known{"model", "zone", "tier", "product"};
    if (!entry.kind.isEmpty() && !known.contains(entry.kind))
        reader.fail("kind", "unknown-word", "Expected model, zone, tier or product.");
    entry.code = reader.string("code", longestCode);
    entry.nameZh = reader.string("name_zh", longestName).trimmed();
    entry.nameEn = reader.string("name_en", longestName).trimmed();
    entry.isInvented = reader.optionalBoolean("is_invented").value_or(false);
    return reader.finishLenient(std::move(entry));
}

} // namespace wemo::pricing
