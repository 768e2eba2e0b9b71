#pragma once
#include "services/otp/otp_store.h"

namespace wemo::otp {

/// First word of a script's answer.
QByteArray statusOf(const redis::Reply &reply);
/// The field names and values after it.
QHash<QByteArray, QByteArray> fieldsOf(const redis::Reply &reply);
/// What a status other than success means to the caller; `reply` carries how long to wait or what is left.
Failure refusal(const QByteArray &status, const redis::Reply &reply);

} // namespace wemo::otp
