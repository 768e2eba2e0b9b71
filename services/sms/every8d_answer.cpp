#include "services/sms/every8d_answer.h"

#include "models/sms/error_table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace wemo::sms::every8d {

namespace {
const QString gateway = QStringLiteral("every8d");
constexpr qsizetype shortestNumber = 9; ///< 912345678

/// By the error table, which has a row for every code met here.
SubmissionAnswer answerOf(const QString &rawCode, const QString &note) {
    SubmissionAnswer answer;
    answer.rawCode = rawCode;
    answer.note = note;
    if (const ErrorRow *row = findError(gateway, rawCode, ErrorStage::Submission)) {
        answer.state = row->state;
        answer.reason = row->reason;
        answer.notTaken = answer.elsewhere = row->isElsewhere;
    }
    return answer;
}

SubmissionAnswer unreadable() {
    return answerOf("unreadable", "The gateway's answer could not be read; it may have sent it.");
}

SubmissionAnswer refused(const QString &code) {
    SubmissionAnswer answer = answerOf(code, "The gateway refused the message.");
    if (answer.state == DeliveryState::SubmitUnknown)
        answer.note = "The gateway had an error of its own.";
    return answer;
}

/// Nothing was sent, and the numbers say why.
SubmissionAnswer notSent(bool lacksCredit, bool isFiltered) {
    if (lacksCredit) // its batch holds nothing
        return answerOf("no-credit", "The gateway account has no credit left.");
    return isFiltered ? answerOf("filtered", "The gateway sent the same text to this number within a day already.")
                      : unreadable();
}

/// credit, sent, cost, unsent, batch; the filter endpoint adds the number it stopped and the batch that had it, where
/// there is one.
std::optional<SubmissionAnswer> readFields(const QString &text, SendEndpoint endpoint) {
    const QStringList fields = text.split(u',');
    const bool isLong = endpoint == SendEndpoint::Filtered && fields.size() == 7;
    if (fields.size() != 5 && !isLong)
        return std::nullopt;
    std::optional<qint64> numbers[4];
    for (int i = 0; i < 4; ++i)
        if (numbers[i] = tenThousandths(QStringView(fields[i]).trimmed()); !numbers[i])
            return std::nullopt;
    const QString batch = fields[4].trimmed();
    if (*numbers[1] < 10'000)
        return notSent(*numbers[3] > 0, isLong && fields[5].trimmed().size() >= shortestNumber);
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

/// The code of {"Result":false,"Status":"-101",…}; empty if it is something else. A number is read, too.
QString jsonCode(const QJsonObject &object) {
    const QString status = object.value("Status").toVariant().toString().trimmed();
    static const QRegularExpression code("^-[0-9]{1,6}$");
    return object.value("Result").isBool() && code.match(status).hasMatch() ? status : QString();
}

SubmissionAnswer readJson(const QByteArray &body, SendEndpoint endpoint) {
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object.value("Result").toBool())
        return readText(object.value("Msg").toString().trimmed(), endpoint);
    const QString code = jsonCode(object);
    return code.isEmpty() ? unreadable() : refused(code);
}

QByteArray withoutMark(const QByteArray &body) {
    const QByteArray text = body.trimmed();
    return text.startsWith("\xef\xbb\xbf") ? text.mid(3).trimmed() : text;
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
        return answerOf(QString("http-%1").arg(httpStatus), "The gateway answered with an HTTP error.");
    const QByteArray text = withoutMark(body);
    return text.startsWith('{') ? readJson(text, endpoint) : readText(QString::fromUtf8(text), endpoint);
}

SubmissionAnswer readSendFailure(bool mayHaveArrived, const Error &error) {
    if (mayHaveArrived)
        return answerOf(error.kind == ErrorKind::Timeout ? QStringLiteral("timeout") : QStringLiteral("no-answer"),
                        "The gateway did not answer; it may have sent the message.");
    if (error.code == loginRefused)
        return refused(error.detail);
    SubmissionAnswer answer = answerOf("unreachable", "The gateway could not be reached; nothing was sent.");
    answer.retriable = true;
    return answer;
}

Result<QByteArray> readToken(int httpStatus, const QByteArray &body) {
    const QJsonObject object = QJsonDocument::fromJson(withoutMark(body)).object();
    const QByteArray token = object.value("Msg").toString().trimmed().toLatin1();
    if (httpStatus == 200 && object.value("Result").toBool() && !token.isEmpty())
        return token;
    const QString code = jsonCode(object);
    if (httpStatus == 200 && !code.isEmpty())
        return failure(ErrorKind::Unauthorized, loginRefused, "The gateway refused our login.", code);
    return notTold(httpStatus == 200 ? QStringLiteral("unreadable") : QString("http-%1").arg(httpStatus));
}

bool isLoginRefused(int httpStatus, const QByteArray &body) {
    if (httpStatus == 401)
        return true; // it did not look at what it was asked
    if (httpStatus != 200)
        return false;
    const QByteArray text = withoutMark(body);
    const QString code = text.startsWith('{') ? jsonCode(QJsonDocument::fromJson(text).object())
                                              : QString::fromLatin1(text.left(text.indexOf(',')));
    const ErrorRow *row = code.startsWith(u'-') ? findError(gateway, code, ErrorStage::Submission) : nullptr;
    return row && row->reason == QLatin1StringView("gateway-login");
}

} // namespace wemo::sms::every8d
