#include "services/sms/receipt_row.h"

#include "models/phone/phone_number.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace wemo::sms {

namespace {
QString kindOf(const Receipt &receipt) {
    return receipt.isReply ? QStringLiteral("reply") : receipt.isRecognised ? QStringLiteral("receipt") : "strange";
}

QString hex(const QByteArray &bytes) {
    return QString::fromLatin1(bytes.toHex());
}

/// Anybody who knows the address can write here: what no gateway sends, and PostgreSQL does not take, stays out.
QString clean(QString text) {
    text.removeIf([](QChar c) { return c < u' '; });
    return text;
}

const char *noteOf(const Receipt &receipt, const QString &source) {
    if (receipt.isReply)
        return "The rider answered this message.";
    if (!receipt.isRecognised)
        return "The gateway sent a status that is documented nowhere.";
    return source == "poll" ? "The gateway was asked and said so." : "The gateway sent a delivery receipt.";
}
} // namespace

QByteArray dedupeKeyOf(const Receipt &receipt, const QByteArray &numberHash) {
    const QByteArray at = receipt.gatewayAt ? QByteArray::number(toMs(*receipt.gatewayAt)) : QByteArray();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part :
         {receipt.batchId.toUtf8(), numberHash, receipt.reference.toUtf8(), receipt.rawCode.toUtf8(), at}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result().left(16);
}

ReceiptRow receiptRow(MessageLog &log, const Incoming &incoming) {
    ReceiptRow row;
    row.id = log.ids().next();
    row.receivedAt = log.clock().now();
    row.receipt = incoming.receipt;
    for (QString *text : {&row.receipt.batchId, &row.receipt.reference, &row.receipt.rawCode, &row.receipt.reason})
        *text = clean(*text);
    row.numberHash = log.numberHash(incoming.receipt.number);
    row.dedupe = dedupeKeyOf(row.receipt, row.numberHash);
    if (incoming.receipt.isReply) {
        if (const auto number = phone::PhoneNumber::fromE164(incoming.receipt.number))
            row.maskedNumber = number->masked();
        row.textSealed = log.sealText(incoming.text);
    }
    return row;
}

ReceiptRow receiptRowOf(const storage::Row &row) {
    ReceiptRow found;
    found.id = row.integer("id");
    found.receivedAt = fromMs(row.integer("received_at"));
    found.numberHash = row.bytes("number_hash");
    found.maskedNumber = row.text("number_masked");
    found.textSealed = row.bytes("text_sealed");
    found.dedupe = row.bytes("dedupe");
    Receipt &receipt = found.receipt;
    receipt.gateway = row.text("gateway");
    receipt.batchId = row.text("batch_id");
    receipt.reference = row.text("reference");
    receipt.rawCode = row.text("raw_code");
    receipt.state = deliveryStateFromString(row.text("state")).value_or(DeliveryState::Sent);
    receipt.reason = row.text("reason");
    receipt.isReply = row.text("kind") == "reply";
    receipt.isRecognised = row.text("kind") != "strange";
    if (const auto at = row.optionalInteger("gateway_at"))
        receipt.gatewayAt = fromMs(*at);
    if (const qint64 cost = row.integer("real_cost"); cost != 0)
        receipt.realCostTenThousandths = cost;
    return found;
}

storage::Params paramsOf(const ReceiptRow &row) {
    const Receipt &receipt = row.receipt;
    return {{"id", row.id},
            {"received_at", toMs(row.receivedAt)},
            {"gateway", receipt.gateway},
            {"batch_id", receipt.batchId},
            {"reference", receipt.reference},
            {"number_hash", row.numberHash},
            {"kind", kindOf(receipt)},
            {"state", toString(receipt.state)},
            {"reason", receipt.reason},
            {"raw_code", receipt.rawCode},
            {"gateway_at", receipt.gatewayAt ? QVariant(toMs(*receipt.gatewayAt)) : QVariant()},
            {"real_cost", receipt.realCostTenThousandths.value_or(0)},
            {"number_masked", row.maskedNumber},
            {"text_sealed", row.textSealed},
            {"dedupe", row.dedupe}};
}

QJsonArray jsonOf(const ReceiptRow &row) {
    const Receipt &receipt = row.receipt;
    return {row.id,
            toMs(row.receivedAt),
            receipt.gateway,
            receipt.batchId,
            receipt.reference,
            hex(row.numberHash),
            kindOf(receipt),
            toString(receipt.state),
            receipt.reason,
            receipt.rawCode,
            receipt.gatewayAt ? QJsonValue(toMs(*receipt.gatewayAt)) : QJsonValue(),
            receipt.realCostTenThousandths.value_or(0),
            row.maskedNumber,
            hex(row.textSealed),
            hex(row.dedupe)};
}

News newsOf(const ReceiptRow &row, const QString &source) {
    const Receipt &receipt = row.receipt;
    News news;
    news.source = source;
    news.state = receipt.state;
    news.rawCode = receipt.rawCode;
    news.reason = receipt.reason;
    news.gatewayAt = receipt.gatewayAt;
    news.batchId = receipt.batchId;
    news.realCost = receipt.realCostTenThousandths.value_or(0);
    news.isNote = receipt.isReply || !receipt.isRecognised;
    news.note = QString::fromLatin1(noteOf(receipt, source));
    news.dedupe = row.dedupe;
    return news;
}

const char *outcomeOf(const Receipt &receipt, const Applied &applied) {
    if (applied.isDuplicate)
        return "duplicate";
    if (receipt.isReply)
        return "reply";
    if (!receipt.isRecognised)
        return "unrecognised";
    return applied.verdict == Verdict::Conflict ? "conflict" : "new";
}

Result<void> insertReceipts(storage::Connection &connection, const std::vector<ReceiptRow> &rows, bool asOrphans) {
    if (rows.empty())
        return {};
    if (connection.dialect() == storage::Dialect::Postgres) {
        QJsonArray array;
        for (const ReceiptRow &row : rows)
            array.append(jsonOf(row));
        const auto done =
            connection.execute(asOrphans ? "sms/insert_orphans" : "sms/insert_receipts",
                               {{"rows", QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact))}});
        return done ? Result<void>() : Failure(done.error());
    }
    for (const ReceiptRow &row : rows)
        if (const auto done = connection.execute(asOrphans ? "sms/insert_orphan" : "sms/insert_receipt", paramsOf(row));
            !done)
            return Failure(done.error());
    return {};
}

} // namespace wemo::sms
