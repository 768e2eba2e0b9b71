#pragma once
#include "models/pricing/campaign_rules.h"
#include "services/pricing/desk.h"

namespace wemo::pricing {

/// One campaign's way over its plans' timelines inside a transaction: read, plan, and, where nothing fatal is in the
/// way, write. Plans go in the order of their ids.
class CampaignWork {
public:
    struct Step {
        CampaignItem item;
        Plan plan;
        Config base;              ///< over which the item was written
        QList<Interval> timeline; ///< as it was
        PlanOutcome outcome;
        Id newConfig = 0; ///< stands for the config until it is saved
    };
    CampaignWork(const Desk &desk, storage::Connection &connection, const Campaign &campaign, Instant now);

    /// Plans and timelines as they are; with `isHeld` each plan is taken until the end of the transaction and its
    /// timeline's version counted up. The version of the store is to be counted before.
    Result<void> read(bool isHeld);
    void publish();
    void takeBack(Instant at);
    const std::vector<Step> &steps() const { return m_steps; }
    const QList<CampaignProblem> &problems() const { return m_problems; }
    /// Conflict with the code of the first fatal problem, or InvalidInput at publish_at.
    Result<void> refusal() const;
    /// Number of timelines that are to change.
    qint64 changes() const;
    /// Saves configs and intervals as planned; then the audit row of each plan, with `action`, and what is told to the
    /// others. Number of rows of intervals.
    Result<qint64> write(const staff::Account &actor, const QString &action, const QString &note);

private:
    Result<void> readStep(Step &step, bool isHeld);
    Interval draftFor(const Step &step) const;
    Result<void> saveConfig(Step &step);
    Result<qint64> writeStep(Step &step, const staff::Account &actor, const QString &action, const QString &note);
    Result<void> tell(const Step &step, const staff::Account &actor, const QString &action, const QString &note);

    const Desk &m_desk;
    storage::Connection &m_connection;
    Store m_store;
    Campaign m_campaign;
    const Instant m_now;
    std::vector<Step> m_steps;
    QList<CampaignProblem> m_problems;
};

} // namespace wemo::pricing
