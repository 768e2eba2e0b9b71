#include "services/pricing/timelines.h"

#include "services/live/outbox.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace wemo::pricing {

/// A plan's timeline inside the transaction that holds it.
struct Timelines::Taken {
    Store store;
    storage::Connection &connection;
    const staff::Account &actor;
    Instant now;
    Plan plan;
    QList<Interval> intervals;
    QString action; ///< for the audit row
    QJsonObject after;

    Result<Interval> save(const Interval &interval) {
        const Result<void> saved = store.updateInterval(interval);
        return saved ? Result<Interval>(interval) : Failure(saved.error());
    }
};

namespace {
Failure wrongState(const char *message) {
    return failure(ErrorKind::Conflict, "wrong-state", QString::fromLatin1(message));
}

Failure staleTimeline(const PlanTimeline &current, Instant now) {
    Error error{ErrorKind::Conflict, "stale-timeline", "Someone else has changed this timeline meanwhile.", {}};
    error.extra = {{"timeline", toJson(current, now)}};
    return Failure(std::move(error));
}

Failure badTime(const TimelineProblem &problem) {
    const bool isEnd = problem.fault == TimelineFault::Empty || problem.fault == TimelineFault::Inverted;
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = {{isEnd ? "to" : "from", toString(problem.fault), "This time is not possible here."}};
    return Failure(std::move(error));
}

Failure overlap(const QList<Interval> &timeline, const Interval &draft, const TimelineProblem &problem, Instant now) {
    Error error{ErrorKind::Conflict, "overlap", "Another published interval begins inside this one.", {}};
    QJsonArray both{toJson(draft, now)};
    for (const Interval &other : timeline)
        if (other.id == problem.other)
            both.append(toJson(other, now));
    error.extra = {{"intervals", both}};
    return Failure(std::move(error));
}

Failure gap(const QList<TimelineProblem> &problems) {
    Error error{ErrorKind::Conflict, "gap", "Nothing would be in force for a while: confirm it in words.", {}};
    QJsonArray gaps;
    for (const TimelineProblem &problem : problems)
        if (problem.fault == TimelineFault::Gap)
            gaps.append(QJsonObject{{"from", toIso(problem.gapFrom)},
                                    {"to", problem.gapTo ? QJsonValue(toIso(*problem.gapTo)) : QJsonValue()}});
    error.extra = {{"gaps", gaps}};
    return Failure(std::move(error));
}

QJsonObject detailOf(const Interval &interval, const QString &note) {
    QJsonObject detail{{"interval_id", idToString(interval.id)},
                       {"config_id", idToString(interval.configId)},
                       {"from", toIso(interval.from)},
                       {"to", interval.to ? QJsonValue(toIso(*interval.to)) : QJsonValue()}};
    if (!note.isEmpty())
        detail.insert("note", note);
    return detail;
}

const Interval *intervalIn(const QList<Interval> &intervals, Id id) {
    const auto found =
        std::find_if(intervals.begin(), intervals.end(), [id](const Interval &one) { return one.id == id; });
    return found == intervals.end() ? nullptr : &*found;
}
Failure intervalGone() {
    return failure(ErrorKind::NotFound, "interval-not-found", "There is no such interval.");
}
} // namespace

bool isGapConfirmation(const QString &text) {
    return text.trimmed().compare(QLatin1StringView("gap"), Qt::CaseInsensitive) == 0 ||
           text.trimmed() == QString::fromUtf8("空窗");
}

QList<TimelineProblem> problemsOf(const QList<Interval> &timeline, const Interval &draft, Instant now,
                                  Milliseconds leadTime) {
    QList<TimelineProblem> problems = check(timeline, draft, now, leadTime);
    // An emergency still leaves every service the time to hear of it.
    if (!draft.emergencyReason.isEmpty() && draft.from >= now && draft.from < now + shortestLead)
        problems.append({TimelineFault::Lead});
    return problems;
}

// ---- reading
// ------------------------------------------------------------------------------------------------------------

Result<TimelineBook> Timelines::book() const {
    const Instant now = m_desk.clock.now();
    return m_desk.database.read([now](storage::Connection &connection) -> Result<TimelineBook> {
        Store store(connection);
        Result<QList<Plan>> plans = store.plans();
        Result<QList<Interval>> intervals = store.intervals(now);
        Result<QList<ConfigRecord>> configs = store.configHeads();
        if (!plans || !intervals || !configs)
            return Failure(!plans ? plans.error() : !intervals ? intervals.error() : configs.error());
        return TimelineBook{now, *std::move(plans), *std::move(intervals), *std::move(configs)};
    });
}

Result<PlanTimeline> Timelines::timeline(Id plan) const {
    return m_desk.database.read([plan](storage::Connection &connection) -> Result<PlanTimeline> {
        Store store(connection);
        const Result<Plan> row = store.plan(plan);
        const Result<QList<Interval>> intervals = store.intervalsOf(plan);
        if (!row || !intervals)
            return Failure(!row ? row.error() : intervals.error());
        return PlanTimeline{*row, *intervals, {}, {}};
    });
}

Result<QList<HistoryEntry>> Timelines::history(Id plan, int limit) const {
    return m_desk.database.read([&](storage::Connection &connection) -> Result<QList<HistoryEntry>> {
        if (const Result<Plan> row = Store(connection).plan(plan); !row)
            return Failure(row.error());
        const auto rows = connection.query("pricing/history", {{"target", planTarget(plan)}, {"limit", limit}});
        if (!rows)
            return Failure(rows.error());
        QList<HistoryEntry> entries;
        for (const storage::Row &row : *rows)
            entries.append({fromMs(row.integer("at")), row.text("actor"), row.text("action"),
                            QJsonDocument::fromJson(row.text("after").toUtf8()).object()});
        return entries;
    });
}

// ---- changing
// -----------------------------------------------------------------------------------------------------------

/// Holds the plan, runs `work`, writes the audit row and the event, and answers with the timeline as it then is.
Result<PlanTimeline> Timelines::change(const staff::Account &actor, Id plan, qint64 timelineVersion, bool isInForce,
                                       const std::function<Result<Interval>(Taken &)> &work) const {
    const Instant now = m_desk.clock.now();
    const auto body = [&](storage::Connection &connection) -> Result<PlanTimeline> {
        Taken taken{Store(connection), connection, actor, now, {}, {}, {}, {}};
        if (isInForce) // before the plan: all writers take both in this order
            if (const Result<void> counted = taken.store.countVersion(); !counted)
                return Failure(counted.error());
        const Result<bool> isTaken = taken.store.takeTimeline(plan, timelineVersion);
        const Result<Plan> row = taken.store.plan(plan);
        const Result<QList<Interval>> intervals = taken.store.intervalsOf(plan);
        if (!isTaken || !row || !intervals)
            return Failure(!isTaken ? isTaken.error() : !row ? row.error() : intervals.error());
        if (!*isTaken)
            return staleTimeline({*row, *intervals, {}, {}}, now);
        taken.plan = *row;
        taken.intervals = *intervals;
        const Result<Interval> touched = work(taken);
        if (!touched)
            return Failure(touched.error());
        const Result<void> noted = m_desk.audit.record(
            connection, {actor.id, actor.username, taken.action, planTarget(plan), {}, taken.after});
        if (!noted)
            return Failure(noted.error());
        const Result<void> told =
            live::Outbox::addEvent(connection, live::pricingTimelineChanged,
                                   {{"plan_id", idToString(plan)}, {"timeline_version", row->timelineVersion}});
        const Result<QList<Interval>> fresh = taken.store.intervalsOf(plan);
        if (!told || !fresh)
            return Failure(!told ? told.error() : fresh.error());
        PlanTimeline answer{*row, *fresh, *touched, {}};
        if (touched->state == IntervalState::Draft || touched->state == IntervalState::Submitted)
            answer.problems = problemsOf(*fresh, *touched, now, m_desk.leadTime);
        return answer;
    };
    Result<PlanTimeline> answer = m_desk.database.write(body);
    if (answer)
        m_desk.wake();
    return answer;
}

Result<Id> Timelines::planOfInterval(Id interval) const {
    const auto found = m_desk.database.read(
        [interval](storage::Connection &connection) { return Store(connection).interval(interval); });
    return found ? Result<Id>(found->planId) : Failure(found.error());
}

/// The draft with the edit's values, its config saved.
Result<Interval> Timelines::saveDraft(Taken &taken, const DraftEdit &edit, Interval draft) const {
    if (edit.to && *edit.to <= edit.from)
        return badTime({*edit.to == edit.from ? TimelineFault::Empty : TimelineFault::Inverted});
    draft.from = edit.from;
    draft.to = edit.to;
    draft.note = edit.note;
    draft.emergencyReason = edit.emergencyReason;
    draft.configId = edit.configId;
    draft.changedAt = taken.now;
    const auto problems = check(taken.intervals, draft, taken.now, m_desk.leadTime);
    for (const TimelineProblem &problem : problems)
        if (problem.fault == TimelineFault::OutOfRange || problem.fault == TimelineFault::Past)
            return badTime(problem);
    if (edit.config) {
        ConfigRecord record;
        record.planId = taken.plan.id;
        record.author = taken.actor.displayName;
        record.note = edit.note;
        record.createdAt = taken.now;
        record.config = edit.config;
        const Result<ConfigRecord> added = taken.store.addConfig(record, m_desk.ids);
        if (!added)
            return Failure(added.error());
        draft.configId = added->id;
    } else {
        const Result<ConfigRecord> config = taken.store.config(edit.configId);
        if (!config)
            return Failure(config.error());
        if (config->planId != taken.plan.id)
            return failure(ErrorKind::NotFound, "config-not-found", "This plan has no such config.");
    }
    taken.after = detailOf(draft, edit.note);
    return draft;
}

Result<PlanTimeline> Timelines::addDraft(const staff::Account &actor, Id plan, const DraftEdit &edit) const {
    return change(actor, plan, edit.timelineVersion, false, [&](Taken &taken) -> Result<Interval> {
        Interval draft;
        draft.id = m_desk.ids.next();
        draft.planId = plan;
        draft.author = actor.displayName;
        draft.authorId = actor.id;
        Result<Interval> saved = saveDraft(taken, edit, draft);
        taken.action = "pricing.interval.create";
        if (saved)
            if (const Result<void> added = taken.store.insertInterval(*saved); !added)
                return Failure(added.error());
        return saved;
    });
}

Result<PlanTimeline> Timelines::updateDraft(const staff::Account &actor, Id interval, const DraftEdit &edit) const {
    const Result<Id> plan = planOfInterval(interval);
    if (!plan)
        return Failure(plan.error());
    return change(actor, *plan, edit.timelineVersion, false, [&](Taken &taken) -> Result<Interval> {
        const Interval *found = intervalIn(taken.intervals, interval);
        if (!found)
            return intervalGone();
        if (found->state != IntervalState::Draft)
            return wrongState("Only a draft can be edited.");
        Interval draft = *found;
        // Whoever wrote the last word is the author, so that nobody approves what they wrote themselves.
        draft.author = actor.displayName;
        draft.authorId = actor.id;
        const Result<Interval> saved = saveDraft(taken, edit, draft);
        taken.action = "pricing.interval.update";
        return saved ? taken.save(*saved) : saved;
    });
}

Result<PlanTimeline> Timelines::deleteDraft(const staff::Account &actor, Id interval, qint64 timelineVersion) const {
    const Result<Id> plan = planOfInterval(interval);
    if (!plan)
        return Failure(plan.error());
    return change(actor, *plan, timelineVersion, false, [&](Taken &taken) -> Result<Interval> {
        const Interval *found = intervalIn(taken.intervals, interval);
        if (!found)
            return intervalGone();
        if (found->state != IntervalState::Draft)
            return wrongState("Only a draft can be deleted.");
        Interval gone = *found;
        taken.action = "pricing.interval.delete";
        taken.after = detailOf(gone, {});
        if (const Result<void> deleted = taken.store.deleteDraft(interval); !deleted)
            return Failure(deleted.error());
        gone.state = IntervalState::Withdrawn;
        return gone;
    });
}

Result<void> Timelines::checkForPublishing(const Taken &taken, const ActEdit &edit, Interval &interval) const {
    if (!edit.emergencyReason.isEmpty())
        interval.emergencyReason = edit.emergencyReason;
    if (isGapConfirmation(edit.gapConfirmation))
        interval.isGapConfirmed = true;
    const auto problems = problemsOf(taken.intervals, interval, taken.now, m_desk.leadTime);
    const bool hasGap = std::any_of(problems.begin(), problems.end(),
                                    [](const TimelineProblem &one) { return one.fault == TimelineFault::Gap; });
    for (const TimelineProblem &problem : problems) {
        if (problem.fault == TimelineFault::Overlap)
            return overlap(taken.intervals, interval, problem, taken.now);
        if (problem.fault != TimelineFault::Gap)
            return badTime(problem);
    }
    if (hasGap && !interval.isGapConfirmed)
        return gap(problems);
    return {};
}

Result<Interval> Timelines::submit(Taken &taken, const ActEdit &edit, Interval interval) const {
    if (interval.state != IntervalState::Draft)
        return wrongState("Only a draft can be submitted.");
    if (const Result<void> fit = checkForPublishing(taken, edit, interval); !fit)
        return Failure(fit.error());
    interval.state = IntervalState::Submitted;
    interval.changedAt = taken.now;
    return taken.save(interval);
}

Result<Interval> Timelines::approve(Taken &taken, const ActEdit &edit, Interval interval) const {
    if (interval.state != IntervalState::Submitted)
        return wrongState("Only what was submitted can be approved.");
    if (interval.authorId == taken.actor.id)
        return failure(ErrorKind::Forbidden, "four-eyes", "Someone else than its author must approve this.");
    if (const Result<void> fit = checkForPublishing(taken, edit, interval); !fit)
        return Failure(fit.error());
    interval.approver = taken.actor.displayName;
    interval.approvedAt = taken.now;
    const QList<Interval> after = published(taken.intervals, interval);
    const auto written = taken.store.writeDifferences(taken.intervals, after, m_desk.ids, taken.now);
    return written ? taken.store.interval(interval.id) : Failure(written.error());
}

Result<Interval> Timelines::reject(Taken &taken, const ActEdit &edit, Interval interval) const {
    if (interval.state != IntervalState::Submitted)
        return wrongState("Only what was submitted can be sent back.");
    if (edit.note.trimmed().isEmpty()) {
        Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
        error.fields = {{"note", "required", "Say why it is sent back."}};
        return Failure(std::move(error));
    }
    interval.state = IntervalState::Draft;
    interval.changedAt = taken.now;
    return taken.save(interval);
}

Result<Interval> Timelines::withdraw(Taken &taken, const ActEdit &edit, Interval interval) const {
    if (interval.state == IntervalState::Approved) {
        if (interval.from <= taken.now)
            return wrongState("It is in force: roll it back instead.");
        return rollBack(taken, edit, interval);
    }
    if (interval.state == IntervalState::Withdrawn)
        return wrongState("It is withdrawn already.");
    interval.state = IntervalState::Withdrawn;
    interval.changedAt = taken.now;
    return taken.save(interval);
}

Result<Interval> Timelines::rollBack(Taken &taken, const ActEdit &edit, Interval interval) const {
    Result<Rollback> rollback = rollbackOf(taken.intervals, interval, taken.now);
    if (!rollback)
        return Failure(rollback.error());
    if (rollback->added) {
        rollback->added->author = taken.actor.displayName;
        rollback->added->authorId = taken.actor.id;
        // What it brings back was approved before, by two people.
        rollback->added->approver = taken.actor.displayName;
        rollback->added->approvedAt = taken.now;
        rollback->added->note = edit.note;
    }
    const QList<Interval> after = applied(taken.intervals, interval.id, *rollback, taken.now);
    const auto written = taken.store.writeDifferences(taken.intervals, after, m_desk.ids, taken.now);
    return written ? taken.store.interval(interval.id) : Failure(written.error());
}

Result<PlanTimeline> Timelines::act(const staff::Account &actor, Id interval, IntervalAct act,
                                    const ActEdit &edit) const {
    const Result<Id> plan = planOfInterval(interval);
    if (!plan)
        return Failure(plan.error());
    struct Row {
        const char *action;
        bool isInForce;
        Result<Interval> (Timelines::*work)(Taken &, const ActEdit &, Interval) const;
    };
    static constexpr Row rows[]{{"pricing.interval.submit", false, &Timelines::submit},
                                {"pricing.interval.approve", true, &Timelines::approve},
                                {"pricing.interval.reject", false, &Timelines::reject},
                                {"pricing.interval.withdraw", true, &Timelines::withdraw},
                                {"pricing.interval.rollback", true, &Timelines::rollBack}};
    const Row &row = rows[static_cast<std::size_t>(act)];
    return change(actor, *plan, edit.timelineVersion, row.isInForce, [&](Taken &taken) -> Result<Interval> {
        const Interval *found = intervalIn(taken.intervals, interval);
        if (!found)
            return intervalGone();
        taken.action = QString::fromLatin1(row.action);
        taken.after = detailOf(*found, edit.note);
        return (this->*row.work)(taken, edit, *found);
    });
}

} // namespace wemo::pricing
