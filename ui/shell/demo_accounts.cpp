#include "ui/shell/demo_accounts.h"

#include "ui/shell/status_strip.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
QString duty(staff::Role role) {
    switch (role) {
    case staff::Role::CustomerService:
        return DemoAccounts::tr("Looks up messages, reveals numbers");
    case staff::Role::Pricing:
        return DemoAccounts::tr("Sets prices and plans");
    case staff::Role::Qa:
        return DemoAccounts::tr("Tries the sign-in flows");
    case staff::Role::Admin:
        return DemoAccounts::tr("May do everything");
    }
    return {};
}
} // namespace

DemoAccounts::DemoAccounts(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_grid(new QGridLayout) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_heading->setProperty("ui", "section");
    m_grid->setSpacing(8);
    column->addWidget(m_heading);
    column->addLayout(m_grid);
    hide();
}

void DemoAccounts::setAccounts(const QList<staff::DemoAccount> &accounts) {
    for (const Card &card : std::as_const(m_cards))
        card.button->deleteLater();
    m_cards.clear();
    for (const staff::DemoAccount &account : accounts) {
        const Card card = makeCard(account);
        const int at = static_cast<int>(m_cards.size());
        m_grid->addWidget(card.button, at / 2, at % 2);
        m_cards.append(card);
    }
    retranslate();
    setVisible(!accounts.isEmpty());
}

DemoAccounts::Card DemoAccounts::makeCard(const staff::DemoAccount &account) {
    Card card{account, new QPushButton(this), nullptr, nullptr};
    card.button->setObjectName("demo-" + toString(account.role));
    card.button->setProperty("ui", "card");
    auto *column = new QVBoxLayout(card.button);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    card.role = new QLabel(card.button);
    card.duty = new QLabel(card.button);
    card.duty->setProperty("ui", "small");
    for (QLabel *label : {card.role, card.duty}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    connect(card.button, &QPushButton::clicked, this, [this, account] { Q_EMIT chosen(account); });
    return card;
}

void DemoAccounts::retranslate() {
    m_heading->setText(tr("Demo accounts: one click signs in"));
    for (const Card &card : std::as_const(m_cards)) {
        const QString role = roleName(card.account.role);
        card.role->setText(QString("<b>%1</b> · %2").arg(role, card.account.displayName.toHtmlEscaped()));
        card.duty->setText(duty(card.account.role));
        card.button->setAccessibleName(tr("Sign in as %1, %2").arg(card.account.displayName, role));
    }
}

void DemoAccounts::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace wemo::ui
