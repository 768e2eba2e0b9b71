#include "app/gateway_simulator/callback.h"

#include "models/sms/every8d_time.h"

#include <QStringConverter>

namespace wemo::simulator {

namespace {
QByteArray encode(const QString &text, bool big5) {
    if (!big5)
        return text.toUtf8();
    QStringEncoder encoder("Big5");
    return encoder.isValid() ? QByteArray(encoder(text)) : text.toUtf8();
}
} // namespace

http::ClientRequest callbackRequest(const QString &url, const SimMessage &message, const ReceiptStep &step,
                                    const ReceiptPlan &plan) {
    const QString batch = plan.unknownBatch ? QStringLiteral("00000000-0000-4000-8000-000000000000") : message.batchId;
    const qint64 at = message.statusAt > 0 ? message.statusAt : nowMs();
    const QList<std::pair<QByteArray, QString>> fields{
        {"BatchID", batch},
        {"RM", message.number},
        {"RT", sms::every8d::taipeiCompact(fromMs(at))},
        {"STATUS", step.status},
        {"SM", step.status == "999" ? step.text : message.text},
        {"CustID", "SIMULATOR"},
        {"UserNo", "1"},
        {"ST", sms::every8d::taipeiCompact(fromMs(message.submittedAt))},
        {"MR", plan.withoutReference || plan.unknownBatch ? QString() : message.reference},
        {"SUBJECT", ""},
        {"NAME", message.name},
        {"USERID", "simulator"},
        {"SOURCE", ""},
        {"CHARGE", "0"}};
    QByteArray form;
    for (const auto &[name, value] : fields)
        form += (form.isEmpty() ? "" : "&") + (plan.lowerCaseNames ? name.toLower() : name) + '=' +
                encode(value, plan.big5).toPercentEncoding();
    http::ClientRequest request;
    request.method = plan.get ? "GET" : "POST";
    request.url = plan.get ? url + '?' + QString::fromLatin1(form) : url;
    if (!plan.get) {
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = form;
    }
    request.timeout = std::chrono::seconds(5);
    return request;
}

} // namespace wemo::simulator
