#pragma once
#include "services/sms/gateway.h"
#include "services/sms/message_log.h"

#include <QJsonArray>

namespace wemo::sms {

/// What a callback says.
struct Incoming {
    Receipt receipt;
    QString text = {}; ///< what a rider answered; of anything but a reply it is neither stored nor logged
};

/// A receipt on its way to its message: a row of sms_receipt_inbox, or of sms_orphan_receipts.
struct ReceiptRow {
    Id id = 0; ///< in the order they came
    Instant receivedAt;
    Receipt receipt; ///< without the number
    QByteArray numberHash;
    QString maskedNumber;  ///< of a reply
    QByteArray textSealed; ///< of a reply
    QByteArray dedupe;     ///< the same for the same receipt
};

ReceiptRow receiptRow(MessageLog &log, const Incoming &incoming);
ReceiptRow receiptRowOf(const storage::Row &row);
storage::Params paramsOf(const ReceiptRow &row);
QJsonArray jsonOf(const ReceiptRow &row);
/// `source` as in News.
News newsOf(const ReceiptRow &row, const QString &source);

/// By batch, number, reference, code and the gateway's own time.
QByteArray dedupeKeyOf(const Receipt &receipt, const QByteArray &numberHash);

/// For the numbers: new, duplicate, conflict, reply, unrecognised.
const char *outcomeOf(const Receipt &receipt, const Applied &applied);

/// Adds them to the inbox or the orphans; one that is there already is left out. On SQLite, where a statement costs
/// nothing to send, one by one.
Result<void> insertReceipts(storage::Connection &connection, const std::vector<ReceiptRow> &rows, bool asOrphans);

} // namespace wemo::sms
