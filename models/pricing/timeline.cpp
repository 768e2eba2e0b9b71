#include "models/pricing/timeline.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"
#include "models/pricing/config_limits.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr EnumNames<IntervalState, 4> states{{{IntervalState::Draft, "draft"},
                                              {IntervalState::Submitted, "submitted"},
                                              {IntervalState::Approved, "approved"},
                                              {IntervalState::Withdrawn, "withdrawn"}}};
constexpr EnumNames<IntervalStatus, 6> statuses{{{IntervalStatus::Draft, "draft"},
                                                 {IntervalStatus::Submitted, "submitted"},
                                                 {IntervalStatus::Scheduled, "scheduled"},
                                                 {IntervalStatus::Effective, "effective"},
                                                 {IntervalStatus::Ended, "ended"},
                                                 {IntervalStatus::Withdrawn, "withdrawn"}}};
constexpr EnumNames<TimelineFault, 7> faults{{{TimelineFault::Empty, "empty"},
                                              {TimelineFault::Inverted, "inverted"},
                                              {TimelineFault::Past, "past"},
                                              {TimelineFault::Lead, "lead-time"},
                                              {TimelineFault::Overlap, "overlap"},
                                              {TimelineFault::Gap, "gap"},
                                              {TimelineFault::OutOfRange, "out-of-range"}}};

/// Published ones in order of time. An interval that was closed where it began covers nothing.
QList<Interval> publishedOf(const QList<Interval> &timeline, Id except = 0) {
    QList<Interval> result;
    for (const Interval &interval : timeline)
        if (isPublished(interval) && (except == 0 || interval.id != except) &&
            (!interval.to || interval.from < *interval.to))
            result.append(interval);
    std::sort(result.begin(), result.end(),
              [](const Interval &one, const Interval &other) { return one.from < other.from; });
    return result;
}

QList<TimelineProblem> checkItself(const Interval &draft, Instant now, Milliseconds leadTime) {
    QList<TimelineProblem> problems;
    if (draft.from < earliestTime || draft.from > latestTime ||
        (draft.to && (*draft.to < earliestTime || *draft.to > latestTime)))
        problems.append({TimelineFault::OutOfRange});
    if (draft.to && *draft.to == draft.from)
        problems.append({TimelineFault::Empty});
    else if (draft.to && *draft.to < draft.from)
        problems.append({TimelineFault::Inverted});
    if (draft.from < now)
        problems.append({TimelineFault::Past});
    else if (draft.from < now + leadTime && draft.emergencyReason.isEmpty())
        problems.append({TimelineFault::Lead});
    return problems;
}

/// What was in force before a published interval. Where that was itself taken back since, what came in its stead.
const Interval *formerOf(const QList<Interval> &timeline, const Interval &interval) {
    const auto find = [&](auto fits) {
        const auto found = std::find_if(timeline.begin(), timeline.end(), fits);
        return found == timeline.end() ? nullptr : &*found;
    };
    if (interval.predecessorId == 0)
        return nullptr;
    const Interval *former = find([&](const Interval &one) { return one.id == interval.predecessorId; });
    while (former) {
        // What came in its stead is younger than it, so this comes to an end.
        const Interval *instead = find([&](const Interval &one) { return one.rollbackOf == former->id; });
        if (!instead)
            return isPublished(*former) ? former : nullptr;
        former = instead;
    }
    return nullptr;
}

/// Where nothing would be in force right before or after the draft.
void checkGaps(QList<TimelineProblem> &problems, const QList<Interval> &others, const Interval &draft) {
    const Interval *before = nullptr;
    const Interval *after = nullptr;
    for (const Interval &other : others) {
        if (other.from < draft.from)
            before = &other;
        else if (!after)
            after = &other;
    }
    if (before && before->to && *before->to < draft.from)
        problems.append({TimelineFault::Gap, 0, *before->to, draft.from});
    if (draft.to && (!after || *draft.to < after->from))
        problems.append({TimelineFault::Gap, 0, *draft.to, after ? std::optional(after->from) : std::nullopt});
}
} // namespace

QString toString(IntervalState state) {
    return states.toString(state);
}
std::optional<IntervalState> intervalStateFromString(QStringView text) {
    return states.fromString(text);
}
QString toString(IntervalStatus status) {
    return statuses.toString(status);
}
QString toString(TimelineFault fault) {
    return faults.toString(fault);
}
std::optional<TimelineFault> timelineFaultFromString(QStringView text) {
    return faults.fromString(text);
}

IntervalStatus statusOf(const Interval &interval, Instant now) {
    switch (interval.state) {
    case IntervalState::Draft:
        return IntervalStatus::Draft;
    case IntervalState::Submitted:
        return IntervalStatus::Submitted;
    case IntervalState::Withdrawn:
        return IntervalStatus::Withdrawn;
    case IntervalState::Approved:
        break;
    }
    if (interval.to && *interval.to <= now)
        return IntervalStatus::Ended;
    return now < interval.from ? IntervalStatus::Scheduled : IntervalStatus::Effective;
}

bool isPublished(const Interval &interval) {
    return interval.state == IntervalState::Approved;
}

QList<TimelineProblem> check(const QList<Interval> &timeline, const Interval &draft, Instant now,
                             Milliseconds leadTime) {
    QList<TimelineProblem> problems = checkItself(draft, now, leadTime);
    if (draft.to && *draft.to <= draft.from)
        return problems; // it covers nothing, so it meets nothing
    const QList<Interval> others = publishedOf(timeline, draft.id);
    for (const Interval &other : others)
        if (other.from >= draft.from && other.overlaps(draft))
            problems.append({TimelineFault::Overlap, other.id});
    checkGaps(problems, others, draft);
    return problems;
}

QList<Interval> published(QList<Interval> timeline, Interval draft) {
    draft.state = IntervalState::Approved;
    draft.predecessorId = 0;
    draft.predecessorTo = std::nullopt;
    for (Interval &interval : timeline) {
        if (interval.id == draft.id || !isPublished(interval) || !interval.contains(draft.from))
            continue;
        draft.predecessorId = interval.id;
        draft.predecessorTo = interval.to;
        interval.to = draft.from;
    }
    const auto place = std::find_if(timeline.begin(), timeline.end(),
                                    [&](const Interval &interval) { return interval.id == draft.id; });
    if (place != timeline.end())
        *place = draft;
    else
        timeline.append(draft);
    return timeline;
}

std::optional<Interval> inForce(const QList<Interval> &timeline, Instant at) {
    for (const Interval &interval : timeline)
        if (isPublished(interval) && interval.contains(at))
            return interval;
    return std::nullopt;
}

Result<Rollback> rollbackOf(const QList<Interval> &timeline, const Interval &interval, Instant at) {
    if (!isPublished(interval))
        return failure(ErrorKind::Conflict, "not-published", "Only what is published can be taken back.");
    if (interval.to && *interval.to <= at)
        return failure(ErrorKind::Conflict, "ended", "This interval is over: there is nothing left to take back.");
    Rollback rollback;
    rollback.isWithdrawn = at < interval.from || interval.from == at;
    const Interval *before = formerOf(timeline, interval);
    const Instant from = std::max(at, interval.from);
    // Where the predecessor would have ended by now, there is a gap as there would have been.
    if (!before || (interval.predecessorTo && *interval.predecessorTo <= from)) {
        if (!rollback.isWithdrawn)
            return failure(ErrorKind::Conflict, "nothing-before", "Nothing was in force before this interval.");
        return rollback;
    }
    Interval added;
    added.planId = interval.planId;
    added.configId = before->configId;
    added.from = from;
    added.to = interval.predecessorTo;
    for (const Interval &other : publishedOf(timeline, interval.id))
        if (other.from >= from && (!added.to || other.from < *added.to))
            added.to = other.from;
    added.state = IntervalState::Approved;
    added.rollbackOf = interval.id;
    added.isGapConfirmed = true;
    if (added.to && *added.to <= added.from)
        return rollback; // something else is published from there on
    rollback.added = added;
    return rollback;
}

QList<Interval> applied(QList<Interval> timeline, Id taken, const Rollback &rollback, Instant at) {
    for (Interval &interval : timeline) {
        if (interval.id != taken)
            continue;
        if (rollback.isWithdrawn)
            interval.state = IntervalState::Withdrawn;
        else
            interval.to = at;
    }
    if (rollback.added)
        timeline.append(*rollback.added);
    return timeline;
}

QList<Gap> gapsIn(const QList<Interval> &timeline, Instant until) {
    QList<Gap> gaps;
    std::optional<Instant> covered; // up to here; nothing yet = before the first
    const QList<Interval> intervals = publishedOf(timeline);
    for (const Interval &interval : intervals) {
        if (covered && *covered < interval.from && *covered < until)
            gaps.append({*covered, interval.from});
        if (!interval.to)
            return gaps;
        covered = interval.to;
    }
    if (covered && *covered < until)
        gaps.append({*covered, std::nullopt});
    return gaps;
}

} // namespace wemo::pricing
