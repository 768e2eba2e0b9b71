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

using Fields = QList<std::pair<QByteArray, QString>>;

QByteArray formOf(const Fields &fields, const ReceiptPlan &plan) {
    QByteArray form;
    for (const auto &[name, value] : fields)
        form += (form.isEmpty() ? "" : "&") + (plan.lowerCaseNames ? name.toLower() : name) + '=' +
                encode(value, plan.big5).toPercentEncoding();
    return form;
}

Fields every8dFields(const SimMessage &message, const ReceiptStep &step, const ReceiptPlan &plan) {
    const QString batch = plan.unknownBatch ? QStringLiteral("00000000-0000-4000-8000-000000000000") : message.batchId;
    const qint64 at = message.statusAt > 0 ? message.statusAt : nowMs();
    return {{"BatchID", batch},
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
}

/// statuscode is the carrier's own word; StatusFlag is what Mitake makes of it.
Fields mitakeFields(const SimMessage &message, const ReceiptStep &step, const ReceiptPlan &plan) {
    const qint64 at = message.statusAt > 0 ? message.statusAt : nowMs();
    return {{"msgid", plan.unknownBatch ? QStringLiteral("0000000000") : message.batchId},
            {"dstaddr", '0' + message.number.mid(4)},
            {"dlvtime", sms::every8d::taipeiCompact(fromMs(message.sendAt))},
            {"donetime", sms::every8d::taipeiCompact(fromMs(at))},
            {"statusstr", step.status == "4" ? QStringLiteral("DELIVRD") : QStringLiteral("UNDELIV")},
            {"statuscode", "0"},
            {"StatusFlag", step.status}};
}
} // namespace

http::ClientRequest callbackRequest(const QString &url, const SimMessage &message, const ReceiptStep &step,
                                    const ReceiptPlan &plan) {
    const bool isMitake = message.gateway == "mitake"; // which only knows GET
    const QByteArray form =
        formOf(isMitake ? mitakeFields(message, step, plan) : every8dFields(message, step, plan), plan);
    const bool byQuery = plan.get || isMitake;
    http::ClientRequest request;
    request.method = byQuery ? "GET" : "POST";
    request.url = byQuery ? url + (url.contains(u'?') ? '&' : '?') + QString::fromLatin1(form) : url;
    if (!byQuery) {
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = form;
    }
    request.timeout = std::chrono::seconds(5);
    return request;
}

} // namespace wemo::simulator
