#include "ui/pages/auth/virtual_phone.h"

#include "ui/pages/auth/phone_screens.h"
#include "ui/pages/auth/rider_text.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace wemo::pages::auth {

namespace {
constexpr int phoneWidth = 320;
constexpr int phoneHeight = 568;
constexpr int bezel = 10;
constexpr int statusBar = 36;
constexpr int homeBar = 24;
constexpr qreal outerRadius = 44;
} // namespace

VirtualPhone::VirtualPhone(LabFlow &flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_numberScreen(new NumberScreen(flow))
    , m_codeScreen(new CodeScreen(flow))
    , m_signedInScreen(new SignedInScreen(flow))
    , m_screens(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("virtualPhone"));
    setFixedSize(phoneWidth, phoneHeight);
    for (PhoneScreen *screen : std::initializer_list<PhoneScreen *>{m_numberScreen, m_codeScreen, m_signedInScreen})
        m_screens->addWidget(screen);
    m_screens->setGeometry(bezel, bezel + statusBar, phoneWidth - 2 * bezel,
                           phoneHeight - 2 * bezel - statusBar - homeBar);
    buildNotification();
    connect(&m_flow, &LabFlow::changed, this, &VirtualPhone::onFlowChanged);
    connect(&m_flow, &LabFlow::messageArrived, this, &VirtualPhone::showMessage);
    onFlowChanged();
}

void VirtualPhone::buildNotification() {
    m_notification = new QFrame(this);
    m_notification->setObjectName(QStringLiteral("smsNotification"));
    auto *column = new QVBoxLayout(m_notification);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(4);
    auto *top = new QHBoxLayout;
    m_sender = new QLabel(m_notification);
    m_when = new QLabel(m_notification);
    m_when->setProperty("ui", "small");
    top->addWidget(m_sender, 1);
    top->addWidget(m_when);
    m_text = new QLabel(m_notification);
    m_text->setObjectName(QStringLiteral("smsText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_useCode = new QPushButton(m_notification);
    m_useCode->setObjectName(QStringLiteral("useCode"));
    m_useCode->setProperty("ui", "link");
    column->addLayout(top);
    column->addWidget(m_text);
    column->addWidget(m_useCode, 0, Qt::AlignLeft);
    m_notification->hide();
    connect(m_useCode, &QPushButton::clicked, this, [this] {
        if (m_message)
            m_codeScreen->useCode(codeIn(m_message->text));
    });
}

PhoneScreen *VirtualPhone::screenOf(LabFlow::Step step) const {
    switch (step) {
    case LabFlow::Step::Code:
        return m_codeScreen;
    case LabFlow::Step::SignedIn:
        return m_signedInScreen;
    case LabFlow::Step::Number:
        break;
    }
    return m_numberScreen;
}

void VirtualPhone::setNumber(const QString &number) {
    m_numberScreen->setNumber(number);
}

void VirtualPhone::focusFirstField() {
    screenOf(m_flow.step())->firstField()->setFocus(Qt::OtherFocusReason);
}

void VirtualPhone::onFlowChanged() {
    const bool moved = m_shown != m_flow.step();
    m_shown = m_flow.step();
    // Only one of the screens shows the problem of the moment.
    m_numberScreen->present();
    m_codeScreen->present();
    m_signedInScreen->present();
    m_screens->setCurrentWidget(screenOf(m_shown));
    if (m_shown != LabFlow::Step::Code) {
        m_message.reset();
        m_notification->hide();
    }
    if (moved && isVisible())
        focusFirstField();
    update();
}

void VirtualPhone::showMessage(const wemo::auth::HandsetMessage &message) {
    if (m_flow.step() != LabFlow::Step::Code)
        return;
    m_message = message;
    restyleNotification();
    m_notification->show();
    m_notification->raise();
}

void VirtualPhone::restyleNotification() {
    if (!m_message)
        return;
    const auto &tokens = ui::Tokens::current();
    m_notification->setStyleSheet(
        QStringLiteral("QFrame#smsNotification { background: %1; border: 1px solid %2; border-radius: 18px; }")
            .arg(tokens.color(QStringLiteral("sunken")).name(), tokens.color(QStringLiteral("hairline")).name()));
    m_sender->setText(tr("Messages"));
    m_sender->setFont(ui::uiFont(ui::TextSize::Small, QFont::DemiBold));
    m_when->setText(ui::relativeTime(m_message->receivedAt, m_flow.now()));
    m_text->setText(m_message->text);
    const QString code = codeIn(m_message->text);
    m_useCode->setText(tr("Use code %1").arg(code));
    m_useCode->setVisible(!code.isEmpty());
    m_notification->setAccessibleName(tr("Text message: %1").arg(m_message->text));
    m_notification->setFixedWidth(phoneWidth - 2 * bezel - 16);
    m_notification->layout()->activate();
    m_notification->resize(m_notification->width(),
                           m_notification->layout()->totalHeightForWidth(m_notification->width()));
    m_notification->move(bezel + 8, bezel + statusBar);
}

void VirtualPhone::tick() {
    screenOf(m_flow.step())->present();
    if (m_message)
        m_when->setText(ui::relativeTime(m_message->receivedAt, m_flow.now()));
    update();
}

void VirtualPhone::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::PaletteChange)
        return;
    setAccessibleName(tr("Virtual phone"));
    onFlowChanged();
    restyleNotification();
}

void VirtualPhone::paintEvent(QPaintEvent *) {
    const auto &tokens = ui::Tokens::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(tokens.color(QStringLiteral("control-border")), 1));
    painter.setBrush(tokens.color(QStringLiteral("handset")));
    painter.drawRoundedRect(body, outerRadius, outerRadius);
    const QRectF screen = body.adjusted(bezel - 1, bezel - 1, 1 - bezel, 1 - bezel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.color(QStringLiteral("surface")));
    painter.drawRoundedRect(screen, outerRadius - bezel, outerRadius - bezel);

    painter.setPen(tokens.color(QStringLiteral("text")));
    painter.setFont(ui::uiFont(ui::TextSize::Small, QFont::DemiBold));
    const QRectF top(screen.left() + 24, screen.top(), screen.width() - 48, statusBar);
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, ui::timeOfDay(m_flow.now()).left(5));
    painter.drawText(top.adjusted(0, 0, -32, 0), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("5G"));
    const QRectF battery(top.right() - 24, top.center().y() - 5, 20, 10);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(battery, 3, 3);
    painter.setBrush(tokens.color(QStringLiteral("text")));
    painter.drawRoundedRect(battery.adjusted(2, 2, -6, -2), 1, 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.color(QStringLiteral("handset")));
    painter.drawRoundedRect(QRectF(screen.center().x() - 38, screen.top() + 9, 76, 20), 10, 10);
    painter.setBrush(tokens.color(QStringLiteral("control-border")));
    painter.drawRoundedRect(QRectF(screen.center().x() - 52, screen.bottom() - 12, 104, 4), 2, 2);
}

} // namespace wemo::pages::auth
