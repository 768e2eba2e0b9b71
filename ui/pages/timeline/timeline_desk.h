#pragma once
#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/pricing/pricing_source.h"

#include <QObject>

#include <functional>

namespace wemo::pages::timeline {

/// The book as it is known here, and what staff do to it. Every answer replaces one plan's timeline; nothing else
/// moves.
class TimelineDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineDesk)

public:
    using Interval = wemo::pricing::Interval;
    using Plan = wemo::pricing::Plan;
    TimelineDesk(pricing::PricingSource &source, QObject *parent);

    void load();
    bool isLoaded() const { return m_loaded; }
    bool isLoading() const { return m_loading; }
    const std::optional<ui::ApiError> &error() const { return m_error; }
    const wemo::pricing::TimelineBook &book() const { return m_book; }
    const pricing::CatalogNames &names() const { return m_names; }
    const Plan *plan(Id id) const;
    const Interval *interval(Id id) const;
    const wemo::pricing::ConfigRecord *config(Id id) const; ///< its head
    QList<Interval> intervalsOf(Id plan) const;
    QList<wemo::pricing::ConfigRecord> configsOf(Id plan) const; ///< newest first
    bool isBusy() const { return m_busy; }

    void act(Id interval, pricing::IntervalVerb verb, pricing::IntervalAct act);
    /// `interval` 0 = a new one. `edit.timelineVersion` is the version the person saw.
    void saveDraft(Id plan, Id interval, const pricing::DraftEdit &edit);
    /// By mouse or keys; can be undone.
    void moveDraft(const Interval &before, const Interval &after);
    void deleteDraft(Id interval);
    void savePlan(const Plan &plan);
    void retirePlan(Id plan);
    /// What was refused because another was first, once more over what is there now.
    void again();
    /// Somebody changed a plan: read again, unless that is known here.
    void onPlanChanged(Id plan, qint64 timelineVersion);

Q_SIGNALS:
    void loaded();
    void loadFailed();
    void changed();
    /// Something was done; `touched` is 0 where it is gone.
    void done(wemo::Id plan, wemo::Id touched, const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void planSaved(wemo::Id plan);
    void refused(const wemo::ui::ApiError &error);
    /// Another was first: in words what is different now. again() does it all the same.
    void overtaken(const QStringList &differences);
    void busyChanged(bool busy);

private:
    using Timeline = wemo::pricing::PlanTimeline;
    using Work = std::function<QFuture<ui::ApiResult<Timeline>>(qint64 version)>;
    void run(Id plan, qint64 version, Work work, std::function<void(const Timeline &)> then);
    void take(const Timeline &timeline);
    void setBusy(bool busy);
    void offerUndo(const QString &text, const Interval &before, bool isGone);
    void restore(const Interval &before, bool isGone);
    static pricing::DraftEdit editOf(const Interval &draft);
    static QString doneText(pricing::IntervalVerb verb);

    pricing::PricingSource &m_source;
    wemo::pricing::TimelineBook m_book;
    pricing::CatalogNames m_names;
    std::optional<ui::ApiError> m_error;
    std::function<void()> m_again;
    bool m_loaded = false;
    bool m_loading = false;
    bool m_loadAgain = false;
    bool m_busy = false;
};

/// What another did between two looks at a timeline, a line each.
QStringList differencesBetween(const QList<wemo::pricing::Interval> &before,
                               const QList<wemo::pricing::Interval> &after, Instant now);

} // namespace wemo::pages::timeline
