// The part of MessagePanel that tells the facts of a message.
#include "models/sms/segments.h"
#include "ui/pages/sms/message_cells.h"
#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/time_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace wemo::pages::sms {

using wemo::sms::Message;
using Kind = ui::KeyValueList::ValueKind;

namespace {
QString languageWord(const QString &code) {
    return code == u"en" ? MessagePanel::tr("English") : code == u"zh-TW" ? MessagePanel::tr("Chinese") : code;
}

/// "2 · 134 units of UCS-2". A body that was dropped counts no units.
QString segmentsText(const Message &message) {
    const QString figure = QLocale().toString(message.segments);
    if (message.text.isEmpty())
        return figure;
    const auto counted = wemo::sms::countSegments(message.text);
    const QString encoding =
        counted.encoding == wemo::sms::Encoding::Gsm7 ? QStringLiteral("GSM-7") : QStringLiteral("UCS-2");
    return MessagePanel::tr("%1 · %2 characters of %3").arg(figure).arg(counted.units).arg(encoding);
}

QString whenText(const std::optional<Instant> &at) {
    return at ? ui::dateAndTime(*at) : QString();
}
} // namespace

QWidget *MessagePanel::numberRow() {
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_numberLabel = new QLabel(row);
    m_numberLabel->setObjectName(QStringLiteral("number"));
    m_numberLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reveal = new QPushButton(row);
    m_reveal->setObjectName(QStringLiteral("reveal"));
    m_reveal->setFlat(true);
    layout->addWidget(m_numberLabel);
    layout->addWidget(m_reveal);
    layout->addStretch();
    return row;
}

QWidget *MessagePanel::linkRow() {
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto link = [row, layout](const char *name) {
        auto *button = new QPushButton(row);
        button->setObjectName(QLatin1StringView(name));
        button->setProperty("ui", "link");
        layout->addWidget(button);
        return button;
    };
    m_origin = link("openOrigin");
    m_batch = link("openBatch");
    layout->addStretch();
    connect(m_origin, &QPushButton::clicked, this, [this] {
        if (m_message && m_message->resendOf)
            Q_EMIT messageRequested(*m_message->resendOf);
    });
    connect(m_batch, &QPushButton::clicked, this, [this] {
        wemo::sms::MessageFilter filter;
        filter.batch = m_message->batchId;
        QUrlQuery place;
        appendTo(place, filter);
        Q_EMIT filterRequested(place.toString(QUrl::FullyEncoded));
    });
    return row;
}

void MessagePanel::fillFacts(const Message &message) {
    const auto set = [this](const char *key, const QString &name, const QString &value, Kind kind = Kind::Text) {
        m_facts->set(QLatin1StringView(key), name, value, kind);
    };
    const auto setOrHide = [this, &set](const char *key, const QString &name, const QString &value,
                                        Kind kind = Kind::Text) {
        set(key, name, value, kind);
        m_facts->setRowVisible(QLatin1StringView(key), !value.isEmpty());
    };
    set("purpose", tr("Kind"),
        message.templateName.isEmpty()
            ? purposeWord(message.purpose)
            : QStringLiteral("%1 · %2").arg(purposeWord(message.purpose), message.templateName));
    set("language", tr("Language"), languageWord(message.language));
    set("created", tr("Asked for"), ui::dateAndTime(message.createdAt));
    setOrHide("scheduled", tr("To be sent"), whenText(message.scheduledAt));
    set("final", tr("Settled"), whenText(message.finalAt));
    setOrHide("verified", tr("Code used"), whenText(message.verifiedAt));
    setOrHide("priority", tr("Priority"), message.priority ? QLocale().toString(message.priority) : QString());
    fillCosts(message);
    set("gateway", tr("Gateway"), gatewayName(message.gateway));
    set("batch", tr("Batch ID"), message.batchId, Kind::Monospace);
    setOrHide("origin", tr("Sent again for"), message.resendOf ? idToString(*message.resendOf) : QString(),
              Kind::Monospace);
    setOrHide("bulk", tr("Bulk job"), message.bulk, Kind::Monospace);
    set("id", tr("Message ID"), idToString(message.id), Kind::Monospace);
    set("request", tr("Request ID"), message.requestId, Kind::Monospace);
    m_origin->setVisible(message.resendOf.has_value());
    m_batch->setVisible(!message.batchId.isEmpty());
}

void MessagePanel::fillCosts(const Message &message) {
    m_facts->set(QStringLiteral("segments"), tr("Segments"), segmentsText(message));
    const QString said = message.acceptedAt ? costText(message.costTenThousandths) : QString();
    m_facts->set(QStringLiteral("cost"), tr("Credits"),
                 message.realCost > 0 ? tr("%1 · charged %2").arg(said, costText(message.realCost)) : said);
}

} // namespace wemo::pages::sms
