#include "ui/pages/sms/receipt_timeline.h"

#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/time_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::MessageEvent;

namespace {
constexpr int gutter = 24;
constexpr int dotAt = 9; ///< from the top, the middle of the first line
constexpr int dotRadius = 4;

QLabel *line(const QString &text, const QFont &font, bool muted, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setTextFormat(Qt::PlainText);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString sourceLine(const MessageEvent &event) {
    QString text = sourceWord(event.source);
    if (event.gatewayAt)
        text += QStringLiteral("  ·  ") + ReceiptTimeline::tr("gateway time %1").arg(ui::timeOfDay(*event.gatewayAt));
    return text;
}

QString whyLine(const MessageEvent &event) {
    if (!event.reason.isEmpty())
        return explainReason(event.reason, event.rawCode).sentence;
    return verdictWord(event.verdict);
}
} // namespace

ReceiptTimeline::ReceiptTimeline(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("receiptTimeline"));
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void ReceiptTimeline::setEvents(const QList<MessageEvent> &events) {
    m_events = events;
    rebuild();
}

void ReceiptTimeline::rebuild() {
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < m_events.size(); ++i)
        m_rows->addWidget(new TimelineRow(m_events.at(i), i == 0, i == m_events.size() - 1, this));
    setAccessibleName(tr("Timeline, %n steps", nullptr, static_cast<int>(m_events.size())));
}

TimelineRow::TimelineRow(const MessageEvent &event, bool isFirst, bool isLast, QWidget *parent)
    : QWidget(parent)
    , m_tone(stateTone(event.state))
    , m_moved(event.verdict.isEmpty() || event.verdict == u"moved")
    , m_isFirst(isFirst)
    , m_isLast(isLast) {
    setObjectName(QStringLiteral("timelineRow"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(gutter, 0, 0, isLast ? 0 : 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const QString word = stateWord(event.state);
    grid->addWidget(line(word, ui::uiFont(ui::TextSize::Body, QFont::DemiBold), !m_moved, this), 0, 0);
    auto *time = line(ui::timeOfDayMs(event.at), ui::monospaceFont(ui::TextSize::Small), true, this);
    time->setToolTip(ui::dateAndTime(event.at));
    grid->addWidget(time, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    auto *source = line(sourceLine(event), ui::uiFont(ui::TextSize::Small), true, this);
    source->setToolTip(event.note);
    grid->addWidget(source, 1, 0);
    if (!event.rawCode.isEmpty()) {
        auto *code =
            line(ReceiptTimeline::tr("code %1").arg(event.rawCode), ui::monospaceFont(ui::TextSize::Small), true, this);
        code->setObjectName(QStringLiteral("rawCode"));
        grid->addWidget(code, 1, 1, Qt::AlignRight);
    }
    const QString why = whyLine(event);
    if (!why.isEmpty()) {
        auto *reason = line(why, ui::uiFont(ui::TextSize::Small), false, this);
        reason->setWordWrap(true);
        grid->addWidget(reason, 2, 0, 1, 2);
    }
    setAccessibleName(QStringLiteral("%1, %2, %3. %4").arg(word, ui::timeOfDay(event.at), sourceLine(event), why));
}

void TimelineRow::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &tokens = ui::Tokens::current();
    const int x = dotRadius + 3;
    painter.setPen(QPen(palette().color(QPalette::Mid), 1.5));
    if (!m_isFirst)
        painter.drawLine(QPointF(x, 0), QPointF(x, dotAt - dotRadius - 3));
    if (!m_isLast)
        painter.drawLine(QPointF(x, dotAt + dotRadius + 3), QPointF(x, height()));
    const QColor color = tokens.toneText(m_tone);
    painter.setPen(QPen(color, 1.8));
    painter.setBrush(m_moved ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QPointF(x, dotAt), dotRadius, dotRadius);
}

} // namespace wemo::pages::sms
