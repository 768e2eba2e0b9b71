#include "models/pricing/campaign_rules.h"

#include "models/pricing/config_limits.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
CampaignProblem problem(Id plan, TimelineFault fault, Id other = 0) {
    return {plan, toString(fault), other, {}, {}, true};
}

bool wasTakenBack(const QList<Interval> &timeline, Id interval) {
    return std::any_of(timeline.begin(), timeline.end(),
                       [interval](const Interval &one) { return one.rollbackOf == interval; });
}

/// The campaign's interval and those that brought its price back after something on top of it had been taken back.
QSet<Id> piecesOf(const QList<Interval> &timeline, const Interval &first) {
    QSet<Id> pieces{first.id};
    for (qsizetype known = 0; known != pieces.size();) {
        known = pieces.size();
        for (const Interval &top : timeline) {
            if (!pieces.contains(top.predecessorId))
                continue;
            for (const Interval &back : timeline)
                if (back.rollbackOf == top.id && isPublished(back))
                    pieces.insert(back.id);
        }
    }
    return pieces;
}

QList<CampaignProblem> laterChanges(const QList<Interval> &timeline, const Interval &first, const QSet<Id> &pieces) {
    QList<CampaignProblem> problems;
    for (const Interval &other : timeline) {
        const bool isInside = first.from < other.from && (!first.predecessorTo || other.from < *first.predecessorTo);
        if (isPublished(other) && isInside && !pieces.contains(other.id) && !wasTakenBack(timeline, other.id))
            problems.append({first.planId, "later-change", other.id, other.from, other.to, true});
    }
    return problems;
}

bool isOver(const Interval &interval, Instant at) {
    return interval.to && *interval.to <= at;
}

Id baseIn(const QList<Interval> &timeline, Instant at, QList<CampaignProblem> &problems, Id plan, Id expected) {
    const Id found = configAt(timeline, at);
    if (found == 0)
        problems.append({plan, "no-price-before", 0, {}, {}, true});
    else if (found != expected)
        problems.append({plan, "base-changed", found, {}, {}, true});
    return found;
}
} // namespace

bool isAnyFatal(const QList<CampaignProblem> &problems) {
    return std::any_of(problems.begin(), problems.end(), [](const CampaignProblem &one) { return one.isFatal; });
}

QList<CampaignProblem> problemsOf(const Campaign &campaign, Instant now, Milliseconds leadTime, Milliseconds shortest) {
    QList<CampaignProblem> problems;
    if (campaign.publishAt < earliestTime || campaign.publishAt > latestTime)
        problems.append(problem(0, TimelineFault::OutOfRange));
    if (campaign.publishAt < now)
        problems.append(problem(0, TimelineFault::Past));
    else if (campaign.publishAt < now + (campaign.emergencyReason.isEmpty() ? leadTime : shortest))
        problems.append(problem(0, TimelineFault::Lead));
    return problems;
}

PlanOutcome publishedOver(const Plan &plan, const QList<Interval> &timeline, Interval draft, Id baseConfig) {
    PlanOutcome outcome{timeline, {}};
    if (plan.retiredAt && *plan.retiredAt <= draft.from)
        outcome.problems.append({plan.id, "plan-retired", 0, {}, {}, true});
    const Id base = baseIn(timeline, draft.from, outcome.problems, plan.id, baseConfig);
    const std::optional<Interval> before = inForce(timeline, draft.from);
    if (!before)
        return outcome;
    if (base == baseConfig && draft.configId == baseConfig) {
        outcome.problems.append({plan.id, "unchanged", baseConfig, {}, {}, false});
        return outcome;
    }
    draft.to = before->to;
    // The hour is the campaign's affair: here only what this plan's timeline says.
    for (const TimelineProblem &found : check(timeline, draft, draft.from, Milliseconds(0))) {
        if (found.fault == TimelineFault::Overlap)
            outcome.problems.append({plan.id, toString(found.fault), found.other, {}, {}, true});
        else if (found.fault == TimelineFault::Gap)
            outcome.problems.append({plan.id, toString(found.fault), 0, found.gapFrom, found.gapTo, false});
    }
    if (isAnyFatal(outcome.problems))
        return outcome;
    draft.isGapConfirmed = !outcome.problems.isEmpty();
    outcome.timeline = published(timeline, draft);
    return outcome;
}

const Interval *partOf(const QList<Interval> &timeline, Id campaign) {
    const auto found = std::find_if(timeline.begin(), timeline.end(), [campaign](const Interval &one) {
        return one.campaignId == campaign && one.rollbackOf == 0;
    });
    const bool isThere = found != timeline.end() && isPublished(*found) && !wasTakenBack(timeline, found->id);
    return isThere ? &*found : nullptr;
}

PlanOutcome takenBack(const QList<Interval> &timeline, Id campaign, Instant at) {
    PlanOutcome outcome{timeline, {}};
    const Interval *first = partOf(timeline, campaign);
    if (!first || (first->predecessorTo && *first->predecessorTo <= at))
        return outcome; // taken back already, or its time is over
    const QSet<Id> pieces = piecesOf(timeline, *first);
    outcome.problems = laterChanges(timeline, *first, pieces);
    if (!outcome.problems.isEmpty())
        return outcome;
    for (const Interval &piece : timeline) {
        if (!pieces.contains(piece.id) || !isPublished(piece) || isOver(piece, at))
            continue;
        Interval part = piece; // what came before the first came before each
        part.predecessorId = first->predecessorId;
        part.predecessorTo = piece.to;
        Result<Rollback> rollback = rollbackOf(outcome.timeline, part, at);
        if (!rollback) {
            outcome.problems.append({first->planId, rollback.error().code, piece.id, {}, {}, true});
            outcome.timeline = timeline;
            return outcome;
        }
        if (rollback->added)
            rollback->added->campaignId = campaign;
        outcome.timeline = applied(outcome.timeline, piece.id, *rollback, at);
    }
    return outcome;
}

Id configAt(const QList<Interval> &timeline, Instant at) {
    const std::optional<Interval> found = inForce(timeline, at);
    return found ? found->configId : 0;
}

QList<Instant> boundariesOf(const QList<Interval> &one, const QList<Interval> &other, Instant since) {
    QList<Instant> result{since};
    for (const QList<Interval> *timeline : {&one, &other}) {
        for (const Interval &interval : *timeline) {
            if (!isPublished(interval))
                continue;
            result.append(interval.from);
            if (interval.to)
                result.append(*interval.to);
        }
    }
    result.removeIf([since](Instant at) { return at < since; });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

bool areAlike(const QList<Interval> &one, const QList<Interval> &other, Instant since) {
    const QList<Instant> boundaries = boundariesOf(one, other, since);
    return std::all_of(boundaries.begin(), boundaries.end(),
                       [&](Instant at) { return configAt(one, at) == configAt(other, at); });
}

} // namespace wemo::pricing
