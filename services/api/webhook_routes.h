#pragma once
#include "services/api/router.h"
#include "services/http/address_list.h"
#include "services/metrics/registry.h"
#include "services/sms/receipt_intake.h"

namespace wemo::api {

/// How the callbacks of one gateway are read and answered.
struct WebhookGateway {
    QString name; ///< as in its path and in the records
    /// A form body or a query. What cannot be read now would not be the next time: it is answered and forgotten.
    std::function<Result<sms::Incoming>(const QByteArray &form)> read;
    /// The body of the 200; empty = none.
    std::function<QByteArray(const sms::Incoming &)> answer = {};
};
WebhookGateway every8dWebhook();

struct WebhookDependencies {
    sms::ReceiptIntake &receipts;
    metrics::Registry &metrics;
    QByteArray token;            ///< last part of the path; vendors sign nothing, so this is what keeps others out
    http::AddressList from = {}; ///< who else is let in; empty = everybody who knows the token
    QList<WebhookGateway> gateways = {every8dWebhook()};
};

/// /webhooks/<gateway>/{token}, by POST and by GET: 200, once it is durable, for everything but a store that is down,
/// since gateways repeat what got no 200. No thread waits for the disk.
QList<Route> webhookRoutes(const WebhookDependencies &dependencies);

} // namespace wemo::api
