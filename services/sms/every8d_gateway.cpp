#include "services/sms/every8d_gateway.h"

#include "models/sms/every8d_time.h"
#include "services/sms/every8d_receipts.h"
#include "services/sms/gateway_url.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::sms {

namespace {
using Endpoint = Every8dOptions::Endpoint;
constexpr int pageRows = 1000; // the vendor's limit
constexpr int maxPages = 20;

every8d::SendEndpoint shapeOf(Endpoint endpoint) {
    return endpoint == Endpoint::Filter ? every8d::SendEndpoint::Filtered : every8d::SendEndpoint::Plain;
}

QString sendTime(const Submission &submission) {
    return submission.sendAt ? every8d::taipeiCompact(*submission.sendAt) : QString();
}
} // namespace

Every8dGateway::Every8dGateway(Every8dOptions options, http::Client &client, const Clock &clock)
    : m_options(std::move(options))
    , m_client(client) {
    if (m_options.byToken)
        m_tokens.emplace(Every8dTokens::Login{m_options.url, m_options.uid, m_options.password, m_options.timeout},
                         client, clock);
}

Result<std::unique_ptr<Every8dGateway>> Every8dGateway::create(Every8dOptions options, http::Client &client,
                                                               const Clock &clock) {
    const Result<QString> url = gatewayUrl("gateway-url", options.url, "/API21/HTTP");
    if (!url)
        return Failure(url.error());
    options.url = *url;
    return std::unique_ptr<Every8dGateway>(new Every8dGateway(std::move(options), client, clock));
}

http::ClientRequest Every8dGateway::request(const Call &call, const QByteArray &token) const {
    http::ClientRequest request;
    request.method = "POST";
    request.url = m_options.url + u'/' + QLatin1StringView(call.endpoint);
    request.timeout = m_options.timeout;
    if (!token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + token);
    if (QJsonObject json = call.json.value_or(QJsonObject()); call.json) {
        if (token.isEmpty()) {
            json.insert("UID", m_options.uid);
            json.insert("PWD", m_options.password);
        }
        request.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
        request.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
        return request;
    }
    const Fields login{{"UID", m_options.uid}, {"PWD", m_options.password}};
    request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    request.body = formBody(token.isEmpty() ? login + call.form : call.form);
    return request;
}

Every8dGateway::Answer Every8dGateway::send(const Call &call) {
    if (!m_tokens)
        return m_client.send(request(call, {}));
    for (bool isFirst = true;; isFirst = false) {
        const Result<QByteArray> token = m_tokens->current();
        if (!token) // of the call itself no byte has left
            return tl::unexpected(http::ClientFailure{false, token.error()});
        Answer answer = m_client.send(request(call, *token));
        if (!isFirst || !answer || !every8d::isLoginRefused(answer->status, answer->body))
            return answer;
        m_tokens->forget(*token);
    }
}

Result<http::Response> Every8dGateway::ask(const Call &call) {
    Answer answer = send(call);
    if (!answer)
        return Failure(answer.error().error);
    return *std::move(answer);
}

Every8dGateway::Call Every8dGateway::paramCall(const Submission &submission) const {
    // The vendor e-mails the text to Email where it is set: it stays empty, always.
    const QJsonObject recipient{{"Name", ""},  {"Mobile", submission.number.national()},
                                {"Email", ""}, {"SendTime", sendTime(submission)},
                                {"Param", ""}, {"MR", submission.reference}};
    return {"SendParam.ashx",
            {},
            QJsonObject{{"SB", ""},
                        {"MSG", submission.text},
                        {"RETRYTIME", QString::number(submission.validityMinutes)},
                        {"RecipientDataList", QJsonArray{recipient}}}};
}

Every8dGateway::Call Every8dGateway::callOf(const Submission &submission) const {
    if (m_options.endpoint == Endpoint::Param)
        return paramCall(submission);
    return {m_options.endpoint == Endpoint::Filter ? "SendSMS4FilterMessage.ashx" : "SendSMS.ashx",
            {{"SB", ""},
             {"MSG", submission.text},
             {"DEST", submission.number.national()},
             {"ST", sendTime(submission)},
             {"RETRYTIME", QString::number(submission.validityMinutes)}}};
}

SubmissionAnswer Every8dGateway::submit(const Submission &submission) {
    const Answer sent = send(callOf(submission));
    if (!sent)
        return every8d::readSendFailure(sent.error().mayHaveArrived, sent.error().error);
    SubmissionAnswer answer = every8d::readSendAnswer(sent->status, sent->body, shapeOf(m_options.endpoint));
    if (answer.state == DeliveryState::Accepted && submission.sendAt)
        answer.state = DeliveryState::Scheduled;
    return answer;
}

Result<CancelAnswer> Every8dGateway::cancel(const QString &batchId) {
    const auto answer = ask({"EraseBooking.ashx", {{"BID", batchId}}});
    return answer ? every8d::readCancelAnswer(answer->status, answer->body) : Failure(answer.error());
}

Result<qint64> Every8dGateway::balance() {
    const auto answer = ask({"GetCredit.ashx"});
    return answer ? every8d::readBalance(answer->status, answer->body) : Failure(answer.error());
}

Result<QList<Receipt>> Every8dGateway::query(const QString &batchId) {
    QList<Receipt> receipts;
    for (int page = 1; page <= maxPages; ++page) {
        const auto answer =
            ask({"GetDeliveryStatus.ashx", {{"BID", batchId}, {"PNO", QString::number(page)}, {"RESPFORMAT", "1"}}});
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
