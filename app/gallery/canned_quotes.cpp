#include "app/gallery/canned_quotes.h"

#include "app/gallery/canned_service.h"
#include "models/pricing/explain.h"
#include "models/pricing/priced_ride.h"

#include <QJsonArray>

namespace wemo::gallery {

using namespace wemo::pricing;

namespace {
CannedAnswer refusal(const Error &error) {
    const int status = error.kind == ErrorKind::NotFound ? 404 : error.kind == ErrorKind::InvalidInput ? 422 : 500;
    CannedAnswer answer = CannedService::problem(status, toString(error.kind), error.code, error.message);
    QJsonArray fields;
    for (const FieldError &field : error.fields)
        fields.append(QJsonObject{{"path", field.path}, {"code", field.code}, {"message", field.message}});
    answer.body.insert("errors", fields);
    return answer;
}

CannedAnswer noPrice() {
    return CannedService::problem(404, "not-found", "no-price", "No plan is for this ride.");
}

const ConfigRecord *recordOf(const TimelineBook &book, Id id) {
    for (const ConfigRecord &record : book.configs)
        if (record.id == id && record.config)
            return &record;
    return nullptr;
}

QList<Interval> timelineOf(const TimelineBook &book, Id plan) {
    QList<Interval> timeline;
    for (const Interval &interval : book.intervals)
        if (interval.planId == plan)
            timeline.append(interval);
    return timeline;
}

Names namesOf(const QList<CatalogEntry> &catalog) {
    Names names;
    for (const CatalogEntry &entry : catalog)
        if (entry.kind == u"zone")
            names.zones.insert(entry.code, entry);
    return names;
}

void name(PricedRide &priced, const Plan &plan, const Interval &interval, const ConfigRecord &record) {
    priced.planId = plan.id;
    priced.planCode = plan.code;
    priced.planNameZh = plan.nameZh;
    priced.planNameEn = plan.nameEn;
    priced.intervalId = interval.id;
    priced.configId = record.id;
    priced.configVersion = record.version;
    priced.fingerprint = record.fingerprint;
}

CannedAnswer price(QJsonObject body, const CannedTariffs &tariffs) {
    body.remove("explain");
    const Result<Ride> ride = rideFromJson(body);
    if (!ride)
        return refusal(ride.error());
    const Plan *plan = planFor(tariffs.book.plans, *ride);
    const auto interval = plan ? inForce(timelineOf(tariffs.book, plan->id), ride->start) : std::nullopt;
    const ConfigRecord *record = interval ? recordOf(tariffs.book, interval->configId) : nullptr;
    if (!record)
        return noPrice();
    const Result<Quote> quoted = quote(*record->config, *ride);
    if (!quoted)
        return refusal(quoted.error());
    PricedRide priced;
    priced.ride = *ride;
    priced.quote = *quoted;
    name(priced, *plan, *interval, *record);
    const Names names = namesOf(tariffs.catalog);
    priced.textZh = explain(*quoted, {&*record->config}, *ride, plan->nameZh, names, Language::Chinese);
    priced.textEn = explain(*quoted, {&*record->config}, *ride, plan->nameEn, names, Language::English);
    return {CannedAnswer::Kind::Answer, 200, toJson(priced)};
}

void compare(const QString &path, const QString &before, const QString &after, QJsonArray &differences) {
    if (before != after)
        differences.append(QJsonObject{{"path", path}, {"before", before}, {"after", after}});
}

CannedAnswer verify(const QJsonObject &body, const CannedTariffs &tariffs) {
    const Result<PricedRide> stored = pricedRideFromJson(body.value("quote").toObject());
    if (!stored)
        return refusal(stored.error());
    const ConfigRecord *record = recordOf(tariffs.book, stored->configId);
    if (!record)
        return CannedService::problem(404, "not-found", "config-not-found", "The config is not in the store.");
    const Result<Quote> again = quote(*record->config, stored->ride);
    if (!again)
        return refusal(again.error());
    QJsonArray differences;
    compare("due", QString::number(stored->quote.due), QString::number(again->due), differences);
    for (qsizetype i = 0; i < std::max(stored->quote.lines.size(), again->lines.size()); ++i) {
        const auto amount = [i](const Quote &quote) {
            return i < quote.lines.size() ? rateText(quote.lines[i].amount) : QString();
        };
        compare(QStringLiteral("lines[%1].amount").arg(i), amount(stored->quote), amount(*again), differences);
    }
    return {CannedAnswer::Kind::Answer, 200, {{"matches", differences.isEmpty()}, {"differences", differences}}};
}
} // namespace

std::optional<CannedAnswer> answerQuote(const CannedRequest &request, const CannedTariffs &tariffs) {
    if (request.path == u"/api/v1/quotes")
        return price(request.body, tariffs);
    if (request.path == u"/api/v1/quotes/verify")
        return verify(request.body, tariffs);
    return std::nullopt;
}

} // namespace wemo::gallery
