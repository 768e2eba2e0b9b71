#include "ui/pages/sms/message_cells.h"

#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/time_text.h"

#include <QLocale>

namespace wemo::pages::sms {

using wemo::sms::Message;
using Column = SmsLogModel::Column;

namespace {
std::optional<Milliseconds> tookOf(const Message &message) {
    if (!message.finalAt)
        return std::nullopt;
    return *message.finalAt - message.createdAt;
}

QString createdText(const Message &message, Instant now) {
    const QString relative = ui::relativeTime(message.createdAt, now);
    const QString absolute = ui::shortTime(message.createdAt, now);
    return relative.isEmpty() ? absolute : QStringLiteral("%1  ·  %2").arg(absolute, relative);
}

/// The text without the sender's name, which is the same in all; or why it did not arrive: that is what is looked for
/// in a row that went wrong.
QString bodyText(const Message &message) {
    if (!message.reason.isEmpty())
        return explain(message).sentence;
    const QString text = message.text.simplified();
    const auto end = text.startsWith(u'\u3010') ? text.indexOf(u'\u3011') : -1;
    return text.mid(end + 1).trimmed();
}
} // namespace

QString costText(qint64 tenThousandths) {
    return QLocale().toString(static_cast<double>(tenThousandths) / 10'000.0, 'f', 1);
}

QString cellText(const Message &message, Column column, Instant now) {
    switch (column) {
    case Column::Created:
        return createdText(message, now);
    case Column::Number:
        return message.maskedNumber;
    case Column::State:
        return stateWord(message.state);
    case Column::Text:
        return bodyText(message);
    case Column::Took: {
        const auto took = tookOf(message);
        return took ? ui::durationText(*took) : QStringLiteral("–");
    }
    case Column::Segments:
        return QLocale().toString(message.segments);
    case Column::Cost:
        return message.acceptedAt ? costText(message.costTenThousandths) : QStringLiteral("–");
    case Column::MessageId:
        return idToString(message.id);
    case Column::Kind:
        return purposeWord(message.purpose);
    case Column::Template:
        return message.templateName;
    case Column::Gateway:
        return gatewayName(message.gateway);
    case Column::RawCode:
        return message.rawCode;
    case Column::RealCost:
        return message.realCost > 0 ? costText(message.realCost) : QStringLiteral("–");
    case Column::Batch:
        return message.batchId;
    case Column::Request:
        return message.requestId;
    case Column::ColumnCount:
        break;
    }
    return {};
}

QVariant cellValue(const Message &message, Column column) {
    switch (column) {
    case Column::Created:
        return toMs(message.createdAt);
    case Column::Number:
        return message.maskedNumber;
    case Column::State:
        return toString(message.state);
    case Column::Text:
        return message.text;
    case Column::Took: {
        const auto took = tookOf(message);
        return took ? QVariant::fromValue<qint64>(took->count()) : QVariant();
    }
    case Column::Segments:
        return message.segments;
    case Column::Cost:
        return message.costTenThousandths;
    case Column::MessageId:
        return message.id;
    case Column::RealCost:
        return message.realCost;
    default:
        return cellText(message, column, message.createdAt);
    }
}

QString cellToolTip(const Message &message, Column column, Instant now) {
    switch (column) {
    case Column::Created:
        return ui::dateAndTime(message.createdAt);
    case Column::State:
        return explain(message).sentence;
    case Column::Text:
        return message.text;
    default:
        return cellText(message, column, now);
    }
}

QString columnTitle(Column column) {
    switch (column) {
    case Column::Created:
        return SmsLogModel::tr("Time");
    case Column::Number:
        return SmsLogModel::tr("Number");
    case Column::State:
        return SmsLogModel::tr("State");
    case Column::Text:
        return SmsLogModel::tr("Message or reason");
    case Column::Took:
        return SmsLogModel::tr("Took");
    case Column::Segments:
        return SmsLogModel::tr("Segments");
    case Column::Cost:
        return SmsLogModel::tr("Credits");
    case Column::MessageId:
        return SmsLogModel::tr("Message ID");
    case Column::Kind:
        return SmsLogModel::tr("Kind");
    case Column::Template:
        return SmsLogModel::tr("Template");
    case Column::Gateway:
        return SmsLogModel::tr("Gateway");
    case Column::RawCode:
        return SmsLogModel::tr("Gateway code");
    case Column::RealCost:
        return SmsLogModel::tr("Charged");
    case Column::Batch:
        return SmsLogModel::tr("Batch ID");
    case Column::Request:
        return SmsLogModel::tr("Request ID");
    case Column::ColumnCount:
        break;
    }
    return {};
}

bool isFigure(Column column) {
    return column == Column::Took || column == Column::Segments || column == Column::Cost || column == Column::RealCost;
}

namespace {
/// A number a spreadsheet program takes for one: no needless zeros, a point whatever the language.
QString plain(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString plainCost(qint64 tenThousandths) {
    return plain(static_cast<double>(tenThousandths) / 10'000.0, 4);
}
} // namespace

QString exportText(const Message &message, Column column) {
    switch (column) {
    case Column::Created:
        return ui::toTaipei(message.createdAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Column::Text:
        return message.reason.isEmpty() ? message.text : explain(message).sentence;
    case Column::Took: {
        const auto took = tookOf(message);
        return took ? plain(static_cast<double>(took->count()) / 1'000.0, 3) : QString();
    }
    case Column::Segments:
        return QString::number(message.segments);
    case Column::Cost:
        return message.acceptedAt ? plainCost(message.costTenThousandths) : QString();
    case Column::RealCost:
        return message.realCost > 0 ? plainCost(message.realCost) : QString();
    default:
        return cellText(message, column, message.createdAt);
    }
}

QString exportTitle(Column column) {
    return column == Column::Took ? SmsLogModel::tr("Took (seconds)") : columnTitle(column);
}

} // namespace wemo::pages::sms
