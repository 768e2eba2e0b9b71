#pragma once
#include "services/sms/gateway.h"

#include <QByteArray>

namespace wemo::sms::mitake {

/// What SmSend says: blocks of name=value lines under [clientid]. Accepted if and only if the status is 200, the code
/// one of a success and there is a msgid; a code of the vendor is looked up; what cannot be read is SubmitUnknown.
/// Duplicate=Y is a success: the message of this client id, taken before.
SubmissionAnswer readSendAnswer(int httpStatus, const QByteArray &body);

/// The same for a request that got no answer. `mayHaveArrived` false makes it retriable.
SubmissionAnswer readSendFailure(bool mayHaveArrived, const Error &error);

/// SmQuery with a msgid: rows of msgid, code and time with tabs between. They name no number: Receipt::number is empty.
/// Empty = not known (yet).
Result<QList<Receipt>> readStatus(int httpStatus, const QByteArray &body);

/// SmQuery without one: "AccountPoint=110", in ten-thousandths.
Result<qint64> readBalance(int httpStatus, const QByteArray &body);

/// SmCancel: "msgid=9" where it was canceled. What it returns to the account it does not say.
Result<CancelAnswer> readCancelAnswer(int httpStatus, const QByteArray &body);

} // namespace wemo::sms::mitake
