#include "services/sms/every8d_answer.h"

#include "models/sms/every8d_codes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace wemo::sms::every8d {

namespace {
SubmissionAnswer unknown(const QString &rawCode, const QString &reason, const QString &note) {
    SubmissionAnswer answer;
    answer.rawCode = rawCode;
    answer.reason = reason;
    answer.note = note;
    return answer;
}

SubmissionAnswer unreadable() {
    return unknown("unreadable", "unreadable-answer", "The gateway's answer could not be read; it may have sent it.");
}

SubmissionAnswer refused(const QString &code) {
    const Refusal refusal = refusalMeaning(code);
    SubmissionAnswer answer;
    answer.state = refusal.state;
    answer.rawCode = code;
    answer.reason = refusal.reason;
    answer.notTaken = refusal.kind == RefusalClass::Configuration;
    answer.note = refusal.kind == RefusalClass::UnknownOutcome ? QStringLiteral("The gateway had an error of its own.")
                                                               : QStringLiteral("The gateway refused the message.");
    return answer;
}

std::optional<SubmissionAnswer> readFields(const QString &text, SendEndpoint endpoint) {
    const QStringList fields = text.split(u',');
    if (fields.size() != (endpoint == SendEndpoint::Plain ? 5 : 7))
        return std::nullopt;
    std::optional<qint64> numbers[4]; // credit, sent, cost, unsent
    for (int i = 0; i < 4; ++i)
        if (numbers[i] = tenThousandths(QStringView(fields[i]).trimmed()); !numbers[i])
            return std::nullopt;
    const QString batch = fields[4].trimmed();
    if (*numbers[1] < 10'000)
        return *numbers[3] > 0 ? SubmissionAnswer{DeliveryState::Failed, batch, "no-credit", "no-credit",
                                                  "The gateway account has no credit left."}
                               : unreadable();
    if (batch.isEmpty())
        return unreadable();
    return SubmissionAnswer{DeliveryState::Accepted, batch, {}, {}, "The gateway took the message.", *numbers[2]};
}

SubmissionAnswer readText(const QString &text, SendEndpoint endpoint) {
    if (const auto answer = readFields(text, endpoint))
        return *answer;
    static const QRegularExpression code("^(-[0-9]{1,6})\\s*(,|$)");
    const QRegularExpressionMatch match = code.match(text);
    return match.hasMatch() ? refused(match.captured(1)) : unreadable();
}

SubmissionAnswer readJson(const QByteArray &body, SendEndpoint endpoint) {
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue result = object.value("Result");
    if (!result.isBool())
        return unreadable();
    if (result.toBool())
        return readText(object.value("Msg").toString().trimmed(), endpoint);
    // Status is a string in the specification; a number is read too.
    const QString status = object.value("Status").toVariant().toString().trimmed();
    static const QRegularExpression code("^-[0-9]{1,6}$");
    return code.match(status).hasMatch() ? refused(status) : unreadable();
}

Failure notTold(const QString &why) {
    return failure(ErrorKind::Unavailable, "gateway-refused", "The gateway did not answer as it should.", why);
}

/// What went wrong, for the log: "http-403", the vendor's own code, or that there was nothing to read.
QString faultOf(int httpStatus, const QByteArray &body) {
    if (httpStatus != 200)
        return QString("http-%1").arg(httpStatus);
    const SubmissionAnswer answer = readSendAnswer(httpStatus, body);
    return answer.rawCode.isEmpty() ? QStringLiteral("unreadable") : answer.rawCode;
}
} // namespace

Result<CancelAnswer> readCancelAnswer(int httpStatus, const QByteArray &body) {
    const QList<QByteArray> fields = body.trimmed().split(',');
    bool isCount = false;
    const int canceled = fields.first().trimmed().toInt(&isCount);
    const auto returned = fields.size() == 2 ? tenThousandths(QString::fromLatin1(fields[1].trimmed())) : std::nullopt;
    if (httpStatus != 200 || !isCount || canceled < 0 || !returned)
        return notTold(faultOf(httpStatus, body));
    return CancelAnswer{canceled, *returned};
}

Result<qint64> readBalance(int httpStatus, const QByteArray &body) {
    const auto balance = tenThousandths(QString::fromLatin1(body.trimmed()));
    // Codes of errors have a text behind a comma: a bare negative number is a debt.
    if (httpStatus != 200 || !balance)
        return notTold(faultOf(httpStatus, body));
    return *balance;
}

std::optional<qint64> tenThousandths(QStringView text) {
    static const QRegularExpression decimal("^(-?)([0-9]{1,12})(?:\\.([0-9]{1,12}))?$");
    const QRegularExpressionMatch match = decimal.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = match.captured(3).leftJustified(4, u'0').left(4);
    const qint64 value = match.captured(2).toLongLong() * 10'000 + fraction.toLongLong();
    return match.captured(1).isEmpty() ? value : -value;
}

SubmissionAnswer readSendAnswer(int httpStatus, const QByteArray &body, SendEndpoint endpoint) {
    if (httpStatus != 200)
        return unknown(QString("http-%1").arg(httpStatus), "gateway-error", "The gateway answered with an HTTP error.");
    QByteArray text = body.trimmed();
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.mid(3).trimmed();
    return text.startsWith('{') ? readJson(text, endpoint) : readText(QString::fromUtf8(text), endpoint);
}

SubmissionAnswer readSendFailure(bool mayHaveArrived, const Error &error) {
    if (mayHaveArrived)
        return unknown(error.kind == ErrorKind::Timeout ? QStringLiteral("timeout") : QStringLiteral("no-answer"),
                       "no-answer", "The gateway did not answer; it may have sent the message.");
    SubmissionAnswer answer;
    answer.state = DeliveryState::Failed;
    answer.rawCode = "unreachable";
    answer.reason = "gateway-unreachable";
    answer.note = "The gateway could not be reached; nothing was sent.";
    answer.retriable = true;
    answer.notTaken = true;
    return answer;
}

} // namespace wemo::sms::every8d
