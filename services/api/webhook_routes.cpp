#include "services/api/webhook_routes.h"

#include "services/api/problem.h"
#include "services/runtime/log.h"
#include "services/runtime/seal.h"
#include "services/sms/every8d_receipts.h"

namespace wemo::api {

namespace {
bool isLetIn(const WebhookDependencies &d, const Context &context) {
    if (!runtime::sameSecret(context.parameters.value("token").toUtf8(), d.token))
        return false;
    if (d.from.isEmpty() || d.from.holds(context.request.remoteAddress))
        return true;
    // Behind a proxy that is the proxy's address: then it is the proxy that has to look.
    runtime::log::warn("callback-from-elsewhere", {{"address", context.request.remoteAddress}});
    return false;
}

http::Response answerOf(const Result<void> &written, const QByteArray &body) {
    if (!written)
        return problem(written.error());
    http::Response response;
    response.body = body;
    if (!body.isEmpty())
        response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    return response;
}

Result<http::Response> receive(const WebhookDependencies &d, const WebhookGateway &gateway, const Context &context) {
    if (!isLetIn(d, context))
        return failure(ErrorKind::NotFound, "not-found", "There is nothing here.");
    const http::Request &request = context.request;
    Result<sms::Incoming> incoming = gateway.read(request.body.isEmpty() ? request.rawQuery : request.body);
    if (!incoming) {
        // What was in it stays out of the log: it may hold a code.
        d.metrics.count("wemo_sms_receipts_total", {{"outcome", "unreadable"}});
        runtime::log::warn("receipt-unreadable", {{"gateway", gateway.name}, {"why", incoming.error().detail}});
        return http::Response{};
    }
    incoming->receipt.gateway = gateway.name;
    const QByteArray body = gateway.answer ? gateway.answer(*incoming) : QByteArray();
    http::Response response;
    response.later = [&receipts = d.receipts, incoming = *std::move(incoming), body](auto answer) {
        receipts.put(incoming, [answer, body](const Result<void> &written) { answer(answerOf(written, body)); });
    };
    return response;
}
} // namespace

WebhookGateway every8dWebhook() {
    return {QStringLiteral("every8d"), [](const QByteArray &form) -> Result<sms::Incoming> {
                Result<sms::every8d::Callback> callback = sms::every8d::readCallback(form);
                if (!callback)
                    return Failure(callback.error());
                return sms::Incoming{std::move(callback->receipt), std::move(callback->text)};
            }};
}

QList<Route> webhookRoutes(const WebhookDependencies &d) {
    QList<Route> routes;
    for (const WebhookGateway &gateway : d.gateways) {
        const auto handler = [d, gateway](const Context &context) { return receive(d, gateway, context); };
        const QString pattern = "/webhooks/" + gateway.name + "/{token}";
        routes.append({"POST", pattern, Access::Public, std::nullopt, handler});
        routes.append({"GET", pattern, Access::Public, std::nullopt, handler});
    }
    return routes;
}

} // namespace wemo::api
