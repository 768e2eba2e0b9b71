#include "services/sms/every8d_gateway.h"

#include "services/sms/every8d_answer.h"
#include "services/sms/every8d_receipts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace wemo::sms {

namespace {
constexpr int pageRows = 1000; // the vendor's limit
constexpr int maxPages = 20;

bool isLoopback(const QString &host) {
    return host == "localhost" || host == "::1" || host.startsWith("127.");
}

QByteArray form(const QList<std::pair<QByteArray, QString>> &fields) {
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return body;
}
} // namespace

Every8dGateway::Every8dGateway(Every8dOptions options, http::Client &client)
    : m_options(std::move(options))
    , m_client(client) {}

Result<std::unique_ptr<Every8dGateway>> Every8dGateway::create(Every8dOptions options, http::Client &client) {
    QUrl url(options.url, QUrl::StrictMode);
    const bool secure = url.scheme() == "https" || (url.scheme() == "http" && isLoopback(url.host()));
    if (!url.isValid() || url.host().isEmpty() || !secure)
        return failure(ErrorKind::InvalidInput, "bad-gateway-url", "gateway-url must be an https:// URL.");
    if (url.path().isEmpty() || url.path() == "/")
        url.setPath("/API21/HTTP");
    options.url = url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return std::unique_ptr<Every8dGateway>(new Every8dGateway(std::move(options), client));
}

http::ClientRequest Every8dGateway::request(const char *endpoint, const QByteArray &contentType,
                                            QByteArray body) const {
    http::ClientRequest request;
    request.method = "POST";
    request.url = m_options.url + u'/' + QLatin1StringView(endpoint);
    request.headers = {{"Content-Type", contentType}};
    request.body = std::move(body);
    request.timeout = m_options.timeout;
    return request;
}

SubmissionAnswer Every8dGateway::submit(const Submission &submission) {
    // The vendor e-mails the text to Email where it is set: it stays empty, always.
    const QJsonObject recipient{{"Name", ""},  {"Mobile", submission.number.national()},
                                {"Email", ""}, {"SendTime", ""},
                                {"Param", ""}, {"MR", submission.reference}};
    const QJsonObject body{{"UID", m_options.uid},
                           {"PWD", m_options.password},
                           {"SB", ""},
                           {"MSG", submission.text},
                           {"RETRYTIME", QString::number(submission.validityMinutes)},
                           {"RecipientDataList", QJsonArray{recipient}}};
    const auto answer = m_client.send(request("SendParam.ashx", "application/json; charset=utf-8",
                                              QJsonDocument(body).toJson(QJsonDocument::Compact)));
    if (!answer)
        return every8d::readSendFailure(answer.error().mayHaveArrived, answer.error().error);
    return every8d::readSendAnswer(answer->status, answer->body);
}

Result<http::Response> Every8dGateway::ask(const char *endpoint, QList<std::pair<QByteArray, QString>> fields) {
    fields.prepend({"PWD", m_options.password});
    fields.prepend({"UID", m_options.uid});
    auto answer = m_client.send(request(endpoint, "application/x-www-form-urlencoded; charset=utf-8", form(fields)));
    if (!answer)
        return Failure(answer.error().error);
    return *std::move(answer);
}

Result<CancelAnswer> Every8dGateway::cancel(const QString &batchId) {
    const auto answer = ask("EraseBooking.ashx", {{"BID", batchId}});
    return answer ? every8d::readCancelAnswer(answer->status, answer->body) : Failure(answer.error());
}

Result<qint64> Every8dGateway::balance() {
    const auto answer = ask("GetCredit.ashx", {});
    return answer ? every8d::readBalance(answer->status, answer->body) : Failure(answer.error());
}

Result<QList<Receipt>> Every8dGateway::query(const QString &batchId) {
    QList<Receipt> receipts;
    for (int page = 1; page <= maxPages; ++page) {
        const auto answer =
            ask("GetDeliveryStatus.ashx", {{"BID", batchId}, {"PNO", QString::number(page)}, {"RESPFORMAT", "1"}});
        if (!answer)
            return Failure(answer.error());
        const Result<QList<Receipt>> rows = every8d::readDeliveryStatus(answer->status, answer->body, batchId);
        if (!rows)
            return Failure(rows.error());
        receipts += *rows;
        if (rows->size() < pageRows)
            break;
    }
    return receipts;
}

} // namespace wemo::sms
