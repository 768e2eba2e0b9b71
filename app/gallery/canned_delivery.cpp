#include "app/gallery/canned_delivery.h"

#include "app/gallery/canned_service.h"
#include "models/core/json_parts.h"

#include <cmath>

namespace wemo::gallery {

using namespace std::chrono;
using namespace wemo::delivery;

namespace {
CannedAnswer yes(const QJsonObject &body) {
    return {CannedAnswer::Kind::Answer, 200, body};
}

/// So many messages of which a share arrives, most of them within some seconds.
DeliveryStats stats(qint64 asked, double rate, double used, qint64 cost = 9'000) {
    DeliveryStats s;
    s.asked = asked;
    s.accepted = std::llround(static_cast<double>(asked) * 0.997);
    s.open = asked / 90;
    s.delivered = std::llround(static_cast<double>(s.accepted - s.open) * rate);
    s.undelivered = (s.accepted - s.open - s.delivered) * 3 / 4;
    s.unknown = s.accepted - s.open - s.delivered - s.undelivered;
    s.codes = used > 0 ? asked * 2 / 3 : 0;
    s.verified = std::llround(static_cast<double>(s.codes) * used);
    s.cost = s.accepted * cost;
    for (qint64 i = 0; i < std::min<qint64>(s.delivered, 200); ++i)
        s.toDelivery.add(milliseconds(1'400 + i * i * (i % 17 == 0 ? 9 : 1)));
    return s;
}

double wave(qsizetype i) {
    return 0.55 + 0.45 * std::sin(static_cast<double>(i) / 3.8);
}

QList<StatsItem> overTime(Instant from, Instant to, Grouping by) {
    QList<StatsItem> items;
    const milliseconds step = by == Grouping::Day ? hours(24) : hours(1);
    for (Instant at = from; at < to; at += step) {
        const auto i = items.size();
        const double dip = i % 19 == 11 ? 0.22 : 0;
        const auto asked = static_cast<qint64>((by == Grouping::Day ? 9'400 : 390) * wave(i)) + 60;
        items.append({toIso(at), stats(asked, 0.958 - dip + 0.015 * wave(i * 3), 0.83 - dip * 0.6)});
    }
    return items;
}

QList<StatsItem> byKey(Grouping by) {
    if (by == Grouping::Gateway)
        return {{"every8d", stats(168'240, 0.957, 0.82)},
                {"mitake", stats(21'902, 0.939, 0.80, 8'200)},
                {"", stats(31, 0, 0)}};
    QList<StatsItem> items;
    if (by == Grouping::Prefix) {
        const char *prefixes[] = {"0912", "0928", "0933", "0958", "0970", "0988", "0905", "0916"};
        qint64 asked = 31'000;
        for (const char *prefix : prefixes) {
            const bool isPumped = QLatin1StringView(prefix) == QLatin1StringView("0905");
            items.append({prefix, stats(asked, 0.96, isPumped ? 0.04 : 0.84)});
            asked = asked * 4 / 5;
        }
        return items;
    }
    return {{"otp.sign_in", stats(96'310, 0.962, 0.84)},
            {"mileage.fee_due", stats(31'020, 0.941, 0)},
            {"pass.renewal_soon", stats(24'551, 0.953, 0)},
            {"marketing.weekend", stats(22'118, 0.921, 0, 7'000)}};
}
} // namespace

CannedDelivery::CannedDelivery(Instant now)
    : m_now(now) {
    alarms = {{31, AlarmKind::RateFell, "mitake", now - minutes(22), {}, 0.713, 0.8},
              {32, AlarmKind::BalanceLow, "every8d", now - hours(3), {}, 812, 1'000}};
    breakers = {{41, "0905", now - minutes(48), 0.041, 612, {}, {}, {}, {}, {}}};
}

std::optional<CannedAnswer> CannedDelivery::answer(const CannedRequest &request) {
    const QString path = request.path.mid(QStringLiteral("/api/v1/sms/").size());
    if (path == u"statistics")
        return statistics(request.query);
    if (path == u"gateways")
        return gateways();
    if (path == u"alarms")
        return yes({{"items", toArray(alarms)}});
    if (path == u"breakers")
        return request.method == "POST" ? stop(request.body) : yes({{"items", toArray(breakers)}});
    if (path.startsWith(u"breakers/"))
        return lift(path.section(u'/', 1, 1), request.body);
    return std::nullopt;
}

CannedAnswer CannedDelivery::statistics(const QUrlQuery &query) const {
    const auto at = [&query](const char *name) {
        return *fromIso(query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded));
    };
    StatsReport report{at("from"), at("to"), *groupingFromString(query.queryItemValue("by")), {}, {}, m_now};
    const bool isByTime = report.by == Grouping::Hour || report.by == Grouping::Day;
    if (busy)
        report.items = isByTime ? overTime(report.from, report.to, report.by) : byKey(report.by);
    for (const StatsItem &item : std::as_const(report.items))
        report.total.add(item.stats);
    return yes(toJson(report));
}

CannedAnswer CannedDelivery::gateways() const {
    const auto gateway = [this](const char *name, qint64 credits) {
        return QJsonObject{{"name", name}, {"balance", credits * 10'000}, {"balance_at", toIso(m_now)}};
    };
    return yes({{"items", QJsonArray{gateway("every8d", 812), gateway("mitake", 41'380)}}});
}

CannedAnswer CannedDelivery::lift(const QString &prefix, const QJsonObject &body) {
    for (qsizetype i = 0; i < breakers.size(); ++i) {
        if (breakers.at(i).prefix != prefix)
            continue;
        Breaker lifted = breakers.takeAt(i);
        lifted.liftedAt = m_now;
        lifted.liftedBy = "cs";
        lifted.liftReason = body.value("reason").toString();
        return yes(toJson(lifted));
    }
    return CannedService::problem(404, "not-found", "no-open-breaker", "Sending to this prefix is not stopped.");
}

CannedAnswer CannedDelivery::stop(const QJsonObject &body) {
    Breaker breaker{50,   body.value("prefix").toString(), m_now, 0,  0,
                    "cs", body.value("reason").toString(), {},    {}, {}};
    breakers.prepend(breaker);
    return {CannedAnswer::Kind::Answer, 201, toJson(breaker)};
}

} // namespace wemo::gallery
