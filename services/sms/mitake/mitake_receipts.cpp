#include "services/sms/mitake/mitake_receipts.h"

#include "models/sms/error_table.h"
#include "models/sms/every8d_time.h"
#include "services/phone/parse.h"

#include <QUrlQuery>

namespace wemo::sms::mitake {

namespace {
constexpr qsizetype maxField = 200;

Failure unreadable(const char *what) {
    return failure(ErrorKind::InvalidInput, "unreadable-receipt", "The receipt cannot be read.", what);
}
} // namespace

QString messageId(const QByteArray &msgid) {
    const QByteArray id = msgid.trimmed();
    return QString::fromLatin1((id.startsWith('#') ? id.mid(1) : id).left(maxField));
}

void takeStatus(Receipt &receipt, const QString &code) {
    receipt.gateway = gatewayName;
    receipt.rawCode = code;
    const std::optional<StatusMeaning> meaning = receiptMeaning(gatewayName, code);
    receipt.isRecognised = meaning.has_value();
    if (meaning) {
        receipt.state = meaning->state;
        receipt.reason = meaning->reason;
    }
}

Result<Callback> readCallback(const QByteArray &form) {
    QHash<QString, QString> fields;
    const QUrlQuery query(QString::fromLatin1(form));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        if (!fields.contains(name.toLower()))
            fields.insert(name.toLower(), value.trimmed().left(maxField));
    Callback callback;
    Receipt &receipt = callback.receipt;
    receipt.batchId = messageId(fields.value("msgid").toLatin1());
    if (receipt.batchId.isEmpty())
        return unreadable("no msgid");
    const Result<phone::PhoneNumber> number = phone::parse(fields.value("dstaddr"));
    if (!number)
        return unreadable("number");
    receipt.number = number->e164();
    const QString flag = fields.value("statusflag");
    if (flag.size() != 1)
        return unreadable("status");
    takeStatus(receipt, flag);
    receipt.gatewayAt = every8d::instantFromTaipei(fields.value("donetime"));
    return callback;
}

QByteArray acknowledgement(const QString &messageId) {
    return "magicid=sms_gateway_rpack\nmsgid=" + messageId.toLatin1() + '\n';
}

} // namespace wemo::sms::mitake
