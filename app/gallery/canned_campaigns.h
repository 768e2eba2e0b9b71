#pragma once
#include "app/gallery/canned_pricing.h"
#include "models/pricing/campaign.h"
#include "models/pricing/impact.h"

namespace wemo::gallery {

/// Price changes over the canned prices, one in every state, changed by the routes of the real service.
class CannedCampaigns final {
public:
    using Campaign = wemo::pricing::Campaign;
    CannedCampaigns(Instant now, CannedPricing &pricing);

    /// inventory, campaigns and impacts below /api/v1/pricing; nothing for paths of others.
    std::optional<CannedAnswer> answer(const CannedRequest &request, const staff::Account &caller);

    QList<Campaign> &campaigns() { return m_campaigns; }
    Campaign *find(Id id);
    /// The first with this status.
    Campaign &first(wemo::pricing::CampaignStatus status);
    /// Somebody else saves it: one more plan is dearer.
    void changeElsewhere(Id id);
    QList<wemo::pricing::InForce> inventory(Instant at) const;
    static wemo::pricing::Impact impact();

    QList<wemo::pricing::CampaignProblem> problems; ///< what the next trial finds
    qint64 impactPolls = 1;                         ///< how often a look into the past says that it runs; -1 = for ever

private:
    CannedAnswer list() const;
    CannedAnswer create(const QJsonObject &body, const staff::Account &caller);
    CannedAnswer change(const CannedRequest &request, Campaign &campaign);
    CannedAnswer act(const QString &verb, const QJsonObject &body, Campaign &campaign, const staff::Account &caller);
    CannedAnswer tryOut(const QString &verb, const Campaign &campaign) const;
    CannedAnswer impacts(const CannedRequest &request);
    CannedAnswer stale(const Campaign &campaign) const;
    void invent();
    Campaign &add(const QString &name, wemo::pricing::CampaignState state, Milliseconds fromNow, int plans,
                  const staff::Account &author);

    Instant m_now;
    CannedPricing &m_pricing;
    QList<Campaign> m_campaigns;
    Id m_nextId = 7'001;
    qint64 m_polled = 0;
};

} // namespace wemo::gallery
