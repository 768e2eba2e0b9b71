#include "ui/pages/auth/auth_lab_page.h"

#include "ui/pages/auth/exchange_list.h"
#include "ui/pages/auth/token_panel.h"
#include "ui/pages/auth/virtual_phone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

namespace wemo::pages::auth {

namespace {
constexpr int tickMs = 500;
const QString numberItem = QStringLiteral("number");
} // namespace

ui::PageSpec AuthLabPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("auth-lab");
    spec.icon = QStringLiteral("smartphone");
    spec.permission = staff::Permission::LabUse;
    spec.section = [] { return tr("Riders"); };
    spec.title = [] { return tr("Auth lab"); };
    spec.subtitle = [] { return tr("Sign in as a rider on a virtual phone, and see every request behind it."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new AuthLabPage(context, parent);
    };
    return spec;
}

AuthLabPage::AuthLabPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_flow(context.client, context.now)
    , m_startOver(new QAction(this))
    , m_showInLog(new QAction(this))
    , m_copyAccess(new QAction(this)) {
    setObjectName(QStringLiteral("authLabPage"));
    m_startOver->setObjectName(QStringLiteral("startOver"));
    m_showInLog->setObjectName(QStringLiteral("showInLog"));
    m_copyAccess->setObjectName(QStringLiteral("copyAccessToken"));
    m_startOver->setIcon(ui::icon(QStringLiteral("edit-reset")));
    m_showInLog->setIcon(ui::icon(QStringLiteral("mail-message")));
    m_copyAccess->setIcon(ui::icon(QStringLiteral("edit-copy")));
    build();
    wire();
    onFlowChanged();
}

void AuthLabPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(ui::metrics::pagePadding, 16, 0, 0);
    column->setSpacing(8);
    m_bar = new ui::MessageBar(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, ui::metrics::pagePadding, 0);
    bar->addWidget(m_bar);
    column->addLayout(bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(buildPhoneColumn());
    row->addWidget(buildRightColumn(), 1);
    column->addLayout(row, 1);
}

QWidget *AuthLabPage::buildPhoneColumn() {
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(scroll);
    inside->setProperty("ui", "content");
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 12, 12);
    column->setSpacing(8);
    m_phone = new VirtualPhone(m_flow, inside);
    column->addWidget(m_phone);
    auto *device = new QHBoxLayout;
    device->setSpacing(8);
    m_deviceLabel = new QLabel(inside);
    m_device = new QLineEdit(inside);
    m_device->setObjectName(QStringLiteral("deviceId"));
    m_device->setMaxLength(100);
    m_deviceLabel->setBuddy(m_device);
    m_newDevice = new QPushButton(inside);
    m_newDevice->setObjectName(QStringLiteral("newDevice"));
    device->addWidget(m_deviceLabel);
    device->addWidget(m_device, 1);
    device->addWidget(m_newDevice);
    column->addLayout(device);
    m_logLink = new QPushButton(inside);
    m_logLink->setObjectName(QStringLiteral("logLink"));
    m_logLink->setProperty("ui", "link");
    column->addWidget(m_logLink, 0, Qt::AlignLeft);
    column->addStretch();
    scroll->setWidget(inside);
    scroll->setFixedWidth(m_phone->width() + 24);
    return scroll;
}

QWidget *AuthLabPage::buildRightColumn() {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("labTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_exchanges = new ExchangeList(m_tabs);
    m_tokens = new TokenPanel(m_flow, m_tabs);
    m_tabs->addTab(m_exchanges, QString());
    m_tabs->addTab(m_tokens, QString());
    return m_tabs;
}

void AuthLabPage::wire() {
    connect(&m_flow, &LabFlow::changed, this, &AuthLabPage::onFlowChanged);
    connect(&m_flow.recorder(), &ui::ExchangeRecorder::recorded, this, [this](ui::RawExchange exchange) {
        exchange.startedAt = QDateTime::fromMSecsSinceEpoch(toMs(m_context.now()) - exchange.durationMs);
        m_exchanges->add(exchange);
    });
    connect(m_exchanges, &ExchangeList::countChanged, this, &AuthLabPage::retranslate);
    connect(m_exchanges, &ExchangeList::copied, this, &AuthLabPage::copy);
    connect(m_tokens, &TokenPanel::copied, this, &AuthLabPage::copy);
    connect(m_startOver, &QAction::triggered, &m_flow, &LabFlow::startOver);
    connect(m_copyAccess, &QAction::triggered, this, [this] {
        if (m_flow.grant())
            copy(m_flow.grant()->accessToken);
    });
    connect(m_showInLog, &QAction::triggered, this, [this] {
        QUrlQuery query;
        query.addQueryItem(numberItem, QString::fromLatin1(QUrl::toPercentEncoding(m_flow.number())));
        Q_EMIT openRequested(QStringLiteral("sms-log"), query.toString(QUrl::FullyEncoded));
    });
    connect(m_logLink, &QPushButton::clicked, m_showInLog, &QAction::trigger);
    connect(m_device, &QLineEdit::editingFinished, this, [this] {
        if (m_device->text() != m_flow.deviceId())
            m_flow.setDeviceId(m_device->text());
    });
    connect(m_newDevice, &QPushButton::clicked, this, [this] { m_flow.setDeviceId({}); });
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_phone->tick();
        m_tokens->tick();
    });
    m_tick.setInterval(tickMs);
}

QList<QAction *> AuthLabPage::commands() {
    return {m_showInLog, m_copyAccess};
}

bool AuthLabPage::backOut() {
    if (m_flow.step() == LabFlow::Step::Number)
        return false;
    m_flow.startOver();
    return true;
}

QString AuthLabPage::place() const {
    QUrlQuery query;
    if (!m_flow.number().isEmpty())
        query.addQueryItem(numberItem, QString::fromLatin1(QUrl::toPercentEncoding(m_flow.number())));
    return query.toString(QUrl::FullyEncoded);
}

void AuthLabPage::openPlace(const QString &place) {
    const QString number = QUrlQuery(place).queryItemValue(numberItem, QUrl::FullyDecoded);
    if (!number.isEmpty() && m_flow.step() == LabFlow::Step::Number)
        m_phone->setNumber(number);
}

void AuthLabPage::onFlowChanged() {
    if (!m_device->hasFocus() || !m_device->isModified())
        m_device->setText(m_flow.deviceId());
    const bool free = m_flow.step() == LabFlow::Step::Number;
    m_device->setEnabled(free);
    m_newDevice->setEnabled(free);
    m_startOver->setEnabled(!free || m_flow.busy() != LabFlow::Busy::Nothing);
    m_showInLog->setEnabled(!m_flow.number().isEmpty());
    m_logLink->setVisible(!m_flow.number().isEmpty());
    m_copyAccess->setEnabled(m_flow.grant().has_value());
    m_tokens->present();
    retranslate();
    showBars();
}

void AuthLabPage::showBars() {
    if (!m_flow.hasHandset())
        m_bar->showMessage(ui::Tone::Info, tr("This service sends through the real gateway: the message arrives on the "
                                              "real handset. Type the code from there."));
    else
        m_bar->clear();
}

void AuthLabPage::copy(const QString &text) {
    QApplication::clipboard()->setText(text);
    Q_EMIT noticed(tr("Copied"));
}

void AuthLabPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_tick.start();
    m_phone->tick();
    m_phone->focusFirstField();
}

void AuthLabPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_tokens->present();
    showBars();
}

void AuthLabPage::retranslate() {
    m_startOver->setText(tr("Start over"));
    m_showInLog->setText(tr("Show in SMS log"));
    m_copyAccess->setText(tr("Copy access token"));
    m_logLink->setText(tr("Show in SMS log"));
    m_deviceLabel->setText(tr("Device ID"));
    m_newDevice->setText(tr("New"));
    m_newDevice->setAccessibleName(tr("New device ID"));
    const int tokens = (m_flow.tmpToken() ? 1 : 0) + (m_flow.grant() ? 2 : 0);
    m_tabs->setTabText(0, m_exchanges->count() ? tr("Requests (%1)").arg(m_exchanges->count()) : tr("Requests"));
    m_tabs->setTabText(1, tokens ? tr("Tokens (%1)").arg(tokens) : tr("Tokens"));
    m_device->setAccessibleName(tr("Device ID"));
}

} // namespace wemo::pages::auth
