#pragma once
#include "services/sms/gateway.h"

#include <QByteArray>

namespace wemo::sms::mitake {

inline const QString gatewayName = QStringLiteral("mitake");

/// A receipt's query string: msgid, dstaddr, dlvtime, donetime, statuscode, statusstr, StatusFlag, names in any case.
/// The state is in StatusFlag; statuscode is the carrier's own. InvalidInput where msgid, number or flag is missing.
Result<Callback> readCallback(const QByteArray &form);
/// What a callback must be answered with; Mitake repeats one that got anything else.
QByteArray acknowledgement(const QString &messageId);

/// A msgid as it comes back everywhere: SmSend may put a # before it.
QString messageId(const QByteArray &msgid);
/// What a status code means, and whose it is.
void takeStatus(Receipt &receipt, const QString &code);

} // namespace wemo::sms::mitake
