#include "ui/pages/sms/message_panel.h"

#include "ui/pages/sms/message_acts.h"
#include "ui/pages/sms/queue_story.h"
#include "ui/pages/sms/receipt_timeline.h"
#include "ui/pages/sms/state_text.h"
#include "ui/pages/sms/why_box.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/timeline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::Message;
using wemo::sms::MessageDetail;

MessagePanel::MessagePanel(ui::ApiClient &client, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_source(client)
    , m_client(client)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("messagePanel"));
    build();
    retranslate();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &MessagePanel::closeRequested);
    connect(m_error, &ui::MessageBar::retryRequested, this, &MessagePanel::reload);
    connect(m_reveal, &QPushButton::clicked, this, &MessagePanel::reveal);
    connect(m_acts, &MessageActs::acting, this, &MessagePanel::acting);
    connect(m_acts, &MessageActs::noticed, this, &MessagePanel::noticed);
    connect(m_acts, &MessageActs::changed, this, &MessagePanel::changed);
    connect(m_acts, &MessageActs::changed, this, &MessagePanel::applyLive);
    connect(m_acts, &MessageActs::sentAgain, this,
            [this](const Message &message) { Q_EMIT messageRequested(message.id); });
    connect(m_queue, &QueueStory::queueRequested, this, &MessagePanel::queueRequested);
}

void MessagePanel::build() {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_panel = new ui::DetailPanel(this);
    outer->addWidget(m_panel);
    m_pill = new ui::StatusPill;
    m_panel->setTitleWidget(m_pill);

    m_error = new ui::MessageBar;
    m_error->setObjectName(QStringLiteral("panelError"));
    m_panel->addSection({}, m_error);
    m_why = new WhyBox;
    m_panel->addSection({}, m_why);
    m_acts = new MessageActs(m_source, m_client);
    m_panel->addSection({}, m_acts);

    m_timeline = new ui::Timeline;
    m_timeline->setObjectName(QStringLiteral("receiptTimeline"));
    m_timelineHeading = m_panel->addSection(tr("Timeline"), m_timeline);
    m_queue = new QueueStory(m_client);
    m_queueHeading = m_panel->addSection(tr("Before that, in the queue"), m_queue);
    m_body = new QLabel;
    m_body->setObjectName(QStringLiteral("messageText"));
    m_body->setWordWrap(true);
    m_body->setTextFormat(Qt::PlainText);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bodyHeading = m_panel->addSection(tr("Text"), m_body);
    m_facts = new ui::KeyValueList;
    m_factsHeading = m_panel->addSection(tr("Facts"), m_facts);
    m_facts->setWidget(QStringLiteral("number"), tr("Number"), numberRow());
    m_panel->addSection({}, linkRow());
    m_panel->addStretch();
}

QList<QAction *> MessagePanel::actions() const {
    return m_acts->actions();
}

bool MessagePanel::backOut() {
    return m_acts->backOut();
}

void MessagePanel::showMessage(const Message &message) {
    if (message.id != m_id)
        showId(message.id);
    m_message = message;
    fill();
}

void MessagePanel::showRow(const Message &message) {
    if (message.id != m_id || (m_message && m_message->version >= message.version))
        return;
    m_message = message;
    fill();
}

void MessagePanel::showId(Id id) {
    if (id == m_id)
        return;
    m_id = id;
    m_message.reset();
    m_number.clear();
    m_error->clear();
    m_events.clear();
    m_timeline->setSteps({});
    fill();
    load();
}

void MessagePanel::applyLive(const Message &message) {
    if (message.id != m_id || (m_message && message.version < m_message->version))
        return;
    m_message = message;
    fill();
    if (m_loading)
        m_stale = true;
    else
        load();
}

void MessagePanel::reload() {
    m_error->clear();
    load();
}

void MessagePanel::load() {
    if (m_id == 0)
        return;
    m_loading = true;
    m_stale = false;
    m_source.detail(m_id).then(this, [this, epoch = ++m_epoch](const ui::ApiResult<MessageDetail> &detail) {
        if (epoch == m_epoch)
            onDetail(detail);
    });
}

void MessagePanel::onDetail(const ui::ApiResult<MessageDetail> &detail) {
    m_loading = false;
    if (!detail) {
        m_error->showError(detail.error(), detail.error().kind != ErrorKind::NotFound);
        return;
    }
    m_error->clear();
    if (!m_message || detail->message.version >= m_message->version)
        m_message = detail->message;
    m_events = detail->events;
    m_timeline->setSteps(receiptSteps(m_events));
    fill();
    if (m_stale)
        load();
}

void MessagePanel::reveal() {
    m_reveal->setEnabled(false);
    m_source.reveal(m_id).then(this, [this, id = m_id](const ui::ApiResult<QString> &number) {
        m_reveal->setEnabled(true);
        if (id != m_id)
            return;
        if (!number) {
            m_error->showError(number.error(), false);
            return;
        }
        m_number = *number;
        fill();
        Q_EMIT noticed(tr("Number shown. It is written down that you looked."));
    });
}

void MessagePanel::fill() {
    const bool known = m_message.has_value();
    const bool mayQueue = m_client.may(staff::Permission::QueueRead);
    m_acts->setMessage(m_message);
    m_queue->setMessage(mayQueue ? m_message : std::nullopt);
    m_queue->setVisible(known && mayQueue);
    m_queueHeading->setVisible(known && mayQueue);
    m_pill->setVisible(known);
    m_why->setVisible(known);
    m_reveal->setVisible(known && m_number.isEmpty() && m_client.may(staff::Permission::SmsReveal));
    if (!known)
        return;
    const Message &message = *m_message;
    m_pill->setPill({stateTone(message.state), stateWord(message.state)});
    m_why->setMessage(message);
    m_body->setText(message.text.isEmpty() ? tr("The text is no longer kept.") : message.text);
    m_numberLabel->setText(m_number.isEmpty() ? message.maskedNumber : m_number);
    fillFacts(message);
}

void MessagePanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

void MessagePanel::retranslate() {
    m_panel->setTitle(tr("Message"));
    m_timelineHeading->setText(tr("Timeline"));
    m_queueHeading->setText(tr("Before that, in the queue"));
    m_origin->setText(tr("Show that message"));
    m_batch->setText(tr("Show the whole batch"));
    m_bodyHeading->setText(tr("Text"));
    m_factsHeading->setText(tr("Facts"));
    m_reveal->setText(tr("Reveal"));
    m_reveal->setToolTip(tr("Show the full number. It is written down who looked."));
    m_reveal->setAccessibleName(tr("Reveal the full number"));
    m_timeline->setSteps(receiptSteps(m_events));
    fill();
}

} // namespace wemo::pages::sms
