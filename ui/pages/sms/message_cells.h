#pragma once
#include "ui/pages/sms/sms_log_model.h"

namespace wemo::pages::sms {

/// What a cell of the log says, and the value behind it.
QString cellText(const wemo::sms::Message &message, SmsLogModel::Column column, Instant now);
QVariant cellValue(const wemo::sms::Message &message, SmsLogModel::Column column);
QString cellToolTip(const wemo::sms::Message &message, SmsLogModel::Column column, Instant now);
QString columnTitle(SmsLogModel::Column column);
bool isFigure(SmsLogModel::Column column);
/// The same for a file: a time with its date, plain numbers, and nothing where there is nothing. Any thread.
QString exportText(const wemo::sms::Message &message, SmsLogModel::Column column);
QString exportTitle(SmsLogModel::Column column);
/// Figures of the gateway's credit unit: "1.0".
QString costText(qint64 tenThousandths);

} // namespace wemo::pages::sms
