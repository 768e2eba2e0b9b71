#include "ui/widgets/timeline.h"

#include "ui/widgets/time_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace wemo::ui {

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
} // namespace

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void Timeline::setSteps(const QList<TimelineStep> &steps) {
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        m_rows->addWidget(new TimelineRow(steps.at(i), i == 0, i == steps.size() - 1, this));
    setAccessibleName(tr("Timeline, %n steps", nullptr, static_cast<int>(steps.size())));
}

TimelineRow::TimelineRow(const TimelineStep &step, bool isFirst, bool isLast, QWidget *parent)
    : QWidget(parent)
    , m_tone(step.tone)
    , m_moved(step.moved)
    , m_isFirst(isFirst)
    , m_isLast(isLast) {
    setObjectName("timelineRow");
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(gutter, 0, 0, isLast ? 0 : 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const QFont small = uiFont(TextSize::Small);
    grid->addWidget(line(step.word, uiFont(TextSize::Body, QFont::DemiBold), !m_moved, this), 0, 0);
    auto *time = line(timeOfDayMs(step.at), monospaceFont(TextSize::Small), true, this);
    time->setToolTip(dateAndTime(step.at));
    grid->addWidget(time, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    if (!step.source.isEmpty()) {
        auto *source = line(step.source, small, true, this);
        source->setToolTip(step.sourceToolTip);
        grid->addWidget(source, 1, 0);
    }
    if (!step.code.isEmpty()) {
        auto *code = line(step.code, monospaceFont(TextSize::Small), true, this);
        code->setObjectName("rawCode");
        grid->addWidget(code, 1, 1, Qt::AlignRight);
    }
    if (!step.reason.isEmpty()) {
        auto *reason = line(step.reason, small, false, this);
        reason->setWordWrap(true);
        grid->addWidget(reason, 2, 0, 1, 2);
    }
    setAccessibleName(QString("%1, %2, %3. %4").arg(step.word, timeOfDay(step.at), step.source, step.reason));
}

void TimelineRow::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int x = dotRadius + 3;
    painter.setPen(QPen(palette().color(QPalette::Mid), 1.5));
    if (!m_isFirst)
        painter.drawLine(QPointF(x, 0), QPointF(x, dotAt - dotRadius - 3));
    if (!m_isLast)
        painter.drawLine(QPointF(x, dotAt + dotRadius + 3), QPointF(x, height()));
    const QColor color = Tokens::current().toneText(m_tone);
    painter.setPen(QPen(color, 1.8));
    painter.setBrush(m_moved ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QPointF(x, dotAt), dotRadius, dotRadius);
}

} // namespace wemo::ui
