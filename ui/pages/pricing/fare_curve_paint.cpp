// The part of FareCurve that paints.
#include "models/pricing/explain.h"
#include "ui/pages/pricing/fare_curve.h"
#include "ui/widgets/chart_scale.h"
#include "ui/widgets/tokens.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
constexpr int headerHeight = 40; ///< title and legend
constexpr int footerHeight = 18;
constexpr int wantedSteps = 4;
constexpr int markSpace = 40;
constexpr int swatch = 18;

double highest(const FareSamples &samples) {
    double most = 0;
    for (const auto &due : samples.due)
        most = std::max(most, static_cast<double>(due.value_or(0)));
    return most;
}

/// Old and new are told apart by dashes and width as well as by colour.
QPen penOf(bool isNew) {
    const ui::Tokens &tokens = ui::Tokens::current();
    QPen pen(tokens.color(isNew ? "accent-text" : "text-muted"), isNew ? 2 : 1.5, Qt::SolidLine, Qt::FlatCap,
             Qt::MiterJoin);
    if (!isNew)
        pen.setDashPattern({4, 3});
    return pen;
}
} // namespace

struct FareCurve::Frame {
    QRectF plot;
    ui::ValueScale values;
    qint64 range;
    double x(qint64 at) const {
        return plot.left() + plot.width() * static_cast<double>(at) / static_cast<double>(std::max<qint64>(1, range));
    }
    double y(qint64 due) const { return plot.bottom() - plot.height() * values.position(static_cast<double>(due)); }
};

FareCurve::Frame FareCurve::frame() const {
    const auto values = ui::ValueScale::linear(std::max({1.0, highest(m_before), highest(m_after)}), wantedSteps);
    const QFontMetrics metrics(ui::uiFont(ui::TextSize::Small));
    int left = 0;
    for (const double tick : values.ticks())
        left = std::max(left, metrics.horizontalAdvance(moneyText(std::llround(tick) * perTwd)));
    const FareSamples &samples = m_after.at.isEmpty() ? m_before : m_after;
    const QRectF plot = QRectF(rect()).adjusted(left + 14, headerHeight + 6, -16, -footerHeight - 2);
    return {plot, values, samples.at.isEmpty() ? 1 : samples.at.constLast()};
}

void FareCurve::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const ui::Tokens &tokens = ui::Tokens::current();
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.color("focus"), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), ui::metrics::radius, ui::metrics::radius);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    paintHeader(painter);
    if (m_before.at.isEmpty() && m_after.at.isEmpty()) {
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(rect().adjusted(8, headerHeight, -8, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Nothing to price yet."));
        return;
    }
    const Frame all = frame();
    paintAxes(painter, all);
    paintLine(painter, all, m_before, false);
    paintLine(painter, all, m_after, true);
    paintCursor(painter, all);
}

void FareCurve::paintHeader(QPainter &painter) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    const QRect line(6, 2, width() - 12, 18);
    painter.setFont(ui::uiFont(ui::TextSize::Small, QFont::DemiBold));
    painter.setPen(tokens.color("text"));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title());
    painter.setFont(ui::uiFont(ui::TextSize::Small));
    painter.setPen(tokens.color("text-muted"));
    const FareSamples &samples = m_after.at.isEmpty() ? m_before : m_after;
    if (m_cursor)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, placeText(samples.at.at(*m_cursor)));
    int x = 6;
    const auto legend = [&](const QString &name, const FareSamples &each, bool isNew) {
        if (each.at.isEmpty())
            return;
        painter.setPen(penOf(isNew));
        painter.drawLine(QPointF(x, 30.5), QPointF(x + swatch, 30.5));
        x += swatch + 6;
        const QString text = legendOf(name, each);
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRect(x, 21, width() - x, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += painter.fontMetrics().horizontalAdvance(text) + 16;
    };
    legend(m_oldName.isEmpty() ? tr("Now") : m_oldName, m_before, false);
    legend(m_newName.isEmpty() ? tr("New") : m_newName, m_after, true);
}

void FareCurve::paintAxes(QPainter &painter, const Frame &frame) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    for (const double tick : frame.values.ticks()) {
        const double y = std::round(frame.plot.bottom() - frame.plot.height() * frame.values.position(tick)) + 0.5;
        painter.setPen(tokens.color("hairline"));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRectF(0, y - 8, frame.plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         moneyText(std::llround(tick) * perTwd));
    }
    const int most = std::max(1, static_cast<int>(frame.plot.width()) / markSpace);
    const bool isLong = m_axis == FareAxis::Minutes && frame.range > 60;
    const auto rough = static_cast<double>(frame.range) / most;
    const double step = isLong ? std::ceil(rough / 30) * 30 : ui::niceStep(rough);
    for (double at = 0; at <= static_cast<double>(frame.range); at += step) {
        const double x = frame.x(std::llround(at));
        painter.setPen(tokens.color("hairline"));
        painter.drawLine(QPointF(x, frame.plot.bottom() + 1), QPointF(x, frame.plot.bottom() + 4));
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRectF(x - markSpace / 2.0, frame.plot.bottom() + 4, markSpace, 14),
                         Qt::AlignHCenter | Qt::AlignVCenter, QLocale().toString(std::llround(at)));
    }
}

/// A fare holds until the next unit begins, so it is drawn in steps.
void FareCurve::paintLine(QPainter &painter, const Frame &frame, const FareSamples &samples, bool isNew) const {
    QPainterPath path;
    bool isOpen = false;
    for (qsizetype i = 0; i < samples.at.size(); ++i) {
        if (!samples.due.at(i)) {
            isOpen = false;
            continue;
        }
        const QPointF here(frame.x(samples.at.at(i)), frame.y(*samples.due.at(i)));
        if (!isOpen) {
            path.moveTo(here);
        } else {
            path.lineTo(path.currentPosition().x(), here.y());
            path.lineTo(here);
        }
        isOpen = true;
    }
    painter.strokePath(path, penOf(isNew));
}

void FareCurve::paintCursor(QPainter &painter, const Frame &frame) const {
    if (!m_cursor)
        return;
    const FareSamples &samples = m_after.at.isEmpty() ? m_before : m_after;
    const double x = std::round(frame.x(samples.at.at(*m_cursor))) + 0.5;
    painter.setPen(QPen(ui::Tokens::current().color("control-border"), 1));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool isNew : {false, true}) {
        const std::optional<qint64> due = (isNew ? m_after : m_before).due.value(*m_cursor);
        if (!due)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(penOf(isNew).color());
        painter.drawEllipse(QPointF(x, frame.y(*due)), 3.5, 3.5);
    }
}

void FareCurve::mouseMoveEvent(QMouseEvent *event) {
    const FareSamples &samples = m_after.at.isEmpty() ? m_before : m_after;
    if (samples.at.isEmpty())
        return;
    const Frame all = frame();
    const double part = (event->position().x() - all.plot.left()) / all.plot.width();
    const auto last = static_cast<int>(samples.at.size()) - 1;
    move(std::clamp(static_cast<int>(std::lround(part * last)), 0, last));
}

} // namespace wemo::pages::pricing
