#pragma once
#include "models/pricing/book.h"
#include "models/pricing/priced_ride.h"
#include "ui/client/api_client.h"

namespace wemo::pages::pricing {

/// What can be done to an interval besides editing it. Its words are the last part of the routes.
enum class IntervalVerb { Submit, Approve, Reject, Withdraw, Rollback };
QString toString(IntervalVerb verb);

/// What comes along with an act.
struct IntervalAct {
    qint64 timelineVersion = 0;
    QString gapConfirmation; ///< as it was typed: "GAP" or "空窗"
    QString emergencyReason; ///< empty = what the draft has
    QString note;
};

/// A draft as it is sent. Either `configId` or `config`.
struct DraftEdit {
    Instant from;
    std::optional<Instant> to;
    Id configId = 0;
    std::optional<wemo::pricing::Config> config;
    QString note;
    QString emergencyReason;
    qint64 timelineVersion = 0;
};

/// Something that was done to a plan.
struct HistoryEntry {
    Instant at;
    QString actor;
    QString action; ///< "pricing.interval.submit", …
    QJsonObject detail;
};

/// The service's prices: the main table, timelines and configs, and what staff do to them. A save over a version
/// somebody else has changed fails with Conflict, "stale" or "stale-timeline"; planIn() and timelineIn() give what is
/// there now.
class PricingSource final {
public:
    template <typename T>
    using Answer = QFuture<ui::ApiResult<T>>;
    using Plan = wemo::pricing::Plan;
    using PlanTimeline = wemo::pricing::PlanTimeline;
    using ConfigRecord = wemo::pricing::ConfigRecord;
    explicit PricingSource(ui::ApiClient &client)
        : m_client(client) {}

    Answer<QList<wemo::pricing::CatalogEntry>> catalog();
    Answer<wemo::pricing::TimelineBook> timelines();
    Answer<ConfigRecord> config(Id config);
    /// The plan's own config that says the same, where there is one.
    Answer<ConfigRecord> addConfig(Id plan, const wemo::pricing::Config &config, const QString &note);

    Answer<Plan> createPlan(const Plan &plan);
    /// Over plan.version.
    Answer<Plan> updatePlan(const Plan &plan);
    /// Not for sale from `at` on; nothing = from now.
    Answer<Plan> retirePlan(Id plan, qint64 version, std::optional<Instant> at);
    /// Newest first.
    Answer<QList<HistoryEntry>> history(Id plan, int limit = 200);

    Answer<PlanTimeline> addDraft(Id plan, const DraftEdit &edit);
    Answer<PlanTimeline> updateDraft(Id interval, const DraftEdit &edit);
    /// What is gone is in `touched`.
    Answer<PlanTimeline> deleteDraft(Id interval, qint64 timelineVersion);
    Answer<PlanTimeline> act(Id interval, IntervalVerb verb, const IntervalAct &act);

    /// A ride priced by a config that need not be stored.
    Answer<wemo::pricing::PricedRide> preview(const wemo::pricing::Config &config, const wemo::pricing::Ride &ride);

private:
    ui::ApiClient &m_client;
};

/// The timeline as it is now, out of a "stale-timeline" problem; nothing where the error is another.
std::optional<wemo::pricing::PlanTimeline> timelineIn(const ui::ApiError &error);
/// The plan as it is now, out of a "stale" problem.
std::optional<wemo::pricing::Plan> planIn(const ui::ApiError &error);

} // namespace wemo::pages::pricing
