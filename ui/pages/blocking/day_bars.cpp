#include "ui/pages/blocking/day_bars.h"

#include "ui/widgets/chart_scale.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace wemo::pages::blocking {

using ui::Tokens;
using wemo::blocking::PreviewDay;

namespace {
constexpr int header = 34, footer = 20, axis = 40;
constexpr double widestBar = 28;

QString dayText(const QDate &day) {
    return day.toString(QStringLiteral("MM/dd"));
}

ui::ValueScale scaleOf(const QList<PreviewDay> &days) {
    qint64 highest = 1;
    for (const PreviewDay &day : days)
        highest = std::max(highest, day.refused);
    return ui::ValueScale::linear(static_cast<double>(highest), 3);
}
} // namespace

DayBars::DayBars(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("dayBars"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void DayBars::setDays(QList<PreviewDay> days) {
    m_days = std::move(days);
    m_cursor.reset();
    describe();
    update();
}

QString DayBars::readOut(int day) const {
    const PreviewDay &shown = m_days.at(day);
    const QLocale locale;
    return tr("%1: %2 of %3 refused")
        .arg(dayText(shown.day), locale.toString(shown.refused), locale.toString(shown.decisions));
}

int DayBars::shown() const {
    if (m_cursor)
        return *m_cursor;
    const auto highest = std::max_element(
        m_days.cbegin(), m_days.cend(), [](const PreviewDay &a, const PreviewDay &b) { return a.refused < b.refused; });
    return static_cast<int>(highest - m_days.cbegin());
}

QRectF DayBars::plot() const {
    return QRectF(axis, header, width() - axis, height() - header - footer);
}

QRectF DayBars::barOf(int day) const {
    const QRectF area = plot();
    const double slot = area.width() / static_cast<double>(m_days.size());
    const double wide = std::min(widestBar, slot * 0.7);
    const double high = area.height() * scaleOf(m_days).position(static_cast<double>(m_days.at(day).refused));
    return {area.left() + slot * day + (slot - wide) / 2, area.bottom() - high, wide, high};
}

void DayBars::paintAxis(QPainter &painter) const {
    const QRectF area = plot();
    const ui::ValueScale scale = scaleOf(m_days);
    for (const double tick : scale.ticks()) {
        const double y = area.bottom() - area.height() * scale.position(tick);
        painter.setPen(Tokens::current().color(QStringLiteral("hairline")));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(Tokens::current().color(QStringLiteral("text-muted")));
        painter.drawText(QRectF(0, y - 8, axis - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(tick, 'f', 0));
    }
    const int every =
        std::max(1, static_cast<int>(static_cast<double>(m_days.size()) * 44 / std::max(1.0, area.width())) + 1);
    for (int day = 0; day < m_days.size(); day += every) {
        const QRectF bar = barOf(day);
        painter.drawText(QRectF(bar.center().x() - 24, area.bottom() + 4, 48, footer - 4), Qt::AlignCenter,
                         dayText(m_days.at(day).day));
    }
}

void DayBars::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::uiFont(ui::TextSize::Small));
    if (m_days.isEmpty())
        return;
    painter.setPen(Tokens::current().color(QStringLiteral("text")));
    painter.drawText(QRectF(0, 0, width(), 20), Qt::AlignLeft | Qt::AlignVCenter, readOut(shown()));
    paintAxis(painter);
    for (int day = 0; day < m_days.size(); ++day) {
        const bool chosen = day == shown();
        painter.setPen(Qt::NoPen);
        painter.setBrush(chosen ? Tokens::current().color(QStringLiteral("accent"))
                                : Tokens::current().toneText(ui::Tone::Warning));
        painter.drawRoundedRect(barOf(day), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(Tokens::current().color(QStringLiteral("focus")), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void DayBars::move(std::optional<int> day) {
    if (day == m_cursor)
        return;
    m_cursor = day;
    describe();
    update();
}

void DayBars::mouseMoveEvent(QMouseEvent *event) {
    const QRectF area = plot();
    const double x = event->position().x() - area.left();
    if (m_days.isEmpty() || x < 0)
        return move(std::nullopt);
    const int day = static_cast<int>(x * static_cast<double>(m_days.size()) / area.width());
    move(std::clamp(day, 0, static_cast<int>(m_days.size()) - 1));
}

void DayBars::leaveEvent(QEvent *event) {
    move(std::nullopt);
    QWidget::leaveEvent(event);
}

void DayBars::keyPressEvent(QKeyEvent *event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_days.isEmpty())
        return QWidget::keyPressEvent(event);
    move(std::clamp(shown() + step, 0, static_cast<int>(m_days.size()) - 1));
}

void DayBars::focusOutEvent(QFocusEvent *event) {
    move(std::nullopt);
    QWidget::focusOutEvent(event);
}

void DayBars::describe() {
    setAccessibleName(tr("Refused each day"));
    QStringList lines;
    for (int day = 0; day < m_days.size(); ++day)
        lines.append(readOut(day));
    setAccessibleDescription(m_cursor ? readOut(*m_cursor) : lines.join(QStringLiteral("; ")));
}

void DayBars::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace wemo::pages::blocking
