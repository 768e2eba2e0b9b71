#pragma once
#include "models/pricing/book.h"
#include "models/pricing/campaign.h"
#include "models/pricing/impact.h"
#include "ui/client/api_client.h"

namespace wemo::pages::campaigns {

/// How far a look into the past is.
struct ImpactProgress {
    enum class State { Running, Done, Canceled, Failed };
    State state = State::Running;
    qint64 done = 0; ///< rides; 0 of 0 while they are being read
    qint64 total = 0;
    std::optional<wemo::pricing::Impact> impact; ///< once done
    QString detail;                              ///< once failed, the service's words
};

/// What a look into the past is asked for: a campaign as it is saved, or changes that are not.
struct ImpactQuestion {
    Instant from;
    Instant to;
    Id campaignId = 0; ///< 0 = by its items
    QList<wemo::pricing::CampaignItem> items;
};

/// What can be done to a campaign as a whole. The words are the last part of the routes.
enum class CampaignVerb { Submit, Approve, Reject, Withdraw, Rollback };
enum class Trial { DryRun, Rehearsal, RollbackRehearsal };

/// The routes of price changes. Lives on the GUI thread.
class CampaignSource final {
public:
    using Campaign = wemo::pricing::Campaign;
    explicit CampaignSource(ui::ApiClient &client)
        : m_client(client) {}

    QFuture<ui::ApiResult<QList<Campaign>>> list();
    QFuture<ui::ApiResult<Campaign>> read(Id id);
    /// Every plan on sale with what is in force at that instant.
    QFuture<ui::ApiResult<QList<wemo::pricing::InForce>>> inventory(Instant at);
    /// A new one where the id is 0, else over `campaign.version`. 409 "stale" where somebody was faster:
    /// staleCampaign().
    QFuture<ui::ApiResult<Campaign>> save(const Campaign &campaign);
    QFuture<ui::ApiResult<void>> remove(const Campaign &campaign);
    QFuture<ui::ApiResult<wemo::pricing::Rehearsal>> tryOut(Id id, Trial trial);
    QFuture<ui::ApiResult<Campaign>> act(const Campaign &campaign, CampaignVerb verb, const QString &note,
                                         const QString &emergencyReason);

    /// The task.
    QFuture<ui::ApiResult<Id>> beginImpact(const ImpactQuestion &question);
    QFuture<ui::ApiResult<ImpactProgress>> impact(Id task);
    QFuture<ui::ApiResult<void>> cancelImpact(Id task);

private:
    ui::ApiClient &m_client;
};

/// The campaign as the other left it, out of a refusal.
std::optional<wemo::pricing::Campaign> staleCampaign(const ui::ApiError &error);

} // namespace wemo::pages::campaigns
