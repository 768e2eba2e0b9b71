#include "services/api/webhook_routes.h"

#include "services/runtime/log.h"
#include "services/runtime/seal.h"
#include "services/sms/every8d_receipts.h"

namespace wemo::api {

namespace {
Result<http::Response> receive(const WebhookDependencies &d, const Context &context) {
    if (!runtime::sameSecret(context.parameters.value("token").toUtf8(), d.token))
        return failure(ErrorKind::NotFound, "not-found", "There is nothing here.");
    const http::Request &request = context.request;
    const Result<sms::every8d::Callback> callback =
        sms::every8d::readCallback(request.body.isEmpty() ? request.rawQuery : request.body);
    if (!callback) {
        // It would be as unreadable the next time. What was in it stays out of the log: it may hold a code.
        d.metrics.count("wemo_sms_receipts_total", {{"outcome", "unreadable"}});
        runtime::log::warn("receipt-unreadable", {{"why", callback.error().detail}});
        return http::Response{};
    }
    if (const Result<void> taken = d.receipts.take(callback->receipt); !taken)
        return Failure(taken.error());
    return http::Response{};
}
} // namespace

QList<Route> webhookRoutes(const WebhookDependencies &d) {
    const auto handler = [d](const Context &context) { return receive(d, context); };
    const QString pattern = QStringLiteral("/webhooks/every8d/{token}");
    return {{"POST", pattern, Access::Public, std::nullopt, handler},
            {"GET", pattern, Access::Public, std::nullopt, handler}};
}

} // namespace wemo::api
