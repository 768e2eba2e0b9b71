#pragma once
#include "services/sms/gateway.h"

#include <QByteArray>

namespace wemo::sms::every8d {

using sms::Callback;

/// From a query string or a form body, in UTF-8 or BIG5. Names in any case; unknown ones are ignored.
/// InvalidInput where the batch and the reference, the number or the status is missing or cannot be read.
Result<Callback> readCallback(const QByteArray &form);

/// The delivery query's answer in TAB (RESPFORMAT 0) or JSON (1), told apart by itself. Empty = not known yet.
Result<QList<Receipt>> readDeliveryStatus(int httpStatus, const QByteArray &body, const QString &batchId);

/// "+886…", "886…", "09…" → E.164; empty if it is no Taiwan mobile number.
QString e164FromVendor(QStringView text);

} // namespace wemo::sms::every8d
