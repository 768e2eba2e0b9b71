#include "ui/pages/sms/reason_form.h"

#include "ui/widgets/properties.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::sms {

namespace {
constexpr int longestReason = 200;
}

ReasonForm::ReasonForm(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_label(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(this)) {
    setObjectName(QStringLiteral("reasonForm"));
    m_text->setObjectName(QStringLiteral("reasonText"));
    m_text->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reasonField"));
    m_reason->setMaxLength(longestReason);
    m_label->setProperty("ui", "section");
    m_label->setBuddy(m_reason);
    m_confirm->setObjectName(QStringLiteral("reasonConfirm"));
    m_cancel->setObjectName(QStringLiteral("reasonCancel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_text);
    column->addWidget(m_label);
    column->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_reason, &QLineEdit::textChanged, this, &ReasonForm::follow);
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, [this] { m_confirmed(m_reason->text().trimmed()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT closed();
    });
    retranslate();
    hide();
}

void ReasonForm::ask(const Question &question, std::function<void(const QString &)> confirmed) {
    m_confirmed = std::move(confirmed);
    m_text->setText(question.text);
    m_text->setVisible(!question.text.isEmpty());
    m_confirm->setText(question.verb);
    m_reason->setPlaceholderText(question.example.isEmpty() ? tr("Rider on the phone, did not get the message")
                                                            : question.example);
    ui::setUiProperty(m_confirm, "ui", question.isDangerous ? QStringLiteral("danger") : QStringLiteral("primary"));
    show();
    follow();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReasonForm::close() {
    m_reason->clear();
    hide();
}

void ReasonForm::setBusy(bool busy) {
    m_busy = busy;
    m_reason->setEnabled(!busy);
    follow();
}

void ReasonForm::follow() {
    m_confirm->setEnabled(!m_busy && !m_reason->text().trimmed().isEmpty());
}

void ReasonForm::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    close(); // its words were made when it was asked
}

void ReasonForm::retranslate() {
    m_label->setText(tr("Reason, for the record"));
    m_reason->setAccessibleName(tr("Reason, for the record"));
    m_cancel->setText(tr("Leave it"));
}

} // namespace wemo::pages::sms
