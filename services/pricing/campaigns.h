#pragma once
#include "models/pricing/campaign.h"
#include "services/pricing/desk.h"
#include "services/pricing/impact_run.h"

namespace wemo::pricing {

enum class CampaignAct { Submit, Approve, Reject, Withdraw, Rollback };

/// What comes along with an act.
struct CampaignActEdit {
    qint64 version = 0;
    QString note;
    QString emergencyReason; ///< empty = what the campaign has
};

/// Price changes over many plans, and all that is done to them. Each call is one transaction with its audit row and
/// what is told to the others; where it fails, nothing of it is there. Thread-safe.
///
/// Conflict "stale" (extra: current, the campaign now) where another has changed it meanwhile; "wrong-state"; the code
/// of the first problem in the way (extra: problems, all of them); Forbidden "four-eyes"; InvalidInput at the field.
class Campaigns {
public:
    explicit Campaigns(const Desk &desk)
        : m_desk(desk) {}

    /// Every plan on sale at an instant for which something is in force, by the plans' codes.
    Result<QList<InForce>> inventory(Instant at) const;

    Result<QList<Campaign>> list(int limit) const; ///< without items, the one changed last first
    Result<Campaign> campaign(Id id) const;
    Result<QList<PriceChange>> changesOf(Id campaign) const;

    Result<Campaign> create(const staff::Account &actor, Campaign edit) const;
    /// Whoever wrote the last word is the author, so that nobody approves what they wrote themselves.
    Result<Campaign> update(const staff::Account &actor, Id id, qint64 version, const Campaign &edit) const;
    Result<void> remove(const staff::Account &actor, Id id, qint64 version) const; ///< drafts only
    Result<Campaign> act(const staff::Account &actor, Id id, CampaignAct act, const CampaignActEdit &edit) const;

private:
    struct Taken;
    using Work = std::function<Result<void>(Taken &)>;
    Result<Campaign> change(const staff::Account &actor, Id id, qint64 version, bool isInForce, const Work &work) const;
    Result<void> note(Taken &taken) const;
    Result<void> submit(Taken &taken, const CampaignActEdit &edit) const;
    Result<void> approve(Taken &taken, const CampaignActEdit &edit) const;
    Result<void> reject(Taken &taken, const CampaignActEdit &edit) const;
    Result<void> takeBack(Taken &taken, const CampaignActEdit &edit, const char *action) const;
    Result<void> withdraw(Taken &taken, const CampaignActEdit &edit) const;
    Result<void> rollBack(Taken &taken, const CampaignActEdit &edit) const;

    const Desk &m_desk;
};

inline QString campaignTarget(Id campaign) {
    return "pricing-campaign/" + idToString(campaign);
}

} // namespace wemo::pricing
