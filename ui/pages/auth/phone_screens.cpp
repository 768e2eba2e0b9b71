#include "ui/pages/auth/phone_screens.h"

#include "ui/pages/auth/rider_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/tokens.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::auth {

using Busy = LabFlow::Busy;

PhoneScreen::PhoneScreen(LabFlow &flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(24, 16, 24, 16);
    m_column->setSpacing(8);
}

QLabel *PhoneScreen::addTitle() {
    auto *label = new QLabel(this);
    label->setProperty("ui", "title");
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

QLabel *PhoneScreen::addText() {
    auto *label = new QLabel(this);
    label->setProperty("ui", "muted");
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

QLineEdit *PhoneScreen::addField(const QString &name) {
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setStyleSheet(QStringLiteral("QLineEdit { min-height: 42px; border-radius: 10px; font-size: 17px; }"));
    m_column->addSpacing(8);
    m_column->addWidget(field);
    return field;
}

QLabel *PhoneScreen::addError() {
    auto *label = new QLabel(this);
    label->setObjectName(QStringLiteral("phoneError"));
    label->setProperty("ui", "error");
    label->setWordWrap(true);
    label->hide();
    m_column->addWidget(label);
    return label;
}

QPushButton *PhoneScreen::addButton(const QString &name) {
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("ui", "primary");
    button->setStyleSheet(QStringLiteral("QPushButton { min-height: 44px; border-radius: 12px; font-size: 15px; }"));
    m_column->addSpacing(4);
    m_column->addWidget(button);
    return button;
}

QPushButton *PhoneScreen::addLink(const QString &name) {
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("ui", "link");
    m_column->addWidget(button);
    return button;
}

void PhoneScreen::showError(QLabel *label) {
    const QString text = m_flow.problem() ? riderText(*m_flow.problem()) : QString();
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

NumberScreen::NumberScreen(LabFlow &flow, QWidget *parent)
    : PhoneScreen(flow, parent)
    , m_brand(new QLabel(QStringLiteral("WeMo"), this)) {
    m_brand->setObjectName(QStringLiteral("brand"));
    m_column->addSpacing(48);
    m_column->addWidget(m_brand);
    m_column->addSpacing(16);
    m_title = addTitle();
    m_text = addText();
    m_number = addField(QStringLiteral("phoneNumber"));
    m_number->setMaxLength(40);
    m_error = addError();
    m_ask = addButton(QStringLiteral("askForCode"));
    m_column->addStretch();
    connect(m_ask, &QPushButton::clicked, this, &NumberScreen::submit);
    connect(m_number, &QLineEdit::returnPressed, this, &NumberScreen::submit);
    connect(m_number, &QLineEdit::textChanged, this, &NumberScreen::present);
}

void NumberScreen::submit() {
    const QString number = m_number->text().trimmed();
    if (!number.isEmpty())
        m_flow.askForCode(number);
}

void NumberScreen::setNumber(const QString &number) {
    m_number->setText(number);
}

void NumberScreen::present() {
    QFont brand = ui::uiFont(ui::TextSize::Title, QFont::Black);
    brand.setPixelSize(30);
    m_brand->setFont(brand);
    m_brand->setStyleSheet(QStringLiteral("color: %1; font-size: 30px; font-weight: 800;")
                               .arg(ui::Tokens::current().color(QStringLiteral("accent-text")).name()));
    m_title->setText(tr("Sign in or join"));
    m_text->setText(tr("We will text you a code to check that the number is yours."));
    m_number->setPlaceholderText(QStringLiteral("0912 345 678"));
    m_number->setAccessibleName(tr("Mobile number"));
    const bool asking = m_flow.busy() == Busy::Asking;
    m_ask->setText(asking ? tr("Sending…") : tr("Get code"));
    m_ask->setAccessibleName(tr("Get code"));
    m_ask->setEnabled(!asking && !m_number->text().trimmed().isEmpty());
    m_number->setReadOnly(asking);
    showError(m_error);
    ui::setUiProperty(m_number, "invalid", m_error->isVisibleTo(this));
}

QWidget *NumberScreen::firstField() {
    return m_number;
}

SignedInScreen::SignedInScreen(LabFlow &flow, QWidget *parent)
    : PhoneScreen(flow, parent)
    , m_mark(new QLabel(this)) {
    m_column->addSpacing(72);
    m_column->addWidget(m_mark);
    m_title = addTitle();
    m_title->setObjectName(QStringLiteral("welcome"));
    m_text = addText();
    m_validity = addText();
    m_validity->setObjectName(QStringLiteral("accessValidity"));
    m_error = addError();
    m_refresh = addButton(QStringLiteral("refreshToken"));
    m_signOut = addLink(QStringLiteral("signOutRider"));
    m_column->addStretch();
    for (QLabel *label : {m_mark, m_title, m_text, m_validity})
        label->setAlignment(Qt::AlignHCenter);
    connect(m_refresh, &QPushButton::clicked, &m_flow, &LabFlow::refreshGrant);
    connect(m_signOut, &QPushButton::clicked, &m_flow, &LabFlow::startOver);
}

void SignedInScreen::present() {
    m_mark->setPixmap(ui::icon(QStringLiteral("checkmark"), ui::IconRole::Accent).pixmap(56, 56));
    m_title->setText(tr("Welcome aboard"));
    m_text->setText(tr("You are signed in."));
    const auto &grant = m_flow.grant();
    const bool valid = grant && grant->accessExpiresAt > m_flow.now();
    m_validity->setText(
        !grant  ? QString()
        : valid ? tr("Access token valid for %1").arg(ui::remainingText(grant->accessExpiresAt - m_flow.now()))
                : tr("The access token has expired"));
    m_refresh->setText(m_flow.busy() == Busy::Refreshing ? tr("Refreshing…") : tr("Refresh token"));
    m_refresh->setEnabled(m_flow.busy() == Busy::Nothing);
    m_signOut->setText(tr("Sign out"));
    showError(m_error);
}

QWidget *SignedInScreen::firstField() {
    return m_refresh;
}

} // namespace wemo::pages::auth
