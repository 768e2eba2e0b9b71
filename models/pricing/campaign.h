#pragma once
#include "models/pricing/priced_ride.h"
#include "models/pricing/timeline.h"

namespace wemo::pricing {

/// What was done to a campaign last.
enum class CampaignState { Draft, Submitted, Approved, RolledBack, Withdrawn };
/// What it is at an instant: an approved one is scheduled until its hour, then published.
enum class CampaignStatus { Draft, Submitted, Scheduled, Published, RolledBack, Withdrawn };
QString toString(CampaignState state); ///< draft, submitted, approved, rolled_back, withdrawn
std::optional<CampaignState> campaignStateFromString(QStringView text);
QString toString(CampaignStatus status);

/// One plan's part of a price change: the config it was looked at with and the one it is to have.
struct CampaignItem {
    Id planId = 0;
    Id baseConfigId = 0; ///< in force when the change was written; approval refuses where another is by then
    Config config;
    bool operator==(const CampaignItem &) const = default;
};

/// A price change over many plans ("rabbit jump"), published and taken back as one. Approval writes the approved
/// intervals of all its plans in one transaction; they come into force together at `publishAt`.
struct Campaign {
    Id id = 0;
    QString name;
    QString note;
    CampaignState state = CampaignState::Draft;
    Instant publishAt;
    QString author;
    Id authorId = 0;
    QString approver;
    std::optional<Instant> approvedAt;
    QString emergencyReason;
    QList<CampaignItem> items;
    qint64 itemCount = 0; ///< also where a list leaves the items out
    Instant changedAt;
    qint64 version = 0;
};
CampaignStatus statusOf(const Campaign &campaign, Instant now);

QJsonObject toJson(const Campaign &campaign, Instant now);
Result<Campaign> campaignFromJson(const QJsonObject &json);
/// What a person writes: name, note, publish_at, emergency_reason, items [{plan_id, base_config_id, config}]. Strict.
Result<Campaign> campaignEditFromJson(const QJsonObject &json);
QJsonObject editJson(const Campaign &campaign);

/// Something that stands in a campaign's way, by plan.
struct CampaignProblem {
    Id planId = 0; ///< 0 (null in JSON): of the campaign as a whole
    /// A TimelineFault's word, base-changed, plan-retired, no-price-before, unchanged. Of a rollback: later-change
    /// (something was published on top: `other`), nothing-before.
    QString code;
    Id other = 0;                    ///< the interval or config in the way
    std::optional<Instant> from, to; ///< of a gap
    bool isFatal = true;             ///< false: to be known, not in the way (unchanged)
    bool operator==(const CampaignProblem &) const = default;
};

QJsonObject toJson(const CampaignProblem &problem);
Result<CampaignProblem> campaignProblemFromJson(const QJsonObject &json, const QString &path = {});

/// A ride priced before, with the change in force, and after it was taken back.
struct SampleQuote {
    Id planId = 0;
    Ride ride;
    qint64 before = 0; ///< whole TWD due
    qint64 during = 0;
    std::optional<qint64> after; ///< rehearsals only
};

/// What became of a dry run (nothing written) or of a rehearsal (written and rolled back inside one transaction).
struct Rehearsal {
    bool isOk = false;
    QList<CampaignProblem> problems;
    QList<SampleQuote> samples;
    qint64 plans = 0;
    qint64 intervals = 0; ///< that would be written
    qint64 durationMs = 0;
    bool isRestored = true; ///< after the rollback every instant looked at resolves as before
};
QJsonObject toJson(const Rehearsal &rehearsal);
Result<Rehearsal> rehearsalFromJson(const QJsonObject &json);

} // namespace wemo::pricing
