// The part of SendPanel that puts it together and names its parts.
#include "ui/pages/sms/send_field.h"
#include "ui/pages/sms/send_panel.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::Purpose;

namespace {
constexpr int textHeight = 96;
constexpr int longestNumber = 40;
} // namespace

void SendPanel::build() {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_panel = new ui::DetailPanel(this);
    outer->addWidget(m_panel);
    m_error = new ui::MessageBar;
    m_error->setObjectName(QStringLiteral("sendError"));
    m_panel->addSection({}, m_error);
    auto *form = new QWidget;
    m_form = new QVBoxLayout(form);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(12);
    m_panel->addSection({}, form);
    m_number = new QLineEdit;
    m_number->setObjectName(QStringLiteral("sendNumber"));
    m_number->setMaxLength(longestNumber);
    m_fields.insert(QStringLiteral("number"), add(m_number, "sendNumber"));
    buildWhat();
    buildWhen();
    buildPreview();
    m_panel->addStretch();
}

SendField *SendPanel::add(QWidget *input, const char *name) {
    input->setObjectName(QLatin1StringView(name));
    auto *field = new SendField(input);
    m_form->addWidget(field);
    return field;
}

void SendPanel::buildWhat() {
    m_what = new QComboBox;
    m_fields.insert(QStringLiteral("template"), add(m_what, "sendWhat"));
    m_language = new QComboBox;
    m_fields.insert(QStringLiteral("language"), add(m_language, "sendLanguage"));
    m_parameters = new QWidget;
    m_parameters->setObjectName(QStringLiteral("sendParameters"));
    m_parameterRows = new QVBoxLayout(m_parameters);
    m_parameterRows->setContentsMargins(0, 0, 0, 0);
    m_parameterRows->setSpacing(12);
    m_form->addWidget(m_parameters);
    m_text = new QPlainTextEdit;
    m_text->setFixedHeight(textHeight);
    m_text->setTabChangesFocus(true);
    m_fields.insert(QStringLiteral("text"), add(m_text, "sendText"));
    m_purpose = new QComboBox;
    m_fields.insert(QStringLiteral("purpose"), add(m_purpose, "sendPurpose"));
}

void SendPanel::buildWhen() {
    m_later = new QCheckBox;
    m_later->setObjectName(QStringLiteral("sendLater"));
    m_form->addWidget(m_later);
    m_at = new QDateTimeEdit;
    m_at->setTimeSpec(Qt::UTC); // shows the numbers it is given: the clock of Taipei, see toTaipei
    m_at->setDisplayFormat(QStringLiteral("yyyy/MM/dd HH:mm"));
    m_at->setCalendarPopup(true);
    const QDateTime soon = ui::toTaipei(m_now() + std::chrono::hours(1));
    m_at->setDateTime(QDateTime(soon.date(), QTime(soon.time().hour(), soon.time().minute()), Qt::UTC));
    m_fields.insert(QStringLiteral("send_at"), add(m_at, "sendAt"));
}

void SendPanel::buildPreview() {
    auto *box = new QFrame;
    box->setObjectName(QStringLiteral("sendPreview"));
    box->setProperty("ui", "message-bar");
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_previewText = new QLabel(box);
    m_previewText->setObjectName(QStringLiteral("sendPreviewText"));
    m_previewText->setWordWrap(true);
    m_previewText->setTextFormat(Qt::PlainText);
    m_previewText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_previewFigures = new QLabel(box);
    m_previewFigures->setObjectName(QStringLiteral("sendPreviewFigures"));
    m_previewFigures->setProperty("ui", "small");
    m_previewFigures->setWordWrap(true);
    column->addWidget(m_previewText);
    column->addWidget(m_previewFigures);
    m_previewHeading = m_panel->addSection(tr("What the rider reads"), box);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    m_send = new QPushButton(buttons);
    m_send->setObjectName(QStringLiteral("sendConfirm"));
    m_send->setProperty("ui", "primary");
    m_cancel = new QPushButton(buttons);
    m_cancel->setObjectName(QStringLiteral("sendCancel"));
    row->addWidget(m_send);
    row->addWidget(m_cancel);
    row->addStretch();
    m_panel->addSection({}, buttons);
}

void SendPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SendPanel::retranslate() {
    m_panel->setTitle(tr("Send a message"));
    const auto name = [this](const char *path, const QString &text) {
        m_fields.value(QLatin1StringView(path))->setName(text);
    };
    name("number", tr("To which number"));
    name("template", tr("What"));
    name("language", tr("Language"));
    name("text", tr("Text"));
    name("purpose", tr("Kind"));
    name("send_at", tr("When (Taipei time)"));
    m_number->setPlaceholderText(QStringLiteral("0912 345 678"));
    m_later->setText(tr("Send it later"));
    m_previewHeading->setText(tr("What the rider reads"));
    m_cancel->setText(tr("Close"));
    const QVariant purpose = m_purpose->currentData();
    m_purpose->clear();
    for (const Purpose each : {Purpose::Transactional, Purpose::Marketing})
        m_purpose->addItem(purposeWord(each), toString(each));
    m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(purpose)));
    fillWhat();
    preview();
}

} // namespace wemo::pages::sms
