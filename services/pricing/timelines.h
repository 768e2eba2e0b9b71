#pragma once
#include "services/pricing/desk.h"

namespace wemo::pricing {

/// What a person writes of a draft. Either `configId` or `config`.
struct DraftEdit {
    Instant from;
    std::optional<Instant> to;
    Id configId = 0;
    std::optional<Config> config;
    QString note;
    QString emergencyReason;
    qint64 timelineVersion = 0;
};

enum class IntervalAct { Submit, Approve, Reject, Withdraw, Rollback };

/// What comes along with an act.
struct ActEdit {
    qint64 timelineVersion = 0;
    QString gapConfirmation; ///< "GAP" or "空窗", typed by the person
    QString emergencyReason; ///< empty = what the draft has
    QString note;
};

/// Something that was done to a plan.
struct HistoryEntry {
    Instant at;
    QString actor;
    QString action; ///< "pricing.interval.submit", …
    QJsonObject detail;
};

/// The timelines and all that is done to them. Each call is one transaction that holds the plan, asks
/// models/pricing/timeline.h, writes the audit row and tells the others. Thread-safe.
///
/// Conflict "stale-timeline" (extra: timeline) where another has changed the timeline meanwhile; "overlap" (extra:
/// intervals), "gap" (extra: gaps), "wrong-state"; Forbidden "four-eyes"; InvalidInput at from or to.
class Timelines {
public:
    explicit Timelines(const Desk &desk)
        : m_desk(desk) {}

    Result<TimelineBook> book() const;
    Result<PlanTimeline> timeline(Id plan) const;
    Result<QList<HistoryEntry>> history(Id plan, int limit) const;

    Result<PlanTimeline> addDraft(const staff::Account &actor, Id plan, const DraftEdit &edit) const;
    Result<PlanTimeline> updateDraft(const staff::Account &actor, Id interval, const DraftEdit &edit) const;
    Result<PlanTimeline> deleteDraft(const staff::Account &actor, Id interval, qint64 timelineVersion) const;
    Result<PlanTimeline> act(const staff::Account &actor, Id interval, IntervalAct act, const ActEdit &edit) const;

private:
    struct Taken;
    Result<PlanTimeline> change(const staff::Account &actor, Id plan, qint64 timelineVersion, bool isInForce,
                                const std::function<Result<Interval>(Taken &)> &work) const;
    Result<Id> planOfInterval(Id interval) const;
    Result<Interval> saveDraft(Taken &taken, const DraftEdit &edit, Interval draft) const;
    Result<Interval> submit(Taken &taken, const ActEdit &edit, Interval interval) const;
    Result<Interval> approve(Taken &taken, const ActEdit &edit, Interval interval) const;
    Result<Interval> reject(Taken &taken, const ActEdit &edit, Interval interval) const;
    Result<Interval> withdraw(Taken &taken, const ActEdit &edit, Interval interval) const;
    Result<Interval> rollBack(Taken &taken, const ActEdit &edit, Interval interval) const;
    Result<void> checkForPublishing(const Taken &taken, const ActEdit &edit, Interval &interval) const;

    const Desk &m_desk;
};

/// What publishing it would be refused for, the shortest lead of an emergency included.
QList<TimelineProblem> problemsOf(const QList<Interval> &timeline, const Interval &draft, Instant now,
                                  Milliseconds leadTime);
bool isGapConfirmation(const QString &text);

} // namespace wemo::pricing
