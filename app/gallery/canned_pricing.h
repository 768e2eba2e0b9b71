#pragma once
#include "app/gallery/canned_network.h"
#include "models/pricing/book.h"
#include "models/staff/session.h"

namespace wemo::gallery {

/// Prices as the pictures need them: public facts of WeMo and an invented rest, in memory, changed by the routes of
/// the real service under the same rules.
class CannedPricing final {
public:
    using Plan = wemo::pricing::Plan;
    using Interval = wemo::pricing::Interval;
    explicit CannedPricing(Instant now);

    /// Below /api/v1/pricing, and POST /api/v1/quotes/preview; `caller` is who is signed in. Nothing for paths of
    /// others (inventory, campaigns, impacts).
    std::optional<CannedAnswer> answer(const CannedRequest &request, const staff::Account &caller);

    wemo::pricing::TimelineBook &book() { return m_book; }
    const QList<wemo::pricing::CatalogEntry> &catalog() const { return m_catalog; }
    Plan *plan(const QString &code);
    Interval *interval(Id id);
    /// The first of a plan with this status.
    Interval *find(const QString &planCode, wemo::pricing::IntervalStatus status);
    QList<Interval> intervalsOf(Id plan) const;
    const wemo::pricing::ConfigRecord *config(Id id) const;
    /// Somebody else draws up a draft: whoever still has the version before gets 409.
    void changeElsewhere(const QString &planCode);
    /// Nothing is there yet.
    void clear();

private:
    Id addConfig(const Plan &plan, const wemo::pricing::Config &config, const QString &note, const QString &author);
    CannedAnswer timelineAnswer(const Plan &plan, const std::optional<Interval> &touched, int status = 200) const;
    CannedAnswer stale(const Plan &plan) const;
    CannedAnswer createPlan(const QJsonObject &body);
    CannedAnswer changePlan(const CannedRequest &request, const QStringList &parts, const staff::Account &caller);
    CannedAnswer addInterval(const CannedRequest &request, Plan &plan, const staff::Account &caller);
    CannedAnswer changeInterval(const CannedRequest &request, const QStringList &parts, const staff::Account &caller);
    std::optional<CannedAnswer> edit(const QJsonObject &body, const Plan &plan, Interval &draft,
                                     const staff::Account &caller);
    CannedAnswer act(const QString &verb, const QJsonObject &body, Plan &plan, Interval interval,
                     const staff::Account &caller);
    CannedAnswer rollBack(Plan &plan, const Interval &interval, const QJsonObject &body, const staff::Account &caller);
    std::optional<CannedAnswer> refusal(const QJsonObject &body, const Plan &plan, Interval &interval) const;
    void write(Plan &plan, const QList<Interval> &timeline);
    CannedAnswer history(const Plan &plan) const;
    CannedAnswer inForce(const QUrlQuery &query) const;
    CannedAnswer preview(const QJsonObject &body) const;
    void note(const Plan &plan, const QString &actor, const QString &action, Instant at, const Interval &interval);

    Instant m_now;
    Id m_nextId = 900'000;
    QList<wemo::pricing::CatalogEntry> m_catalog;
    wemo::pricing::TimelineBook m_book;
    struct Entry {
        Id plan;
        QJsonObject json;
    };
    QList<Entry> m_history; ///< newest first
};

} // namespace wemo::gallery
