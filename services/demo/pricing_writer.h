#pragma once
#include "models/staff/session.h"
#include "services/demo/pricing_invention.h"
#include "services/storage/database.h"

namespace wemo::demo {

/// Writes invented prices as people would have: with their names, and with what they did in the audit log.
class PricingWriter {
public:
    PricingWriter(storage::Connection &connection, const staff::Account &writer, const staff::Account &checker);
    Result<void> write(const InventedPricing &invented, Instant base);

private:
    Result<void> run(const char *query, const storage::Params &params);
    Result<void> writePlans(const InventedPricing &invented, Instant base);
    Result<void> writeConfig(const pricing::ConfigRecord &record);
    Result<void> writeInterval(pricing::Interval interval);
    Result<void> writeCampaign(const pricing::Campaign &campaign);
    /// What somebody did to an interval, as the plan's history shows it.
    Result<void> note(const staff::Account &who, const char *action, Instant at, const pricing::Interval &interval);

    storage::Connection &m_connection;
    const staff::Account &m_writer;
    const staff::Account &m_checker;
    quint32 m_place = 0;
};

} // namespace wemo::demo
