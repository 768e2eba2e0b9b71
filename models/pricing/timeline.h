#pragma once
#include "models/core/id.h"
#include "models/core/result.h"
#include "models/core/time.h"

#include <QJsonObject>
#include <QList>

namespace wemo::pricing {

/// What was done to an interval last. What it *is* follows from this and the clock: see statusOf().
enum class IntervalState { Draft, Submitted, Approved, Withdrawn };
enum class IntervalStatus { Draft, Submitted, Scheduled, Effective, Ended, Withdrawn };
QString toString(IntervalState state);
std::optional<IntervalState> intervalStateFromString(QStringView text);
QString toString(IntervalStatus status);

/// A stretch of a plan's timeline, [from, to), and the config in force in it.
struct Interval {
    Id id = 0;
    Id planId = 0;
    Id configId = 0;
    Instant from;
    std::optional<Instant> to; ///< nothing = until something follows
    IntervalState state = IntervalState::Draft;
    QString author; ///< staff account's name, as shown
    Id authorId = 0;
    QString approver;
    std::optional<Instant> approvedAt;
    QString note;            ///< why
    QString emergencyReason; ///< why the lead time was not kept; empty = it was
    bool isGapConfirmed = false;
    Id rollbackOf = 0;                    ///< the interval this takes back; 0 = none
    Id predecessorId = 0;                 ///< published: whose end it moved; 0 = nobody's
    std::optional<Instant> predecessorTo; ///< where that one ended before; nothing = it was open
    Id campaignId = 0;                    ///< 0 = none
    Instant changedAt;
    bool operator==(const Interval &) const = default;

    bool contains(Instant at) const { return from <= at && (!to || at < *to); }
    bool overlaps(const Interval &other) const { return (!other.to || from < *other.to) && (!to || other.from < *to); }
};

IntervalStatus statusOf(const Interval &interval, Instant now);
/// Approved, so that rides are priced by it.
bool isPublished(const Interval &interval);

constexpr Milliseconds defaultLeadTime{20 * 60'000};

enum class TimelineFault {
    Empty,     ///< from = to
    Inverted,  ///< to before from
    Past,      ///< begins before now
    Lead,      ///< begins sooner than the lead time allows, and no emergency reason is given
    Overlap,   ///< with a published interval that begins inside it: `other` names it
    Gap,       ///< nothing is in force in [gapFrom, gapTo): to be confirmed in words
    OutOfRange ///< before 2000 or after 2200
};
QString toString(TimelineFault fault);
std::optional<TimelineFault> timelineFaultFromString(QStringView text);

struct TimelineProblem {
    TimelineFault fault;
    Id other = 0;
    Instant gapFrom{};
    std::optional<Instant> gapTo{}; ///< nothing = for ever
    bool operator==(const TimelineProblem &) const = default;
};

/// Whether `draft` may be published over what is published. Publishing ends the interval it begins in (its predecessor)
/// at draft.from; any other published interval it meets is an overlap. Of gaps it tells those the draft borders on.
/// Pure: the page asks while one drags, the service asks in its transaction.
QList<TimelineProblem> check(const QList<Interval> &timeline, const Interval &draft, Instant now,
                             Milliseconds leadTime = defaultLeadTime);
/// The timeline after `draft` is published: its predecessor ends where it begins. Call after check().
QList<Interval> published(QList<Interval> timeline, Interval draft);

/// The published interval in force at an instant; nothing = none.
std::optional<Interval> inForce(const QList<Interval> &timeline, Instant at);

/// How a published interval is taken back from `at` on: a new interval with the config that was in force before it, to
/// where that one ended then. From `at` on every instant resolves as if it had never been published. One that has not
/// begun is withdrawn as a whole.
struct Rollback {
    std::optional<Interval> added; ///< id 0; nothing = there was nothing before it (only where it is withdrawn)
    bool isWithdrawn = false;
};
/// Fails with Conflict: "not-published", "ended", "nothing-before" (it is in force and nothing was before it).
Result<Rollback> rollbackOf(const QList<Interval> &timeline, const Interval &interval, Instant at);
/// The timeline with a rollback applied to the interval `taken`.
QList<Interval> applied(QList<Interval> timeline, Id taken, const Rollback &rollback, Instant at);

/// Gaps between the first published interval's beginning and `until`.
struct Gap {
    Instant from;
    std::optional<Instant> to;
    bool operator==(const Gap &) const = default;
};
QList<Gap> gapsIn(const QList<Interval> &timeline, Instant until);

QJsonObject toJson(const Interval &interval, Instant now); ///< "status" among the members
Result<Interval> intervalFromJson(const QJsonObject &json);

} // namespace wemo::pricing
