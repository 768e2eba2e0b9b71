#include "services/api/gateway_routes.h"

#include "services/api/query_reader.h"
#include "services/sms/mitake/mitake_receipts.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
QJsonObject toJson(const sms::Gateways::Status &status, const std::optional<sms::Balances::Balance> &balance) {
    QJsonObject weights;
    for (const auto &[purpose, weight] : status.weights)
        weights.insert(sms::toString(purpose), weight);
    const auto hours = [](Milliseconds time) {
        return QJsonValue(static_cast<int>(std::chrono::floor<std::chrono::hours>(time).count()));
    };
    return {{"name", status.name},
            {"weights", weights},
            {"idempotent_hours", status.idempotentFor ? hours(*status.idempotentFor) : QJsonValue()},
            {"balance", balance ? QJsonValue(balance->tenThousandths) : QJsonValue()},
            {"balance_at", balance ? QJsonValue(toIso(balance->at)) : QJsonValue()},
            {"state", status.isUp ? "up" : "down"}};
}

Result<http::Response> list(const GatewayDependencies &d, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    QJsonArray items;
    const QList<sms::Gateways::Status> statuses = d.gateways.statuses();
    for (const sms::Gateways::Status &status : statuses)
        items.append(toJson(status, d.balances.of(status.name)));
    return json({{"items", items}});
}
} // namespace

QList<Route> gatewayRoutes(const GatewayDependencies &d) {
    return {{"GET", "/api/v1/sms/gateways", Access::Permission, staff::Permission::SmsRead,
             [d](const Context &context) { return list(d, context); }}};
}

WebhookGateway mitakeWebhook() {
    return {sms::mitake::gatewayName,
            [](const QByteArray &form) -> Result<sms::Incoming> {
                Result<sms::Callback> callback = sms::mitake::readCallback(form);
                if (!callback)
                    return Failure(callback.error());
                return sms::Incoming{std::move(callback->receipt)};
            },
            [](const sms::Incoming &incoming) { return sms::mitake::acknowledgement(incoming.receipt.batchId); }};
}

} // namespace wemo::api
