#pragma once
#include "services/sms/gateway.h"

#include <QByteArray>

namespace wemo::sms::every8d {

/// The send endpoints' answers differ in length only.
enum class SendEndpoint {
    Plain,    ///< SendSMS and SendParam: five fields
    Filtered, ///< SendSMS4FilterMessage: seven, or five where nothing was stopped
};

/// What a send answer says. Accepted if and only if the status is 200 and the fields are those of a success; a code
/// of the vendor is looked up; all that cannot be read is SubmitUnknown, because a message may be on its way.
SubmissionAnswer readSendAnswer(int httpStatus, const QByteArray &body, SendEndpoint endpoint = SendEndpoint::Plain);

/// The code of an Error that says that the gateway refused our login; its detail is the vendor's code.
inline const QString loginRefused = QStringLiteral("gateway-login");

/// The same for a request that got no answer. `mayHaveArrived` false makes it retriable, but for a refused login.
SubmissionAnswer readSendFailure(bool mayHaveArrived, const Error &error);

/// EraseBooking's "canceled,returnedCredit". Unavailable where it is an error or cannot be read.
Result<CancelAnswer> readCancelAnswer(int httpStatus, const QByteArray &body);

/// GetCredit's bare number, in ten-thousandths. Unavailable where it is an error or cannot be read.
Result<qint64> readBalance(int httpStatus, const QByteArray &body);

/// ConnectionHandler's token. Unauthorized "gateway-login" where it is refused, Unavailable for all else.
Result<QByteArray> readToken(int httpStatus, const QByteArray &body);

/// Whether an answer of any endpoint says that our login or token is not good, so that nothing was done.
bool isLoginRefused(int httpStatus, const QByteArray &body);

/// "79.0" → 790000; nothing unless it is a plain decimal number that fits.
std::optional<qint64> tenThousandths(QStringView text);

} // namespace wemo::sms::every8d
