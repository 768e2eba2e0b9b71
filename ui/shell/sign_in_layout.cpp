#include "ui/shell/demo_accounts.h"
#include "ui/shell/service_notice.h"
#include "ui/shell/sign_in_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
constexpr int cardWidth = 600;

QPushButton *menuButton(const QString &name, const QString &iconName, const QList<QAction *> &actions,
                        QWidget *parent) {
    auto *button = new QPushButton(parent);
    auto *menu = new QMenu(button);
    menu->addActions(actions);
    button->setObjectName(name);
    button->setProperty("ui", "strip");
    button->setIcon(icon(iconName, IconRole::Muted));
    button->setMenu(menu);
    return button;
}

QLabel *errorLabel(const QString &name, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("ui", "error");
    label->setWordWrap(true);
    label->hide();
    return label;
}
} // namespace

SignInPage::SignInPage(ApiClient &client, SessionController &sessions, ServiceLauncher *launcher,
                       Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_sessions(sessions)
    , m_preferences(preferences)
    , m_notice(new ServiceNotice(client, launcher, this))
    , m_bar(new MessageBar(this))
    , m_brand(new QLabel(this))
    , m_title(new QLabel(this))
    , m_userLabel(new QLabel(this))
    , m_user(new QLineEdit(this))
    , m_userError(errorLabel("userError", this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_passwordError(errorLabel("passwordError", this))
    , m_stay(new QCheckBox(this))
    , m_stayNote(new QLabel(this))
    , m_submit(new QPushButton(this))
    , m_demo(new DemoAccounts(this))
    , m_language(menuButton("signInLanguage", "languages", preferences.languageActions(), this))
    , m_theme(menuButton("signInTheme", "contrast", preferences.schemeActions(), this)) {
    setProperty("ui", "sign-in");
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 12);
    outer->addStretch(2);
    outer->addWidget(makeCard(), 0, Qt::AlignHCenter);
    outer->addStretch(3);
    outer->addWidget(makeFooter());
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_user, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_bar, &MessageBar::retryRequested, this, &SignInPage::submit);
    connect(&sessions, &SessionController::refused, this, &SignInPage::onRefused);
    connect(&sessions, &SessionController::busyChanged, this, &SignInPage::follow);
    connect(&sessions, &SessionController::keyringChanged, this, &SignInPage::follow);
    connect(&client, &ApiClient::stateChanged, this, &SignInPage::follow);
    connect(&client, &ApiClient::sessionChanged, this, [this](const auto &session) {
        if (!session)
            return;
        m_password->clear();
        clearErrors();
    });
    connect(m_demo, &DemoAccounts::chosen, this, [this](const staff::DemoAccount &account) {
        clearErrors();
        m_sessions.signIn(account.username, account.password, m_stay->isEnabled() && m_stay->isChecked());
    });
    retranslate();
}

QWidget *SignInPage::makeCard() {
    auto *card = new QFrame(this);
    card->setObjectName("signInCard");
    card->setProperty("ui", "card-frame");
    card->setFixedWidth(cardWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(40, 32, 40, 32);
    column->setSpacing(16);
    m_brand->setProperty("ui", "section");
    m_title->setProperty("ui", "title");
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_brand);
    head->addWidget(m_title);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(m_bar);
    column->addWidget(makeForm());
    column->addWidget(m_demo);
    return card;
}

QWidget *SignInPage::makeForm() {
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_user->setObjectName("username");
    m_user->setMaxLength(200);
    m_password->setObjectName("password");
    m_password->setMaxLength(200);
    m_password->setEchoMode(QLineEdit::Password);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    m_stay->setObjectName("stay");
    m_stayNote->setObjectName("stayNote");
    m_stayNote->setProperty("ui", "small");
    m_stayNote->setWordWrap(true);
    m_submit->setObjectName("signIn");
    m_submit->setProperty("ui", "primary");
    column->addWidget(m_userLabel);
    column->addWidget(m_user);
    column->addWidget(m_userError);
    column->addSpacing(8);
    column->addWidget(m_passwordLabel);
    column->addWidget(m_password);
    column->addWidget(m_passwordError);
    column->addSpacing(8);
    column->addWidget(m_stay);
    column->addWidget(m_stayNote);
    column->addSpacing(8);
    column->addWidget(m_submit);
    return form;
}

QWidget *SignInPage::makeFooter() {
    auto *footer = new QWidget(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_language);
    row->addWidget(m_theme);
    row->addStretch(1);
    return footer;
}

} // namespace wemo::ui
