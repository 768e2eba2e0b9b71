#include "services/sms/mitake/mitake_answer.h"

#include "models/sms/error_table.h"
#include "models/sms/every8d_time.h"
#include "services/sms/mitake/mitake_receipts.h"

#include <QHash>

namespace wemo::sms::mitake {

namespace {
QList<QByteArray> linesOf(const QByteArray &body) {
    QList<QByteArray> lines;
    for (const QByteArray &line : body.split('\n'))
        if (const QByteArray text = line.trimmed(); !text.isEmpty())
            lines.append(text);
    return lines;
}

/// Of the first block. Names and the values we look at are ASCII; the texts of errors, in BIG5, are not read.
QHash<QByteArray, QByteArray> fieldsOf(const QByteArray &body) {
    QHash<QByteArray, QByteArray> fields;
    for (const QByteArray &line : linesOf(body)) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0 && !fields.contains(line.left(equals)))
            fields.insert(line.left(equals), line.mid(equals + 1).trimmed());
    }
    return fields;
}

SubmissionAnswer answerOf(const QString &rawCode, const QString &note) {
    SubmissionAnswer answer;
    answer.rawCode = rawCode;
    answer.note = note;
    if (const ErrorRow *row = findError(gatewayName, rawCode, ErrorStage::Submission)) {
        answer.state = row->state;
        answer.reason = row->reason;
        answer.notTaken = answer.elsewhere = row->isElsewhere;
        // It will take the same later, if nobody else does now.
        answer.retriable = row->isElsewhere && row->caller == QLatin1StringView("try-again");
    }
    return answer;
}

SubmissionAnswer unreadable() {
    return answerOf("unreadable", "The gateway's answer could not be read; it may have sent it.");
}

SubmissionAnswer taken(const ErrorRow &row, const QHash<QByteArray, QByteArray> &fields) {
    SubmissionAnswer answer;
    answer.batchId = messageId(fields.value("msgid"));
    if (answer.batchId.isEmpty())
        return unreadable();
    const bool isRepeated = fields.value("Duplicate") == "Y";
    answer.note = isRepeated ? QStringLiteral("The gateway had the message already.")
                             : QStringLiteral("The gateway took the message.");
    answer.costTenThousandths = fields.value("smsPoint").toLongLong() * 10'000;
    if (isFinal(row.state) && row.state != DeliveryState::Delivered) {
        answer.state = row.state; // taken, and over at once
        answer.rawCode = row.code;
        answer.reason = row.reason;
    } else {
        answer.state = row.state == DeliveryState::Scheduled ? DeliveryState::Scheduled : DeliveryState::Accepted;
    }
    return answer;
}

Failure notTold(int httpStatus, const QByteArray &body) {
    const QByteArray code = fieldsOf(body).value("statuscode");
    const QString why = httpStatus != 200 ? QString("http-%1").arg(httpStatus)
                        : code.isEmpty()  ? QStringLiteral("unreadable")
                                          : QString::fromLatin1(code);
    return failure(ErrorKind::Unavailable, "gateway-refused", "The gateway did not answer as it should.", why);
}
} // namespace

SubmissionAnswer readSendAnswer(int httpStatus, const QByteArray &body) {
    if (httpStatus != 200)
        return answerOf(QString("http-%1").arg(httpStatus), "The gateway answered with an HTTP error.");
    const QHash<QByteArray, QByteArray> fields = fieldsOf(body);
    const QString code = QString::fromLatin1(fields.value("statuscode"));
    if (const ErrorRow *row = findError(gatewayName, code, ErrorStage::Receipt))
        return taken(*row, fields);
    if (code.size() != 1 || !findError(gatewayName, code, ErrorStage::Submission))
        return unreadable(); // that includes a code nobody documents: it may have been taken
    SubmissionAnswer answer = answerOf(code, "The gateway refused the message.");
    if (answer.state == DeliveryState::SubmitUnknown)
        answer.note = "The gateway had an error of its own.";
    return answer;
}

SubmissionAnswer readSendFailure(bool mayHaveArrived, const Error &error) {
    if (mayHaveArrived)
        return answerOf(error.kind == ErrorKind::Timeout ? QStringLiteral("timeout") : QStringLiteral("no-answer"),
                        "The gateway did not answer; it may have sent the message.");
    return answerOf("unreachable", "The gateway could not be reached; nothing was sent.");
}

Result<QList<Receipt>> readStatus(int httpStatus, const QByteArray &body) {
    const QByteArray code = fieldsOf(body).value("statuscode");
    if (httpStatus == 200 && code == "z") // no such data: not known yet, which is never "failed"
        return QList<Receipt>();
    QList<Receipt> receipts;
    for (const QByteArray &line : linesOf(body)) {
        const QList<QByteArray> fields = line.split('\t');
        if (httpStatus != 200 || fields.size() < 3)
            return notTold(httpStatus, body);
        Receipt receipt;
        receipt.batchId = messageId(fields[0]);
        receipt.gatewayAt = every8d::instantFromTaipei(QString::fromLatin1(fields[2].trimmed()));
        takeStatus(receipt, QString::fromLatin1(fields[1].trimmed()));
        receipts.append(receipt);
    }
    return receipts.isEmpty() ? Result<QList<Receipt>>(notTold(httpStatus, body)) : receipts;
}

Result<qint64> readBalance(int httpStatus, const QByteArray &body) {
    bool isNumber = false;
    const qint64 points = fieldsOf(body).value("AccountPoint").toLongLong(&isNumber);
    if (httpStatus != 200 || !isNumber || qAbs(points) > 1'000'000'000'000)
        return notTold(httpStatus, body);
    return points * 10'000;
}

Result<CancelAnswer> readCancelAnswer(int httpStatus, const QByteArray &body) {
    const QHash<QByteArray, QByteArray> fields = fieldsOf(body);
    if (httpStatus != 200 || fields.isEmpty() || fields.contains("statuscode"))
        return notTold(httpStatus, body);
    CancelAnswer answer;
    for (const QByteArray &code : fields)
        answer.canceled += code == "9" ? 1 : 0;
    return answer;
}

} // namespace wemo::sms::mitake
