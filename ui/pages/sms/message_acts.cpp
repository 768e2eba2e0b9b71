#include "ui/pages/sms/message_acts.h"

#include "ui/pages/sms/reason_form.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::DeliveryState;
using wemo::sms::Message;

namespace {
bool isSettled(const Message &message) {
    return isFinal(message.state) || message.state == DeliveryState::Unknown;
}

bool isScheduled(const Message &message) {
    return message.state == DeliveryState::Scheduled ||
           (message.state == DeliveryState::Created && message.scheduledAt.has_value());
}

/// Whether the gateway may know more than we do.
bool isWorthAsking(const Message &message) {
    return !isFinal(message.state) && message.state != DeliveryState::Created &&
           message.state != DeliveryState::Submitting;
}

QAction *makeAction(const char *id, const char *icon, QObject *parent) {
    auto *action = new QAction(parent);
    action->setObjectName(QLatin1StringView(id));
    action->setIcon(ui::icon(QLatin1StringView(icon)));
    return action;
}
} // namespace

MessageActs::MessageActs(ApiMessageSource &source, ui::ApiClient &client, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_client(client)
    , m_resend(makeAction("message-resend", "mail-send", this))
    , m_cancel(makeAction("message-cancel", "dialog-cancel", this))
    , m_poll(makeAction("message-poll", "view-refresh", this))
    , m_row(new QWidget(this))
    , m_form(new ReasonForm(this))
    , m_error(new ui::MessageBar(this)) {
    setObjectName(QStringLiteral("messageActs"));
    m_resend->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    m_poll->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+P")));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QAction *action : actions())
        row->addWidget(makeButton(action));
    row->addStretch();
    m_error->setObjectName(QStringLiteral("actError"));
    column->addWidget(m_row);
    column->addWidget(m_error);
    column->addWidget(m_form);
    connect(m_resend, &QAction::triggered, this, &MessageActs::askResend);
    connect(m_cancel, &QAction::triggered, this, &MessageActs::askCancel);
    connect(m_poll, &QAction::triggered, this, &MessageActs::poll);
    retranslate();
    offer();
}

QPushButton *MessageActs::makeButton(QAction *action) {
    auto *button = new QPushButton(m_row);
    button->setObjectName(action->objectName());
    button->setProperty("ui", "small");
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

void MessageActs::setMessage(const std::optional<Message> &message) {
    const bool another = !message || !m_message || message->id != m_message->id;
    m_message = message;
    if (another) {
        m_form->close();
        m_error->clear();
    }
    offer();
}

void MessageActs::offer() {
    const bool may = m_message && m_client.may(staff::Permission::SmsSend);
    m_resend->setVisible(may && isSettled(*m_message));
    m_cancel->setVisible(may && isScheduled(*m_message));
    m_poll->setVisible(may && isWorthAsking(*m_message));
    const auto all = actions();
    for (QAction *action : all)
        action->setEnabled(action->isVisible() && !m_busy);
    m_row->setVisible(std::any_of(all.cbegin(), all.cend(), [](const auto *action) { return action->isVisible(); }));
}

void MessageActs::askResend() {
    m_error->clear();
    const QString text =
        m_message->state == DeliveryState::Delivered
            ? tr("The handset confirmed this message. The rider gets the same text a second time.")
            : tr("The same text goes to the same number as a message of its own; this one stays as it is.");
    m_form->ask({text, tr("Send again"), false}, [this](const QString &reason) {
        act(m_source.resend(m_message->id, reason), [this](const Message &message) {
            Q_EMIT noticed(tr("Sent again. This is the new message."));
            Q_EMIT sentAgain(message);
        });
    });
}

void MessageActs::askCancel() {
    m_error->clear();
    m_form->ask({tr("It is withdrawn before its time and will not be sent. This cannot be undone."),
                 tr("Withdraw this message"), true},
                [this](const QString &reason) {
                    act(m_source.cancel(m_message->id, reason),
                        [this](const Message &) { Q_EMIT noticed(tr("Withdrawn; it will not be sent.")); });
                });
}

void MessageActs::poll() {
    m_error->clear();
    const DeliveryState before = m_message->state;
    act(m_source.poll(m_message->id), [this, before](const Message &now) {
        Q_EMIT noticed(now.state == before ? tr("The gateway knows nothing new.")
                                           : tr("The gateway says: %1.").arg(stateWord(now.state)));
    });
}

void MessageActs::act(QFuture<ui::ApiResult<Message>> answer, std::function<void(const Message &)> done) {
    Q_EMIT acting();
    setBusy(true);
    answer.then(this, [this, id = m_message->id, done = std::move(done)](const ui::ApiResult<Message> &message) {
        setBusy(false);
        const bool still = m_message && m_message->id == id;
        if (!message) {
            if (still)
                m_error->showError(message.error(), false);
            return;
        }
        if (still)
            m_form->close();
        Q_EMIT changed(*message);
        done(*message);
    });
}

void MessageActs::setBusy(bool busy) {
    m_busy = busy;
    m_form->setBusy(busy);
    offer();
}

bool MessageActs::backOut() {
    if (m_form->isHidden())
        return false;
    m_form->close();
    return true;
}

void MessageActs::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageActs::retranslate() {
    m_resend->setText(tr("Send again…"));
    m_resend->setToolTip(tr("Send the same text to the same number once more"));
    m_cancel->setText(tr("Withdraw…"));
    m_cancel->setToolTip(tr("Take the message back before its time comes"));
    m_poll->setText(tr("Ask the gateway now"));
    m_poll->setToolTip(tr("Ask the gateway what became of it, without waiting for the next query"));
}

} // namespace wemo::pages::sms
