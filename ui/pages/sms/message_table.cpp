#include "ui/pages/sms/message_table.h"

#include "ui/pages/sms/sms_log_model.h"

namespace wemo::pages::sms {

MessageTable::MessageTable(QWidget *parent)
    : ListTable(parent) {
    setObjectName(QStringLiteral("messageTable"));
    using Kind = ui::RowDelegate::Kind;
    const std::pair<SmsLogModel::Column, Kind> kinds[] = {
        {SmsLogModel::Created, Kind::Figure},      {SmsLogModel::Number, Kind::Figure},
        {SmsLogModel::State, Kind::Pill},          {SmsLogModel::Took, Kind::Figure},
        {SmsLogModel::Segments, Kind::Figure},     {SmsLogModel::Cost, Kind::Figure},
        {SmsLogModel::MessageId, Kind::Monospace}, {SmsLogModel::RawCode, Kind::Monospace},
        {SmsLogModel::RealCost, Kind::Figure},     {SmsLogModel::Batch, Kind::Monospace},
        {SmsLogModel::Request, Kind::Monospace},
    };
    for (const auto &entry : kinds)
        setItemDelegateForColumn(entry.first, new ui::RowDelegate(entry.second, this));
}

} // namespace wemo::pages::sms
