#include "services/sms/every8d_receipts.h"

#include "models/sms/error_table.h"
#include "models/sms/every8d_time.h"
#include "services/phone/parse.h"
#include "services/sms/every8d_answer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringConverter>

namespace wemo::sms::every8d {

namespace {
constexpr qsizetype maxField = 200;

/// Short BIG5 can pass for UTF-8, but then as letters of scripts between Latin and Arabic, which nobody here writes in.
bool isPlausible(const QString &text) {
    const bool isAscii = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii || std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x800; });
}

QString decodeText(const QByteArray &bytes) {
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    const bool isUtf8 = !utf8.hasError();
    if (isUtf8 && isPlausible(text))
        return text;
    QStringDecoder big5("Big5");
    const QString other = big5.isValid() ? QString(big5(bytes)) : text;
    return isUtf8 && (big5.hasError() || !isPlausible(other)) ? text : other;
}

/// Names in lower case; the first of a repeated name wins. Values are bytes still: their encoding is not known yet.
QHash<QByteArray, QByteArray> readForm(const QByteArray &form) {
    QHash<QByteArray, QByteArray> fields;
    for (const QByteArray &part : form.split('&')) {
        const qsizetype equals = part.indexOf('=');
        QByteArray name = part.left(equals < 0 ? part.size() : equals);
        QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        name = QByteArray::fromPercentEncoding(name.replace('+', ' ')).trimmed().toLower();
        if (!name.isEmpty() && !fields.contains(name))
            fields.insert(name, QByteArray::fromPercentEncoding(value.replace('+', ' ')));
    }
    return fields;
}

void takeStatus(Receipt &receipt, const QString &status) {
    receipt.gateway = QStringLiteral("every8d");
    receipt.rawCode = status;
    const std::optional<StatusMeaning> meaning = receiptMeaning(receipt.gateway, status);
    receipt.isRecognised = meaning.has_value();
    if (meaning) {
        receipt.state = meaning->state;
        receipt.reason = meaning->reason;
        receipt.isReply = meaning->isReply;
    }
}

Failure unreadable(const char *what) {
    return failure(ErrorKind::InvalidInput, "unreadable-receipt", "The receipt cannot be read.", what);
}

Result<QList<Receipt>> readTab(const QStringList &lines, const QString &batchId) {
    QList<Receipt> receipts;
    for (const QString &line : lines.mid(1)) {
        if (line.trimmed().isEmpty())
            continue;
        const QStringList fields = line.split(u'\t');
        if (fields.size() < 5)
            return unreadable("row");
        Receipt receipt;
        receipt.batchId = batchId;
        receipt.number = e164FromVendor(fields[1]);
        takeStatus(receipt, fields[4].trimmed());
        receipts.append(receipt);
    }
    return receipts;
}

Result<QList<Receipt>> readJsonRows(const QByteArray &body, const QString &batchId) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject() || !document.object().contains("SMS_COUNT"))
        return unreadable("json");
    QList<Receipt> receipts;
    const QJsonArray rows = document.object().value("DATA").toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const auto text = [&row](const char *name) {
            return row.value(QLatin1StringView(name)).toVariant().toString().trimmed();
        };
        Receipt receipt;
        receipt.batchId = batchId;
        receipt.number = e164FromVendor(text("MOBILE"));
        receipt.reference = text("MR");
        receipt.gatewayAt = instantFromTaipei(text("RECEIVED_TIME"));
        receipt.realCostTenThousandths = tenThousandths(text("REAL_COST"));
        takeStatus(receipt, text("STATUS"));
        receipts.append(receipt);
    }
    return receipts;
}
} // namespace

QString e164FromVendor(QStringView text) {
    // An unescaped + of a query string arrives as a space.
    const QString trimmed = text.trimmed().toString();
    const Result<phone::PhoneNumber> number = phone::parse(trimmed.startsWith(u"886") ? "+" + trimmed : trimmed);
    return number ? number->e164() : QString();
}

Result<Callback> readCallback(const QByteArray &form) {
    const QHash<QByteArray, QByteArray> fields = readForm(form);
    const auto word = [&fields](const char *name) {
        return QString::fromLatin1(fields.value(name).trimmed().left(maxField));
    };
    Callback callback;
    Receipt &receipt = callback.receipt;
    receipt.batchId = word("batchid");
    receipt.reference = word("mr");
    if (receipt.batchId.isEmpty() && receipt.reference.isEmpty())
        return unreadable("no batch");
    receipt.number = e164FromVendor(word("rm"));
    if (receipt.number.isEmpty())
        return unreadable("number");
    bool isNumber = false;
    const QString status = word("status");
    if (status.toInt(&isNumber); !isNumber)
        return unreadable("status");
    takeStatus(receipt, status);
    receipt.gatewayAt = instantFromTaipei(word("rt"));
    callback.text = decodeText(fields.value("sm"));
    return callback;
}

Result<QList<Receipt>> readDeliveryStatus(int httpStatus, const QByteArray &body, const QString &batchId) {
    if (httpStatus != 200)
        return failure(ErrorKind::Unavailable, "gateway-error", "The gateway could not be asked.",
                       QString("http-%1").arg(httpStatus));
    const QByteArray text = body.trimmed();
    if (text.startsWith('{'))
        return readJsonRows(text, batchId);
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    bool isCount = false;
    const int count = lines.first().trimmed().toInt(&isCount);
    if (isCount && count >= 0)
        return readTab(lines, batchId);
    if (text.startsWith('-'))
        return failure(ErrorKind::Unavailable, "gateway-refused", "The gateway could not be asked.",
                       QString::fromUtf8(text.left(text.indexOf(','))));
    return unreadable("body");
}

} // namespace wemo::sms::every8d
