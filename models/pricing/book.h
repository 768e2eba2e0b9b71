#pragma once
#include "models/pricing/config.h"
#include "models/pricing/plan.h"
#include "models/pricing/timeline.h"

namespace wemo::pricing {

/// A config as it is kept: immutable, numbered within its plan.
struct ConfigRecord {
    Id id = 0;
    Id planId = 0;
    qint64 version = 0; ///< 1, 2, … within the plan
    QString fingerprint;
    QString author;
    QString note;
    Instant createdAt;
    std::optional<Config> config; ///< lists leave it out
};
QJsonObject toJson(const ConfigRecord &record);
Result<ConfigRecord> configRecordFromJson(const QJsonObject &json);

/// Everything the timeline page draws.
struct TimelineBook {
    Instant asOf;
    QList<Plan> plans;
    QList<Interval> intervals;
    QList<ConfigRecord> configs; ///< without their config
};
QJsonObject toJson(const TimelineBook &book);
Result<TimelineBook> timelineBookFromJson(const QJsonObject &json);

/// A plan's timeline after something was done to it.
struct PlanTimeline {
    Plan plan;
    QList<Interval> intervals;
    std::optional<Interval> touched; ///< what it was done to
    QList<TimelineProblem> problems; ///< of a draft that was saved all the same
};
QJsonObject toJson(const PlanTimeline &timeline, Instant now);
Result<PlanTimeline> planTimelineFromJson(const QJsonObject &json);

/// What is in force for a plan at an instant.
struct InForce {
    Plan plan;
    Interval interval;
    ConfigRecord config;
};
QJsonObject toJson(const InForce &inForce, Instant now);
Result<InForce> inForceFromJson(const QJsonObject &json);

QJsonObject toJson(const TimelineProblem &problem);
Result<TimelineProblem> timelineProblemFromJson(const QJsonObject &json);

} // namespace wemo::pricing
