#pragma once
#include "services/api/router.h"
#include "services/pricing/campaign_rehearsals.h"
#include "services/pricing/campaigns.h"

namespace wemo::api {

struct CampaignDependencies {
    pricing::Campaigns campaigns;
    pricing::CampaignRehearsals rehearsals;
    const Clock &clock;
};

/// /api/v1/pricing/campaigns and /inventory: price changes over many plans. What `dependencies` names outlives the
/// routes.
QList<Route> campaignRoutes(const CampaignDependencies &dependencies);

} // namespace wemo::api
