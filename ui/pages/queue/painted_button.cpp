#include "ui/pages/queue/painted_button.h"

#include "ui/pages/queue/queue_text.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace wemo::pages::queue {

using ui::TextSize;
using ui::Tokens;
using ui::Tone;

namespace {
constexpr int padding = 12;
constexpr int barWidth = 44;
constexpr int barHeight = 6;
} // namespace

PaintedButton::PaintedButton(QWidget *parent)
    : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaintedButton::setStale(bool stale) {
    m_stale = stale;
    update();
}

QColor PaintedButton::textColor() const {
    return Tokens::current().color(m_stale ? QStringLiteral("text-muted") : QStringLiteral("text"));
}

void PaintedButton::paintFocus(QPainter &painter) const {
    if (!hasFocus())
        return;
    painter.setPen(QPen(Tokens::current().color(QStringLiteral("focus")), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), ui::metrics::radius, ui::metrics::radius);
}

void PaintedButton::paintLine(QPainter &painter, const QRect &box, const QFont &font, const QColor &color,
                              const QString &text) const {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
}

LaneCard::LaneCard(QWidget *parent)
    : PaintedButton(parent) {
    setCheckable(true);
    setAutoExclusive(true);
}

void LaneCard::setQueue(const wemo::queue::QueueSummary &queue) {
    m_name = queue.name;
    m_title = queueTitle(queue.name);
    m_work = workLine(queue.counts);
    m_pill.reset();
    if (queue.paused)
        m_pill = ui::Pill{Tone::Warning, tr("Paused")};
    else if (queue.limit && queue.limit->fill >= 1)
        m_pill = ui::Pill{Tone::Info, tr("At its limit")};
    else if (queue.workers.isEmpty())
        m_pill = ui::Pill{Tone::Danger, tr("No worker")};
    QStringList parts{m_title};
    if (m_pill)
        parts.append(m_pill->word);
    parts.append(m_work);
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(m_name);
    update();
}

void LaneCard::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Tokens::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString ground = isChecked() ? QStringLiteral("accent-tint") : QStringLiteral("surface");
    const QString border = isChecked() ? QStringLiteral("accent-text") : QStringLiteral("hairline");
    painter.setPen(tokens.color(border));
    painter.setBrush(tokens.color(underMouse() && !isChecked() ? QStringLiteral("hover") : ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRect inside = rect().adjusted(padding, 9, -padding, -9);
    int room = inside.width();
    if (m_pill) {
        const int width = ui::pillSize(*m_pill, font()).width();
        ui::paintPill(painter, QRect(inside.right() + 1 - width, inside.top(), width, 20), *m_pill, font());
        room -= width + 8;
    }
    const QFont heading = ui::uiFont(TextSize::Body, QFont::DemiBold);
    const QColor strong = isChecked() ? tokens.color(QStringLiteral("accent-text")) : textColor();
    paintLine(painter, {inside.left(), inside.top(), room, 20}, heading, strong, m_title);
    const int used = QFontMetrics(heading).horizontalAdvance(m_title) + 10;
    const QColor muted = tokens.color(QStringLiteral("text-muted"));
    if (m_title != m_name && room - used > 60)
        paintLine(painter, {inside.left() + used, inside.top() + 1, room - used, 20},
                  ui::monospaceFont(TextSize::Small), muted, m_name);
    paintLine(painter, {inside.left(), inside.bottom() - 17, inside.width(), 18}, ui::uiFont(TextSize::Small),
              isStale() ? muted : tokens.color(QStringLiteral("text")), m_work);
    paintFocus(painter);
}

StateTab::StateTab(wemo::queue::JobState state, QWidget *parent)
    : PaintedButton(parent)
    , m_state(state) {
    setObjectName(QStringLiteral("state-") + toString(state));
    setCheckable(true);
    setAutoExclusive(true);
    rename();
}

void StateTab::setCount(std::optional<qint64> count) {
    m_count = count;
    rename();
    update();
}

void StateTab::rename() {
    const QString figure = m_count ? QLocale().toString(*m_count) : QString();
    setAccessibleName(QStringLiteral("%1 %2").arg(stateWord(m_state), figure).trimmed());
}

void StateTab::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        rename();
    PaintedButton::changeEvent(event);
}

void StateTab::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Tokens::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && !isChecked())
        painter.fillRect(rect().adjusted(0, 0, 0, -2), tokens.color(QStringLiteral("hover")));
    const QColor accent = tokens.color(QStringLiteral("accent-text"));
    const bool bad = m_state == wemo::queue::JobState::Failed && m_count.value_or(0) > 0 && !isStale();
    const QColor figure = bad ? tokens.toneText(Tone::Danger) : isChecked() && !isStale() ? accent : textColor();
    const QRect inside = rect().adjusted(padding, 6, -4, -6);
    const QString text = m_count ? QLocale().toString(*m_count) : QStringLiteral("–");
    QFont large = ui::uiFont(TextSize::Title, QFont::DemiBold);
    if (QFontMetrics(large).horizontalAdvance(text) > inside.width()) // a million, beside the details
        large = ui::uiFont(TextSize::Heading, QFont::DemiBold);
    paintLine(painter, {inside.left(), inside.top(), inside.width(), 26}, large, figure, text);
    paintLine(painter, {inside.left(), inside.top() + 26, inside.width(), 18},
              ui::uiFont(TextSize::Small, isChecked() ? QFont::DemiBold : QFont::Normal),
              isChecked() ? accent : tokens.color(QStringLiteral("text-muted")), stateWord(m_state));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.color(QStringLiteral("hairline")));
    if (isChecked())
        painter.fillRect(QRect(0, height() - 2, width(), 2), accent);
    paintFocus(painter);
}

FactCell::FactCell(QWidget *parent)
    : PaintedButton(parent) {}

void FactCell::setFact(const QString &name, const QString &value, const QString &toolTip) {
    m_name = name;
    m_value = value;
    setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    setToolTip(toolTip.isEmpty() ? value : toolTip);
    setAccessibleDescription(toolTip);
    update();
}

void FactCell::setFill(std::optional<double> fill) {
    m_fill = fill;
    update();
}

void FactCell::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Tokens::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && isEnabled()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.color(QStringLiteral("hover")));
        painter.drawRoundedRect(rect(), ui::metrics::radius, ui::metrics::radius);
    }
    QRect box = rect().adjusted(4, 2, -4, -2);
    const QColor muted = tokens.color(QStringLiteral("text-muted"));
    paintLine(painter, {box.left(), box.top(), box.width(), 17}, ui::uiFont(TextSize::Small), muted, m_name);
    box.setTop(box.top() + 17);
    if (m_fill) {
        const QRectF track(box.left(), box.center().y() - barHeight / 2.0 + 0.5, barWidth, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.color(QStringLiteral("pressed")));
        painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
        painter.setBrush(tokens.toneText(*m_fill <= 0 ? Tone::Warning : Tone::Success));
        const double width = std::clamp(*m_fill, 0.0, 1.0) * barWidth;
        if (width >= 1)
            painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(width, double(barHeight)), barHeight)),
                                    barHeight / 2.0, barHeight / 2.0);
        box.setLeft(box.left() + barWidth + 8);
    }
    paintLine(painter, box, ui::uiFont(TextSize::Body, QFont::Medium), textColor(), m_value);
    paintFocus(painter);
}

} // namespace wemo::pages::queue
