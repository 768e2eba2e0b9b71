#include "ui/pages/sms/message_panel.h"

#include "ui/pages/sms/message_cells.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/receipt_timeline.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/timeline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::Message;
using wemo::sms::MessageDetail;
using Kind = ui::KeyValueList::ValueKind;

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
    m_why = new QFrame;
    m_why->setObjectName(QStringLiteral("why"));
    auto *why = new QVBoxLayout(m_why);
    why->setContentsMargins(12, 10, 12, 10);
    why->setSpacing(4);
    m_sentence = new QLabel(m_why);
    m_sentence->setObjectName(QStringLiteral("whySentence"));
    m_sentence->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    m_advice = new QLabel(m_why);
    m_advice->setObjectName(QStringLiteral("whyAdvice"));
    for (QLabel *label : {m_sentence, m_advice}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        why->addWidget(label);
    }
    m_panel->addSection({}, m_why);

    m_timeline = new ui::Timeline;
    m_timeline->setObjectName(QStringLiteral("receiptTimeline"));
    m_timelineHeading = m_panel->addSection(tr("Timeline"), m_timeline);
    m_body = new QLabel;
    m_body->setObjectName(QStringLiteral("messageText"));
    m_body->setWordWrap(true);
    m_body->setTextFormat(Qt::PlainText);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bodyHeading = m_panel->addSection(tr("Text"), m_body);
    m_facts = new ui::KeyValueList;
    m_factsHeading = m_panel->addSection(tr("Facts"), m_facts);
    m_facts->setWidget(QStringLiteral("number"), tr("Number"), numberRow());
    m_panel->addStretch();
}

QWidget *MessagePanel::numberRow() {
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_numberLabel = new QLabel(row);
    m_numberLabel->setObjectName(QStringLiteral("number"));
    m_numberLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reveal = new QPushButton(row);
    m_reveal->setObjectName(QStringLiteral("reveal"));
    m_reveal->setFlat(true);
    layout->addWidget(m_numberLabel);
    layout->addWidget(m_reveal);
    layout->addStretch();
    return row;
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
    m_pill->setVisible(known);
    m_why->setVisible(known);
    m_reveal->setVisible(known && m_number.isEmpty() && m_client.may(staff::Permission::SmsReveal));
    if (!known)
        return;
    const Message &message = *m_message;
    m_pill->setPill({stateTone(message.state), stateWord(message.state)});
    const ReasonText why = explain(message);
    m_sentence->setText(why.sentence);
    m_advice->setText(why.advice);
    m_advice->setVisible(!why.advice.isEmpty());
    const auto &tokens = ui::Tokens::current();
    const ui::Tone tone = stateTone(message.state);
    m_why->setStyleSheet(QStringLiteral("QFrame#why { background: %1; border: none; border-radius: %2px; }")
                             .arg(tokens.toneTint(tone).name())
                             .arg(ui::metrics::radius));
    m_body->setText(message.text);
    m_numberLabel->setText(m_number.isEmpty() ? message.maskedNumber : m_number);
    fillFacts(message);
}

void MessagePanel::fillFacts(const Message &message) {
    const auto set = [this](const char *key, const QString &name, const QString &value, Kind kind = Kind::Text) {
        m_facts->set(QLatin1StringView(key), name, value, kind);
    };
    set("purpose", tr("Kind"), QStringLiteral("%1 · %2").arg(purposeWord(message.purpose), message.templateName));
    set("created", tr("Asked for"), ui::dateAndTime(message.createdAt));
    set("final", tr("Settled"), message.finalAt ? ui::dateAndTime(*message.finalAt) : QString());
    set("segments", tr("Segments"), QLocale().toString(message.segments));
    set("cost", tr("Credits"), message.acceptedAt ? costText(message.costTenThousandths) : QString());
    set("gateway", tr("Gateway"), message.gateway == u"every8d" ? QStringLiteral("EVERY8D") : message.gateway);
    set("raw", tr("Raw code"), message.rawCode, Kind::Monospace);
    set("batch", tr("Batch ID"), message.batchId, Kind::Monospace);
    set("id", tr("Message ID"), idToString(message.id), Kind::Monospace);
    set("request", tr("Request ID"), message.requestId, Kind::Monospace);
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
    m_bodyHeading->setText(tr("Text"));
    m_factsHeading->setText(tr("Facts"));
    m_reveal->setText(tr("Reveal"));
    m_reveal->setToolTip(tr("Show the full number. It is written down who looked."));
    m_reveal->setAccessibleName(tr("Reveal the full number"));
    m_timeline->setSteps(receiptSteps(m_events));
    fill();
}

} // namespace wemo::pages::sms
