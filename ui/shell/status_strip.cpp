#include "ui/shell/status_strip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/properties.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace wemo::ui {

QString roleName(staff::Role role) {
    switch (role) {
    case staff::Role::CustomerService:
        return StatusStrip::tr("Customer service");
    case staff::Role::Pricing:
        return StatusStrip::tr("Pricing");
    case staff::Role::Qa:
        return StatusStrip::tr("QA");
    case staff::Role::Admin:
        return StatusStrip::tr("Administrator");
    }
    return {};
}

StatusStrip::StatusStrip(ApiClient &client, QWidget *parent)
    : QFrame(parent)
    , m_client(client)
    , m_environment(new QLabel(this))
    , m_server(new QLabel(this))
    , m_connection(new StatusPill(this))
    , m_latency(new QLabel(this))
    , m_account(new QPushButton(this)) {
    setProperty("ui", "strip");
    setObjectName("statusStrip");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(12);
    m_environment->setProperty("ui", "environment");
    m_environment->setProperty("environment", "");
    m_environment->setObjectName("environment");
    m_server->setObjectName("server");
    m_latency->setObjectName("latency");
    m_latency->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_connection->setObjectName("connection");
    m_account->setObjectName("account");
    m_account->setProperty("ui", "strip");
    m_account->setIcon(icon("user-identity"));
    row->addWidget(m_environment);
    row->addWidget(m_server);
    row->addStretch(1);
    row->addWidget(m_latency);
    row->addWidget(m_connection);
    row->addWidget(m_account);
    connect(&client, &ApiClient::stateChanged, this, &StatusStrip::showConnection);
    connect(&client, &ApiClient::baseUrlChanged, this, &StatusStrip::showConnection);
    connect(&client, &ApiClient::latencyChanged, this, &StatusStrip::showLatency);
    connect(&client, &ApiClient::sessionChanged, this, &StatusStrip::showAccount);
    retranslate();
}

void StatusStrip::setAbout(const std::optional<About> &about) {
    m_about = about;
    m_environment->setVisible(about.has_value());
    m_environment->setText(about ? about->environment.toUpper() : QString());
    setUiProperty(m_environment, "environment", about ? about->environment : QString());
}

void StatusStrip::setLive(bool live) {
    m_live = live;
    showConnection();
}

void StatusStrip::setMenu(QMenu *menu) {
    m_account->setMenu(menu);
}

void StatusStrip::showConnection() {
    m_server->setText(m_client.baseUrl().isEmpty() ? QString() : m_client.baseUrl().authority());
    switch (m_client.state()) {
    case ConnectionState::Starting:
        m_connection->setPill({Tone::Progress, tr("Starting")});
        break;
    case ConnectionState::Connected:
        m_connection->setPill(m_live ? Pill{Tone::Success, tr("Live")} : Pill{Tone::Progress, tr("Connecting")});
        break;
    case ConnectionState::Offline:
        m_connection->setPill({Tone::Danger, tr("Offline")});
        break;
    case ConnectionState::SignedOut:
        m_connection->setPill({Tone::Neutral, tr("Signed out")});
        break;
    }
}

void StatusStrip::showLatency() {
    // Room for four digits: what stands beside it does not move with every request.
    m_latency->setMinimumWidth(m_latency->fontMetrics().horizontalAdvance(tr("%1 ms").arg(QLocale().toString(9'999))));
    m_latency->setText(m_client.latencyMs() < 0 ? QString()
                                                : tr("%1 ms").arg(QLocale().toString(m_client.latencyMs())));
    m_latency->setToolTip(tr("How long the last request took"));
}

void StatusStrip::showAccount() {
    m_account->setVisible(m_client.session().has_value());
    if (!m_client.session())
        return;
    const staff::Account &account = m_client.session()->account;
    m_account->setText(QString("%1 · %2").arg(account.displayName, roleName(account.role)));
    m_account->setAccessibleName(tr("Signed in as %1, menu").arg(account.displayName));
}

void StatusStrip::retranslate() {
    setAccessibleName(tr("Status"));
    setAbout(m_about);
    showConnection();
    showLatency();
    showAccount();
}

void StatusStrip::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
