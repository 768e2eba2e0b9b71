#pragma once
#include "models/pricing/campaign.h"
#include "services/storage/database.h"

namespace wemo::pricing {

/// The campaigns' tables inside a transaction of the caller's. Whoever also changes what is in force takes the version
/// of that first, then the campaign, then plans.
class CampaignStore {
public:
    explicit CampaignStore(storage::Connection &connection)
        : m_connection(connection) {}

    /// The one changed last first; without their items.
    Result<QList<Campaign>> newest(int limit);
    /// Its items by the plans' codes. NotFound "campaign-not-found".
    Result<Campaign> campaign(Id id);
    Result<void> insert(const Campaign &campaign);
    /// Takes the campaign for this transaction and counts its version up; false: it is another by now, or gone.
    Result<bool> take(Id campaign, qint64 version);
    /// The row of one that was taken.
    Result<void> update(const Campaign &campaign);
    Result<void> replaceItems(const Campaign &campaign);
    /// Only a draft goes.
    Result<void> remove(Id campaign);

private:
    Result<void> done(const QString &query, const storage::Params &params);
    Result<QList<CampaignItem>> items(Id campaign);
    Result<void> insertItems(const Campaign &campaign);

    storage::Connection &m_connection;
};

} // namespace wemo::pricing
