#include "services/pricing/rows.h"

#include <QJsonDocument>

namespace wemo::pricing {

namespace {
std::optional<Instant> instant(const storage::Row &row, const char *column) {
    const std::optional<qint64> ms = row.optionalInteger(column);
    return ms ? std::optional(fromMs(*ms)) : std::nullopt;
}
} // namespace

QVariant orNull(const std::optional<Instant> &at) {
    return at ? QVariant(toMs(*at)) : QVariant();
}

Plan planOf(const storage::Row &row) {
    Plan plan;
    plan.id = row.integer("id");
    plan.code = row.text("code");
    plan.nameZh = row.text("name_zh");
    plan.nameEn = row.text("name_en");
    plan.product = row.text("product");
    plan.model = row.text("model");
    plan.zone = row.text("zone");
    plan.tier = row.text("tier");
    plan.boundary = boundaryRuleFromString(row.text("boundary")).value_or(BoundaryRule::Start);
    plan.isInvented = row.integer("is_invented") != 0;
    plan.retiredAt = instant(row, "retired_at");
    plan.version = row.integer("version");
    plan.timelineVersion = row.integer("timeline_version");
    return plan;
}

storage::Params paramsOf(const Plan &plan) {
    return {{"id", plan.id},
            {"code", plan.code},
            {"name_zh", plan.nameZh},
            {"name_en", plan.nameEn},
            {"product", plan.product},
            {"model", plan.model},
            {"zone", plan.zone},
            {"tier", plan.tier},
            {"boundary", toString(plan.boundary)},
            {"is_invented", plan.isInvented ? 1 : 0},
            {"retired_at", orNull(plan.retiredAt)},
            {"version", plan.version},
            {"timeline_version", plan.timelineVersion}};
}

Interval intervalOf(const storage::Row &row) {
    Interval interval;
    interval.id = row.integer("id");
    interval.planId = row.integer("plan_id");
    interval.configId = row.integer("config_id");
    interval.from = fromMs(row.integer("valid_from"));
    interval.to = instant(row, "valid_to");
    interval.state = intervalStateFromString(row.text("state")).value_or(IntervalState::Withdrawn);
    interval.author = row.text("author");
    interval.authorId = row.integer("author_id");
    interval.approver = row.text("approver");
    interval.approvedAt = instant(row, "approved_at");
    interval.note = row.text("note");
    interval.emergencyReason = row.text("emergency_reason");
    interval.isGapConfirmed = row.integer("is_gap_confirmed") != 0;
    interval.rollbackOf = row.integer("rollback_of");
    interval.predecessorId = row.integer("predecessor_id");
    interval.predecessorTo = instant(row, "predecessor_to");
    interval.campaignId = row.integer("campaign_id");
    interval.changedAt = fromMs(row.integer("changed_at"));
    return interval;
}

storage::Params paramsOf(const Interval &interval) {
    return {{"id", interval.id},
            {"plan_id", interval.planId},
            {"config_id", interval.configId},
            {"valid_from", toMs(interval.from)},
            {"valid_to", orNull(interval.to)},
            {"state", toString(interval.state)},
            {"author", interval.author},
            {"author_id", interval.authorId},
            {"approver", interval.approver},
            {"approved_at", orNull(interval.approvedAt)},
            {"note", interval.note},
            {"emergency_reason", interval.emergencyReason},
            {"is_gap_confirmed", interval.isGapConfirmed ? 1 : 0},
            {"rollback_of", interval.rollbackOf},
            {"predecessor_id", interval.predecessorId},
            {"predecessor_to", orNull(interval.predecessorTo)},
            {"campaign_id", interval.campaignId},
            {"changed_at", toMs(interval.changedAt)}};
}

Result<ConfigRecord> configOf(const storage::Row &row, bool hasBody) {
    ConfigRecord record;
    record.id = row.integer("id");
    record.planId = row.integer("plan_id");
    record.version = row.integer("version");
    record.fingerprint = row.text("fingerprint");
    record.author = row.text("author");
    record.note = row.text("note");
    record.createdAt = fromMs(row.integer("created_at"));
    if (!hasBody)
        return record;
    Result<Config> config = configFromJson(QJsonDocument::fromJson(row.text("body").toUtf8()).object());
    if (!config)
        return failure(ErrorKind::Internal, "config-unreadable", "The service has a fault.",
                       QString("config %1").arg(record.id));
    record.config = *std::move(config);
    return record;
}

CatalogEntry catalogEntryOf(const storage::Row &row) {
    return {row.text("kind"), row.text("code"), row.text("name_zh"), row.text("name_en"),
            row.integer("is_invented") != 0};
}

} // namespace wemo::pricing
