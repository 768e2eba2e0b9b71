#include "services/sms/mitake/mitake_gateway.h"

#include "models/sms/every8d_time.h"
#include "services/sms/gateway_url.h"
#include "services/sms/mitake/mitake_answer.h"
#include "services/sms/mitake/mitake_receipts.h"

namespace wemo::sms {

namespace {
using every8d::taipeiCompact; // both vendors' wall clock is Taipei's

/// A new line is a character of its own here.
QString bodyOf(QString text) {
    return text.replace("\r\n", "\n").replace(u'\n', QChar(6));
}
} // namespace

MitakeGateway::MitakeGateway(MitakeOptions options, http::Client &client, const Clock &clock)
    : m_options(std::move(options))
    , m_client(client)
    , m_clock(clock) {}

Result<std::unique_ptr<MitakeGateway>> MitakeGateway::create(MitakeOptions options, http::Client &client,
                                                             const Clock &clock) {
    const Result<QString> url = gatewayUrl("mitake-url", options.url, "/api/mtk");
    if (!url)
        return Failure(url.error());
    options.url = *url;
    return std::unique_ptr<MitakeGateway>(new MitakeGateway(std::move(options), client, clock));
}

QString MitakeGateway::name() const {
    return mitake::gatewayName;
}

http::ClientRequest MitakeGateway::request(const QString &endpoint, const Fields &fields) const {
    http::ClientRequest request;
    request.method = "POST";
    request.url = m_options.url + u'/' + endpoint;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    request.body = formBody(Fields{{"username", m_options.username}, {"password", m_options.password}} + fields);
    request.timeout = m_options.timeout;
    return request;
}

SubmissionAnswer MitakeGateway::submit(const Submission &submission) {
    const Instant from = std::max(m_clock.now(), submission.sendAt.value_or(Instant()));
    Fields fields{{"dstaddr", submission.number.national()},
                  {"smbody", bodyOf(submission.text)},
                  {"vldtime", taipeiCompact(from + std::chrono::minutes(submission.validityMinutes))},
                  {"clientid", submission.clientId},
                  {"smsPointFlag", "1"}};
    if (submission.sendAt)
        fields.append({"dlvtime", taipeiCompact(*submission.sendAt)});
    if (!m_options.callbackUrl.isEmpty())
        fields.append({"response", m_options.callbackUrl});
    // Without CharsetURL it reads the text as BIG5.
    const auto answer = m_client.send(request("SmSend?CharsetURL=UTF-8", fields));
    if (!answer)
        return mitake::readSendFailure(answer.error().mayHaveArrived, answer.error().error);
    return mitake::readSendAnswer(answer->status, answer->body);
}

Result<http::Response> MitakeGateway::ask(const QString &endpoint, const Fields &fields) {
    auto answer = m_client.send(request(endpoint, fields));
    if (!answer)
        return Failure(answer.error().error);
    return *std::move(answer);
}

Result<QList<Receipt>> MitakeGateway::query(const QString &batchId) {
    const auto answer = ask("SmQuery", {{"msgid", batchId}});
    return answer ? mitake::readStatus(answer->status, answer->body) : Failure(answer.error());
}

Result<CancelAnswer> MitakeGateway::cancel(const QString &batchId) {
    const auto answer = ask("SmCancel", {{"msgid", batchId}});
    return answer ? mitake::readCancelAnswer(answer->status, answer->body) : Failure(answer.error());
}

Result<qint64> MitakeGateway::balance() {
    const auto answer = ask("SmQuery", {});
    return answer ? mitake::readBalance(answer->status, answer->body) : Failure(answer.error());
}

} // namespace wemo::sms
