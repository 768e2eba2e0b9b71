#include "ui/pages/timeline/timeline_desk.h"

#include "ui/pages/pricing/pricing_text.h"

#include <QPointer>

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;
using pages::pricing::DraftEdit;
using pages::pricing::IntervalAct;
using pages::pricing::IntervalVerb;

namespace {
template <typename T>
const T *withId(const QList<T> &list, Id id) {
    const auto found = std::find_if(list.begin(), list.end(), [id](const T &one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

QString lineOf(const Interval &interval, Instant now) {
    return QStringLiteral("%1, %2").arg(pages::pricing::statusWord(statusOf(interval, now)),
                                        pages::pricing::spanText(interval.from, interval.to));
}
} // namespace

QStringList differencesBetween(const QList<Interval> &before, const QList<Interval> &after, Instant now) {
    QStringList lines;
    for (const Interval &one : after) {
        const Interval *was = withId(before, one.id);
        if (!was)
            lines.append(TimelineDesk::tr("New, by %1: %2").arg(one.author, lineOf(one, now)));
        else if (*was != one)
            lines.append(TimelineDesk::tr("Changed: %1; before: %2").arg(lineOf(one, now), lineOf(*was, now)));
    }
    for (const Interval &one : before)
        if (!withId(after, one.id))
            lines.append(TimelineDesk::tr("Gone: %1").arg(lineOf(one, now)));
    return lines;
}

TimelineDesk::TimelineDesk(pages::pricing::PricingSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {}

// ---- reading

void TimelineDesk::load() {
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    m_source.catalog().then(this, [this](const ui::ApiResult<QList<CatalogEntry>> &catalog) {
        if (catalog)
            m_names = pages::pricing::CatalogNames(*catalog);
    });
    m_source.timelines().then(this, [this](const ui::ApiResult<TimelineBook> &book) {
        m_loading = false;
        if (!book) {
            m_error = book.error();
            return Q_EMIT loadFailed();
        }
        m_error.reset();
        m_loaded = true;
        m_book = *book;
        Q_EMIT loaded();
        if (std::exchange(m_loadAgain, false))
            load();
    });
}

const Plan *TimelineDesk::plan(Id id) const {
    return withId(m_book.plans, id);
}
const Interval *TimelineDesk::interval(Id id) const {
    return withId(m_book.intervals, id);
}
const ConfigRecord *TimelineDesk::config(Id id) const {
    return withId(m_book.configs, id);
}

QList<Interval> TimelineDesk::intervalsOf(Id plan) const {
    QList<Interval> found;
    std::copy_if(m_book.intervals.begin(), m_book.intervals.end(), std::back_inserter(found),
                 [plan](const Interval &one) { return one.planId == plan; });
    return found;
}

QList<ConfigRecord> TimelineDesk::configsOf(Id plan) const {
    QList<ConfigRecord> found;
    std::copy_if(m_book.configs.begin(), m_book.configs.end(), std::back_inserter(found),
                 [plan](const ConfigRecord &one) { return one.planId == plan; });
    std::sort(found.begin(), found.end(),
              [](const ConfigRecord &one, const ConfigRecord &other) { return one.version > other.version; });
    return found;
}

void TimelineDesk::onPlanChanged(Id id, qint64 timelineVersion) {
    const Plan *known = plan(id);
    if (m_loaded && (!known || known->timelineVersion != timelineVersion))
        load();
}

// ---- changing

void TimelineDesk::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void TimelineDesk::take(const Timeline &timeline) {
    m_book.intervals.removeIf([&](const Interval &one) { return one.planId == timeline.plan.id; });
    m_book.intervals.append(timeline.intervals);
    for (Plan &plan : m_book.plans)
        if (plan.id == timeline.plan.id)
            plan = timeline.plan;
    const bool isComplete = std::all_of(timeline.intervals.begin(), timeline.intervals.end(),
                                        [this](const Interval &one) { return config(one.configId) != nullptr; });
    Q_EMIT changed();
    if (!isComplete) // a config was written along with it
        load();
}

void TimelineDesk::run(Id plan, qint64 version, Work work, std::function<void(const Timeline &)> then) {
    setBusy(true);
    m_again = [this, plan, work, then] {
        if (const Plan *now = this->plan(plan))
            run(plan, now->timelineVersion, work, then);
    };
    work(version).then(this, [this, plan, then](const ui::ApiResult<Timeline> &answer) {
        setBusy(false);
        if (answer) {
            take(*answer);
            return then(*answer);
        }
        const std::optional<Timeline> now = pages::pricing::timelineIn(answer.error());
        if (!now)
            return Q_EMIT refused(answer.error());
        const QList<Interval> before = intervalsOf(plan);
        take(*now);
        Q_EMIT overtaken(differencesBetween(before, now->intervals, m_book.asOf));
    });
}

void TimelineDesk::again() {
    if (m_again)
        m_again();
}

QString TimelineDesk::doneText(IntervalVerb verb) {
    switch (verb) {
    case IntervalVerb::Submit:
        return tr("Submitted: somebody else may approve it now");
    case IntervalVerb::Approve:
        return tr("Approved");
    case IntervalVerb::Reject:
        return tr("Sent back as a draft");
    case IntervalVerb::Withdraw:
        return tr("Withdrawn");
    case IntervalVerb::Rollback:
        break;
    }
    return tr("Rolled back");
}

void TimelineDesk::act(Id id, IntervalVerb verb, IntervalAct act) {
    const Interval *found = interval(id);
    const Plan *of = found ? plan(found->planId) : nullptr;
    if (!of || m_busy)
        return;
    const bool isReversible = verb == IntervalVerb::Withdraw && !isPublished(*found);
    run(
        of->id, of->timelineVersion,
        [this, id, verb, act](qint64 version) mutable {
            act.timelineVersion = version;
            return m_source.act(id, verb, act);
        },
        [this, verb, isReversible, before = *found](const Timeline &timeline) {
            if (isReversible)
                offerUndo(doneText(verb), before, true);
            // A rollback leads to what is in force again.
            Id shown = timeline.touched ? timeline.touched->id : before.id;
            for (const Interval &one : timeline.intervals)
                if (verb == IntervalVerb::Rollback && one.rollbackOf == before.id)
                    shown = one.id;
            Q_EMIT done(timeline.plan.id, shown, isReversible ? QString() : doneText(verb));
        });
}

void TimelineDesk::saveDraft(Id plan, Id interval, const DraftEdit &edit) {
    if (m_busy)
        return;
    run(
        plan, edit.timelineVersion,
        [this, plan, interval, edit](qint64 version) {
            DraftEdit over = edit;
            over.timelineVersion = version;
            return interval == 0 ? m_source.addDraft(plan, over) : m_source.updateDraft(interval, over);
        },
        [this](const Timeline &timeline) {
            Q_EMIT done(timeline.plan.id, timeline.touched ? timeline.touched->id : 0, tr("Draft saved"));
        });
}

DraftEdit TimelineDesk::editOf(const Interval &draft) {
    return {draft.from, draft.to, draft.configId, std::nullopt, draft.note, draft.emergencyReason, 0};
}

void TimelineDesk::moveDraft(const Interval &before, const Interval &after) {
    const Plan *of = plan(before.planId);
    if (!of || m_busy)
        return;
    run(
        of->id, of->timelineVersion,
        [this, after](qint64 version) {
            DraftEdit edit = editOf(after);
            edit.timelineVersion = version;
            return m_source.updateDraft(after.id, edit);
        },
        [this, before](const Timeline &timeline) {
            offerUndo(tr("Draft moved"), before, false);
            Q_EMIT done(timeline.plan.id, before.id, {});
        });
}

void TimelineDesk::deleteDraft(Id id) {
    const Interval *found = interval(id);
    const Plan *of = found ? plan(found->planId) : nullptr;
    if (!of || m_busy)
        return;
    run(
        of->id, of->timelineVersion, [this, id](qint64 version) { return m_source.deleteDraft(id, version); },
        [this, before = *found](const Timeline &timeline) {
            offerUndo(tr("Draft deleted"), before, true);
            Q_EMIT done(timeline.plan.id, 0, {});
        });
}

void TimelineDesk::offerUndo(const QString &text, const Interval &before, bool isGone) {
    const QPointer<TimelineDesk> desk(this); // the toast outlives the page
    Q_EMIT undoOffered(text, [desk, before, isGone] {
        if (desk)
            desk->restore(before, isGone);
    });
}

/// What is gone comes back as a draft of its own.
void TimelineDesk::restore(const Interval &before, bool isGone) {
    const Plan *of = plan(before.planId);
    if (!of)
        return;
    DraftEdit edit = editOf(before);
    edit.timelineVersion = of->timelineVersion;
    saveDraft(before.planId, isGone ? 0 : before.id, edit);
}

void TimelineDesk::savePlan(const Plan &plan) {
    setBusy(true);
    auto answer = plan.id == 0 ? m_source.createPlan(plan) : m_source.updatePlan(plan);
    answer.then(this, [this](const ui::ApiResult<Plan> &saved) {
        setBusy(false);
        if (!saved)
            return Q_EMIT refused(saved.error());
        Q_EMIT planSaved(saved->id);
        load();
    });
}

void TimelineDesk::retirePlan(Id id) {
    const Plan *found = plan(id);
    if (!found || m_busy)
        return;
    setBusy(true);
    m_source.retirePlan(id, found->version, std::nullopt).then(this, [this](const ui::ApiResult<Plan> &retired) {
        setBusy(false);
        if (!retired)
            return Q_EMIT refused(retired.error());
        Q_EMIT done(retired->id, 0, tr("Plan retired"));
        load();
    });
}

} // namespace wemo::pages::timeline
