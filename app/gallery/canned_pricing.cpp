#include "app/gallery/canned_pricing.h"

#include "app/gallery/canned_prices.h"
#include "app/gallery/canned_service.h"
#include "models/core/json_parts.h"
#include "models/pricing/priced_ride.h"

#include <algorithm>

namespace wemo::gallery {

using namespace wemo::pricing;

namespace {
const QString root = QStringLiteral("/api/v1/pricing");

CannedAnswer yes(const QJsonObject &body, int status = 200) {
    return {CannedAnswer::Kind::Answer, status, body};
}

CannedAnswer conflict(const char *code, const char *detail, const QJsonObject &extra = {}) {
    CannedAnswer answer =
        CannedService::problem(409, QStringLiteral("conflict"), QLatin1StringView(code), QLatin1StringView(detail));
    for (auto member = extra.begin(); member != extra.end(); ++member)
        answer.body.insert(member.key(), member.value());
    return answer;
}

CannedAnswer missing(const char *code) {
    return CannedService::problem(404, QStringLiteral("not-found"), QLatin1StringView(code),
                                  QStringLiteral("There is nothing with this id."));
}

CannedAnswer refused(const Error &error) {
    CannedAnswer answer = CannedService::problem(422, QStringLiteral("invalid-input"), error.code, error.message);
    QJsonArray errors;
    for (const FieldError &field : error.fields)
        errors.append(QJsonObject{{"path", field.path}, {"code", field.code}, {"message", field.message}});
    answer.body.insert(QStringLiteral("errors"), errors);
    return answer;
}

template <typename List, typename Fits>
auto *firstOf(List &list, Fits fits) {
    const auto found = std::find_if(list.begin(), list.end(), fits);
    return found == list.end() ? nullptr : &*found;
}
} // namespace

CannedPricing::CannedPricing(Instant now)
    : m_now(now) {
    CannedPrices prices = cannedPrices(now);
    m_catalog = std::move(prices.catalog);
    m_book = std::move(prices.book);
    QList<Interval> byTime = m_book.intervals;
    std::sort(byTime.begin(), byTime.end(),
              [](const Interval &one, const Interval &other) { return one.changedAt < other.changedAt; });
    for (const Interval &one : std::as_const(byTime)) {
        const Plan &plan = *firstOf(m_book.plans, [&one](const Plan &each) { return each.id == one.planId; });
        note(plan, one.author, QStringLiteral("create"), one.changedAt - std::chrono::hours(5), one);
        if (one.state != IntervalState::Draft)
            note(plan, one.author, QStringLiteral("submit"), one.changedAt - std::chrono::hours(4), one);
        if (isPublished(one))
            note(plan, one.approver, QStringLiteral("approve"), one.changedAt, one);
        if (one.state == IntervalState::Withdrawn)
            note(plan, one.author, QStringLiteral("withdraw"), one.changedAt, one);
    }
}

CannedPricing::Plan *CannedPricing::plan(const QString &code) {
    return firstOf(m_book.plans, [&code](const Plan &one) { return one.code == code; });
}

CannedPricing::Interval *CannedPricing::interval(Id id) {
    return firstOf(m_book.intervals, [id](const Interval &one) { return one.id == id; });
}

CannedPricing::Interval *CannedPricing::find(const QString &planCode, IntervalStatus status) {
    const Plan *of = plan(planCode);
    return firstOf(m_book.intervals,
                   [&](const Interval &one) { return of && one.planId == of->id && statusOf(one, m_now) == status; });
}

QList<Interval> CannedPricing::intervalsOf(Id plan) const {
    QList<Interval> found;
    std::copy_if(m_book.intervals.begin(), m_book.intervals.end(), std::back_inserter(found),
                 [plan](const Interval &one) { return one.planId == plan; });
    return found;
}

const ConfigRecord *CannedPricing::config(Id id) const {
    return firstOf(m_book.configs, [id](const ConfigRecord &one) { return one.id == id; });
}

void CannedPricing::clear() {
    m_book.plans.clear();
    m_book.intervals.clear();
    m_book.configs.clear();
}

void CannedPricing::changeElsewhere(const QString &planCode) {
    Plan &changed = *plan(planCode);
    Interval draft = intervalsOf(changed.id).constLast();
    draft.id = ++m_nextId;
    draft.state = IntervalState::Draft;
    draft.from = m_now + std::chrono::hours(24 * 50);
    draft.to = m_now + std::chrono::hours(24 * 64);
    draft.author = QStringLiteral("王志明");
    draft.authorId = 4;
    draft.note = QStringLiteral("端午連假");
    draft.approver.clear();
    draft.changedAt = m_now;
    m_book.intervals.append(draft);
    ++changed.timelineVersion;
}

void CannedPricing::note(const Plan &plan, const QString &actor, const QString &action, Instant at,
                         const Interval &interval) {
    QJsonObject detail{{"interval_id", idToString(interval.id)},
                       {"config_id", idToString(interval.configId)},
                       {"from", toIso(interval.from)},
                       {"to", orNull(interval.to)}};
    if (!interval.note.isEmpty())
        detail.insert(QStringLiteral("note"), interval.note);
    m_history.prepend({plan.id,
                       {{"at", toIso(at)},
                        {"actor", actor},
                        {"action", QStringLiteral("pricing.interval.") + action},
                        {"detail", detail}}});
}

std::optional<CannedAnswer> CannedPricing::answer(const CannedRequest &request, const staff::Account &caller) {
    if (request.path == u"/api/v1/quotes/preview")
        return preview(request.body);
    const QStringList parts = request.path.mid(root.size() + 1).split(u'/');
    const QString &first = parts.constFirst();
    if (first == u"catalog")
        return yes({{"items", toArray(m_catalog)}});
    if (first == u"timelines") {
        TimelineBook book = m_book;
        for (ConfigRecord &record : book.configs)
            record.config.reset();
        return yes(toJson(book));
    }
    if (first == u"in-force")
        return inForce(request.query);
    if (first == u"configs") {
        const ConfigRecord *record = config(idFromString(parts.value(1)).value_or(0));
        return record ? yes(toJson(*record)) : missing("config-not-found");
    }
    if (first == u"plans")
        return parts.size() == 1 ? createPlan(request.body) : changePlan(request, parts, caller);
    if (first == u"intervals")
        return changeInterval(request, parts, caller);
    return std::nullopt;
}

CannedAnswer CannedPricing::timelineAnswer(const Plan &plan, const std::optional<Interval> &touched, int status) const {
    PlanTimeline answer{plan, intervalsOf(plan.id), touched, {}};
    if (touched && (touched->state == IntervalState::Draft || touched->state == IntervalState::Submitted))
        answer.problems = check(answer.intervals, *touched, m_now);
    return yes(toJson(answer, m_now), status);
}

CannedAnswer CannedPricing::stale(const Plan &plan) const {
    return conflict("stale-timeline", "Someone else has changed this timeline meanwhile.",
                    {{"timeline", toJson(PlanTimeline{plan, intervalsOf(plan.id), {}, {}}, m_now)}});
}

CannedAnswer CannedPricing::createPlan(const QJsonObject &body) {
    Result<Plan> edit = planEditFromJson(body);
    if (!edit)
        return refused(edit.error());
    if (plan(edit->code))
        return conflict("duplicate-code", "Another plan has this code.");
    edit->id = ++m_nextId;
    edit->version = edit->timelineVersion = 1;
    m_book.plans.append(*edit);
    return yes(toJson(*edit), 201);
}

CannedAnswer CannedPricing::changePlan(const CannedRequest &request, const QStringList &parts,
                                       const staff::Account &caller) {
    const Id id = idFromString(parts.at(1)).value_or(0);
    Plan *plan = firstOf(m_book.plans, [id](const Plan &one) { return one.id == id; });
    if (!plan)
        return missing("plan-not-found");
    const QString what = parts.value(2);
    if (what == u"history")
        return history(*plan);
    if (what == u"intervals")
        return addInterval(request, *plan, caller);
    if (what == u"configs") {
        const Result<Config> config = configFromJson(request.body.value("config").toObject(), QStringLiteral("config"));
        if (!config)
            return refused(config.error());
        const Id added = addConfig(*plan, *config, request.body.value("note").toString(), caller.displayName);
        return yes(toJson(*this->config(added)), 201);
    }
    if (what == u"retire") {
        plan->retiredAt = m_now;
    } else {
        const Result<Plan> edit = planEditFromJson(request.body);
        if (!edit)
            return refused(edit.error());
        Plan next = *edit;
        next.id = plan->id;
        next.version = plan->version;
        next.timelineVersion = plan->timelineVersion;
        next.isInvented = plan->isInvented;
        next.retiredAt = plan->retiredAt;
        *plan = next;
    }
    ++plan->version;
    return yes(toJson(*plan));
}

Id CannedPricing::addConfig(const Plan &plan, const Config &config, const QString &note, const QString &author) {
    const QString fingerprint = fingerprintOf(config);
    qint64 version = 0;
    for (const ConfigRecord &record : std::as_const(m_book.configs)) {
        if (record.planId != plan.id)
            continue;
        if (record.fingerprint == fingerprint)
            return record.id;
        version = std::max(version, record.version);
    }
    m_book.configs.append({++m_nextId, plan.id, version + 1, fingerprint, author, note, m_now, config});
    return m_nextId;
}

CannedAnswer CannedPricing::history(const Plan &plan) const {
    QJsonArray items;
    for (const Entry &entry : m_history)
        if (entry.plan == plan.id)
            items.append(entry.json);
    return yes({{"items", items}});
}

CannedAnswer CannedPricing::inForce(const QUrlQuery &query) const {
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    Ride ride;
    ride.start = fromIso(item("at")).value_or(m_now);
    if (!item("product").isEmpty())
        ride.product = item("product");
    ride.model = item("model");
    ride.pickupZone = item("zone");
    ride.tier = item("tier");
    const Plan *plan = planFor(m_book.plans, ride);
    const auto found = plan ? wemo::pricing::inForce(intervalsOf(plan->id), ride.start) : std::nullopt;
    return found ? yes(toJson(InForce{*plan, *found, *config(found->configId)}, m_now)) : missing("no-price");
}

CannedAnswer CannedPricing::preview(const QJsonObject &body) const {
    const Result<Ride> ride = rideFromJson(body.value("ride").toObject(), QStringLiteral("ride"));
    const Result<Config> config = configFromJson(body.value("config").toObject(), QStringLiteral("config"));
    if (!ride || !config)
        return refused(!ride ? ride.error() : config.error());
    const Result<Quote> quoted = quote(*config, *ride);
    if (!quoted)
        return refused(quoted.error());
    PricedRide priced;
    priced.ride = *ride;
    priced.quote = *quoted;
    priced.fingerprint = fingerprintOf(*config);
    return yes(toJson(priced));
}

} // namespace wemo::gallery
