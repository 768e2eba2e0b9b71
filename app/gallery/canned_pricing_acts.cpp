// The part of CannedPricing that changes timelines.
#include "app/gallery/canned_pricing.h"
#include "app/gallery/canned_service.h"
#include "models/core/json_parts.h"

#include <algorithm>

namespace wemo::gallery {

using namespace wemo::pricing;

namespace {
CannedAnswer conflict(const char *code, const char *detail) {
    return CannedService::problem(409, QStringLiteral("conflict"), QLatin1StringView(code), QLatin1StringView(detail));
}
CannedAnswer wrong(const char *field, const QString &code) {
    return CannedService::wrongField(QLatin1StringView(field), code, QStringLiteral("This is not possible here."));
}
bool isGapWord(const QString &text) {
    return text.trimmed().compare(QLatin1StringView("gap"), Qt::CaseInsensitive) == 0 ||
           text.trimmed() == QStringLiteral("空窗");
}
} // namespace

std::optional<CannedAnswer> CannedPricing::edit(const QJsonObject &body, const Plan &plan, Interval &draft,
                                                const staff::Account &caller) {
    if (body.value("timeline_version").toInteger() != plan.timelineVersion)
        return stale(plan);
    const Result<Instant> from = fromIso(body.value("from").toString());
    if (!from)
        return wrong("from", QStringLiteral("wrong-type"));
    draft.from = *from;
    draft.to.reset();
    if (const QString to = body.value("to").toString(); !to.isEmpty())
        draft.to = fromIso(to).value_or(*from);
    if (draft.to && *draft.to <= draft.from)
        return wrong("to", QStringLiteral("inverted"));
    if (draft.from < m_now)
        return wrong("from", QStringLiteral("past"));
    draft.note = body.value("note").toString();
    draft.emergencyReason = body.value("emergency_reason").toString();
    draft.configId = idFromString(body.value("config_id").toString()).value_or(0);
    if (const QJsonObject config = body.value("config").toObject(); !config.isEmpty()) {
        const Result<Config> read = configFromJson(config, QStringLiteral("config"));
        if (!read)
            return wrong("config", read.error().code);
        draft.configId = addConfig(plan, *read, draft.note, caller.displayName);
    }
    draft.author = caller.displayName;
    draft.authorId = caller.id;
    draft.changedAt = m_now;
    return std::nullopt;
}

void CannedPricing::write(Plan &plan, const QList<Interval> &timeline) {
    m_book.intervals.removeIf([&plan](const Interval &one) { return one.planId == plan.id; });
    m_book.intervals.append(timeline);
    ++plan.timelineVersion;
}

CannedAnswer CannedPricing::addInterval(const CannedRequest &request, Plan &plan, const staff::Account &caller) {
    Interval draft;
    draft.id = ++m_nextId;
    draft.planId = plan.id;
    if (const auto refused = edit(request.body, plan, draft, caller))
        return *refused;
    write(plan, intervalsOf(plan.id) << draft);
    note(plan, caller.displayName, QStringLiteral("create"), m_now, draft);
    return timelineAnswer(plan, draft, 201);
}

CannedAnswer CannedPricing::changeInterval(const CannedRequest &request, const QStringList &parts,
                                           const staff::Account &caller) {
    Interval *found = interval(idFromString(parts.value(1)).value_or(0));
    if (!found)
        return CannedService::problem(404, QStringLiteral("not-found"), QStringLiteral("interval-not-found"),
                                      QStringLiteral("There is no such interval."));
    Plan &plan = *std::find_if(m_book.plans.begin(), m_book.plans.end(),
                               [found](const Plan &one) { return one.id == found->planId; });
    Interval draft = *found;
    if (parts.size() > 2)
        return act(parts.at(2), request.body, plan, draft, caller);
    if (draft.state != IntervalState::Draft)
        return conflict("wrong-state", "Only a draft can be edited.");
    if (request.method == "DELETE") {
        if (request.query.queryItemValue("timeline_version").toLongLong() != plan.timelineVersion)
            return stale(plan);
        QList<Interval> rest = intervalsOf(plan.id);
        rest.removeIf([&draft](const Interval &one) { return one.id == draft.id; });
        write(plan, rest);
        note(plan, caller.displayName, QStringLiteral("delete"), m_now, draft);
        draft.state = IntervalState::Withdrawn;
        return timelineAnswer(plan, draft);
    }
    if (const auto refused = edit(request.body, plan, draft, caller))
        return *refused;
    *found = draft;
    ++plan.timelineVersion;
    note(plan, caller.displayName, QStringLiteral("update"), m_now, draft);
    return timelineAnswer(plan, draft);
}

/// Why it may not be published; nothing where it may.
std::optional<CannedAnswer> CannedPricing::refusal(const QJsonObject &body, const Plan &plan,
                                                   Interval &interval) const {
    if (const QString reason = body.value("emergency_reason").toString(); !reason.isEmpty())
        interval.emergencyReason = reason;
    if (isGapWord(body.value("gap_confirmation").toString()))
        interval.isGapConfirmed = true;
    bool hasGap = false;
    const QList<TimelineProblem> problems = check(intervalsOf(plan.id), interval, m_now);
    for (const TimelineProblem &problem : problems) {
        if (problem.fault == TimelineFault::Overlap)
            return conflict("overlap", "Another published interval begins inside this one.");
        if (problem.fault != TimelineFault::Gap)
            return wrong("from", toString(problem.fault));
        hasGap = true;
    }
    if (hasGap && !interval.isGapConfirmed)
        return conflict("gap", "Nothing would be in force for a while: confirm it in words.");
    return std::nullopt;
}

CannedAnswer CannedPricing::rollBack(Plan &plan, const Interval &interval, const QJsonObject &body,
                                     const staff::Account &caller) {
    Result<Rollback> rollback = rollbackOf(intervalsOf(plan.id), interval, m_now);
    if (!rollback)
        return CannedService::problem(409, QStringLiteral("conflict"), rollback.error().code, rollback.error().message);
    if (rollback->added) {
        rollback->added->id = ++m_nextId;
        rollback->added->author = rollback->added->approver = caller.displayName;
        rollback->added->authorId = caller.id;
        rollback->added->approvedAt = rollback->added->changedAt = m_now;
        rollback->added->note = body.value("note").toString();
    }
    write(plan, applied(intervalsOf(plan.id), interval.id, *rollback, m_now));
    note(plan, caller.displayName, QStringLiteral("rollback"), m_now, interval);
    return timelineAnswer(plan, *this->interval(interval.id));
}

CannedAnswer CannedPricing::act(const QString &verb, const QJsonObject &body, Plan &plan, Interval interval,
                                const staff::Account &caller) {
    if (body.value("timeline_version").toInteger() != plan.timelineVersion)
        return stale(plan);
    if (verb == u"rollback" || (verb == u"withdraw" && isPublished(interval)))
        return rollBack(plan, interval, body, caller);
    if (verb == u"approve" && interval.authorId == caller.id)
        return CannedService::problem(403, QStringLiteral("forbidden"), QStringLiteral("four-eyes"),
                                      QStringLiteral("Someone else than its author must approve this."));
    if (verb == u"submit" || verb == u"approve")
        if (const auto no = refusal(body, plan, interval))
            return *no;
    QList<Interval> timeline = intervalsOf(plan.id);
    interval.changedAt = m_now;
    if (verb == u"submit")
        interval.state = IntervalState::Submitted;
    else if (verb == u"reject")
        interval.state = IntervalState::Draft;
    else if (verb == u"withdraw")
        interval.state = IntervalState::Withdrawn;
    if (verb == u"approve") {
        interval.approver = caller.displayName;
        interval.approvedAt = m_now;
        timeline = published(timeline, interval);
    }
    for (Interval &one : timeline)
        if (one.id == interval.id && verb != u"approve")
            one = interval;
    write(plan, timeline);
    note(plan, caller.displayName, verb, m_now, interval);
    return timelineAnswer(plan, *this->interval(interval.id));
}

} // namespace wemo::gallery
