#pragma once
#include "models/pricing/campaign.h"

/// What a campaign does to the timeline of each of its plans, and what stands in its way. Pure: dry run, rehearsal and
/// the real thing ask the same.
namespace wemo::pricing {

struct PlanOutcome {
    QList<Interval> timeline; ///< as it is to be; as it was where something fatal is in the way
    QList<CampaignProblem> problems;
};

bool isAnyFatal(const QList<CampaignProblem> &problems);

/// What concerns the campaign as a whole: out-of-range, past, lead-time. Even an emergency leaves `shortest`.
QList<CampaignProblem> problemsOf(const Campaign &campaign, Instant now, Milliseconds leadTime, Milliseconds shortest);

/// Publishes `draft` (its plan, config, campaign, from) in place of the config it was written over, to where that one
/// ends. A gap behind it was there before: it is told and not in the way.
PlanOutcome publishedOver(const Plan &plan, const QList<Interval> &timeline, Interval draft, Id baseConfig);

/// Takes the campaign's part of a timeline back from `at` on, also where something was published on top of it and
/// taken back since. What has run out or was taken back already stays as it is.
PlanOutcome takenBack(const QList<Interval> &timeline, Id campaign, Instant at);

/// The campaign's interval while it is published and was not taken back; null = there is none. It was given the time
/// from its beginning to its `predecessorTo`, whatever was published on top of it since.
const Interval *partOf(const QList<Interval> &timeline, Id campaign);

/// The config in force at an instant; 0 = none.
Id configAt(const QList<Interval> &timeline, Instant at);
/// Where what is in force may change from `since` on: the ends of all published intervals of both, and `since`.
QList<Instant> boundariesOf(const QList<Interval> &one, const QList<Interval> &other, Instant since);
/// Whether both resolve alike at every instant from `since` on.
bool areAlike(const QList<Interval> &one, const QList<Interval> &other, Instant since);

} // namespace wemo::pricing
