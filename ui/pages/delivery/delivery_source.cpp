#include "ui/pages/delivery/delivery_source.h"

#include "models/core/json_parts.h"

namespace wemo::pages::delivery {

using namespace wemo::delivery;
using ui::ApiResult;

namespace {
constexpr int mostItems = 1'000;
constexpr double tenThousand = 10'000;
constexpr double most = 1e15;

QString pathOf(const QString &rest) {
    return QStringLiteral("/api/v1/sms/") + rest;
}

template <typename T>
Result<QList<T>> listIn(const QJsonObject &json, Result<T> (*read)(const QJsonObject &)) {
    JsonReader reader(json);
    const QJsonArray array = reader.array(QStringLiteral("items"), mostItems);
    Result<QList<T>> items = listFrom<T>(array, read);
    return items ? reader.finishLenient(*std::move(items)) : items;
}

Result<GatewayBalance> balanceFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    GatewayBalance balance{reader.string(QStringLiteral("name"), 40), {}};
    if (const auto value = reader.optionalNumber(QStringLiteral("balance"), -most, most))
        balance.credits = *value / tenThousand;
    return reader.finishLenient(std::move(balance));
}

void add(QUrlQuery &query, const char *name, const QString &value) {
    query.addQueryItem(QLatin1StringView(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}
} // namespace

QFuture<ApiResult<StatsReport>> DeliverySource::statistics(Instant from, Instant to, Grouping by) {
    QUrlQuery query;
    add(query, "from", toIso(from));
    add(query, "to", toIso(to));
    add(query, "by", toString(by));
    return m_client.get(pathOf(QStringLiteral("statistics")), query, statsReportFromJson);
}

QFuture<ApiResult<QList<Alarm>>> DeliverySource::alarms() {
    return m_client.get(pathOf(QStringLiteral("alarms")), {},
                        [](const QJsonObject &json) { return listIn<Alarm>(json, alarmFromJson); });
}

QFuture<ApiResult<QList<Breaker>>> DeliverySource::breakers() {
    return m_client.get(pathOf(QStringLiteral("breakers")), {},
                        [](const QJsonObject &json) { return listIn<Breaker>(json, breakerFromJson); });
}

QFuture<ApiResult<QList<GatewayBalance>>> DeliverySource::balances() {
    return m_client.get(pathOf(QStringLiteral("gateways")), {},
                        [](const QJsonObject &json) { return listIn<GatewayBalance>(json, balanceFromJson); });
}

QFuture<ApiResult<Breaker>> DeliverySource::lift(const QString &prefix, const QString &reason) {
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(prefix));
    return m_client.post(pathOf(QStringLiteral("breakers/%1/lift").arg(name)), {{QStringLiteral("reason"), reason}},
                         breakerFromJson);
}

QFuture<ApiResult<Breaker>> DeliverySource::stop(const QString &prefix, const QString &reason) {
    return m_client.post(pathOf(QStringLiteral("breakers")),
                         {{QStringLiteral("prefix"), prefix}, {QStringLiteral("reason"), reason}}, breakerFromJson);
}

} // namespace wemo::pages::delivery
