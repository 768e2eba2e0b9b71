#pragma once
#include "models/pricing/campaign.h"
#include "services/pricing/desk.h"

namespace wemo::pricing {

/// What publishing or rolling back a campaign would do, without doing it. Thread-safe.
///
/// The rehearsals write for real, inside one transaction that is then given up: until then others who change prices
/// wait. Wrong states are Conflict "wrong-state".
class CampaignRehearsals {
public:
    explicit CampaignRehearsals(const Desk &desk)
        : m_desk(desk) {}

    /// All that is in the way at once, and sample rides before and during. Writes nothing, holds nobody up.
    Result<Rehearsal> dryRun(Id campaign) const;
    /// Of a draft or a submitted one: published, and rolled back a minute into its time.
    Result<Rehearsal> rehearse(Id campaign) const;
    /// Of a scheduled or published one: rolled back now.
    Result<Rehearsal> rehearseRollback(Id campaign) const;

private:
    Result<Rehearsal> written(Id campaign, bool isPublishing) const;
    Result<Rehearsal> publishAndTakeBack(storage::Connection &connection, const Campaign &campaign, Instant now) const;
    Result<Rehearsal> onlyTakeBack(storage::Connection &connection, const Campaign &campaign, Instant now) const;

    const Desk &m_desk;
};

} // namespace wemo::pricing
