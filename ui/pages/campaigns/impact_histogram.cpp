#include "ui/pages/campaigns/impact_histogram.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/widgets/chart_scale.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace wemo::pages::campaigns {

using wemo::pricing::Impact;

namespace {
constexpr int middle = Impact::bins / 2;
constexpr int headerHeight = 44;
constexpr int footerHeight = 22;
constexpr int wantedSteps = 3;
constexpr int labelEvery = 5; ///< bins
constexpr int stride = 5;

/// From what change on a bar counts; bar `middle` is no change.
qint64 changeOf(int bin) {
    return static_cast<qint64>(bin - middle) * Impact::binWidth;
}

const char *colorOf(int bin) {
    return bin < middle ? "info-text" : bin > middle ? "accent" : "neutral-text";
}

void paintSwatch(QPainter &painter, const QRectF &bar, int bin) {
    const QColor color = ui::Tokens::current().color(QLatin1StringView(colorOf(bin)));
    painter.setPen(QPen(color, 1));
    painter.setBrush(bin < middle ? QBrush(color, Qt::BDiagPattern) : QBrush(color));
    painter.drawRect(bar);
}
} // namespace

struct ImpactHistogram::Frame {
    QRectF plot;
    ui::ValueScale values;
    double slot() const { return plot.width() / Impact::bins; }
    QRectF bar(int bin, double value) const {
        const double height = plot.height() * values.position(value);
        return {plot.left() + slot() * bin + 1, plot.bottom() - height, std::max(2.0, slot() - 2), height};
    }
};

ImpactHistogram::ImpactHistogram(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("impactHistogram"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void ImpactHistogram::setImpact(const Impact &impact) {
    m_impact = impact;
    m_cursor.reset();
    describe();
    update();
}

ImpactHistogram::Frame ImpactHistogram::frame() const {
    qint64 highest = 0;
    for (int bin = 0; bin < Impact::bins; ++bin)
        highest = bin == middle ? highest : std::max(highest, count(bin));
    if (highest == 0)
        highest = count(middle);
    const ui::ValueScale values =
        ui::ValueScale::linear(static_cast<double>(std::max<qint64>(highest, 1)), wantedSteps);
    const QFontMetrics metrics(ui::uiFont(ui::TextSize::Small));
    const int left = metrics.horizontalAdvance(QLocale().toString(std::llround(values.top()))) + 12;
    return {QRectF(rect()).adjusted(left, headerHeight, -32, -footerHeight), values};
}

QString ImpactHistogram::readOut(int bin) const {
    const qint64 change = changeOf(bin);
    const QString rides = QLocale().toString(count(bin));
    if (bin == middle)
        return tr("No change, or less than NT$%1: %2 rides").arg(Impact::binWidth).arg(rides);
    if (bin == 0 || bin == Impact::bins - 1)
        return tr("%1 and beyond: %2 rides").arg(twd(change, true), rides);
    const qint64 far = change + (bin < middle ? -(Impact::binWidth - 1) : Impact::binWidth - 1);
    return tr("%1 to %2: %3 rides").arg(twd(change, true), twd(far, true), rides);
}

void ImpactHistogram::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setFont(ui::uiFont(ui::TextSize::Small));
    if (hasFocus()) {
        painter.setPen(QPen(ui::Tokens::current().color("focus"), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), ui::metrics::radius, ui::metrics::radius);
    }
    const Frame all = frame();
    paintHeader(painter);
    paintAxes(painter, all);
    for (int bin = 0; bin < Impact::bins; ++bin)
        if (count(bin) > 0)
            paintBar(painter, all, bin);
}

void ImpactHistogram::paintHeader(QPainter &painter) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    painter.setPen(tokens.color("text"));
    painter.setFont(ui::uiFont(ui::TextSize::Small, QFont::DemiBold));
    painter.drawText(QRect(8, 4, width() - 16, 18), Qt::AlignLeft | Qt::AlignVCenter, tr("Change of a ride's fare"));
    painter.setFont(ui::uiFont(ui::TextSize::Small));
    if (m_cursor) {
        painter.drawText(QRect(8, 22, width() - 16, 18), Qt::AlignLeft | Qt::AlignVCenter, readOut(*m_cursor));
        return;
    }
    int x = 8;
    const std::pair<int, QString> legend[] = {
        {0, tr("pay less")}, {middle, tr("the same")}, {middle + 1, tr("pay more")}};
    for (const auto &entry : legend) {
        paintSwatch(painter, QRectF(x + 0.5, 26.5, 12, 9), entry.first);
        x += 18;
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRect(x, 22, width() - x, 18), Qt::AlignLeft | Qt::AlignVCenter, entry.second);
        x += painter.fontMetrics().horizontalAdvance(entry.second) + 16;
    }
}

void ImpactHistogram::paintAxes(QPainter &painter, const Frame &frame) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    for (const double tick : frame.values.ticks()) {
        const double y = std::round(frame.plot.bottom() - frame.plot.height() * frame.values.position(tick)) + 0.5;
        painter.setPen(tokens.color("hairline"));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRectF(0, y - 8, frame.plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(std::llround(tick)));
    }
    for (int bin = 0; bin < Impact::bins; bin += labelEvery) {
        const double x = frame.plot.left() + frame.slot() * (bin + 0.5);
        painter.drawText(QRectF(x - 32, frame.plot.bottom() + 4, 64, 16), Qt::AlignHCenter | Qt::AlignVCenter,
                         bin == middle ? QStringLiteral("0") : twd(changeOf(bin), true));
    }
}

void ImpactHistogram::paintBar(QPainter &painter, const Frame &frame, int bin) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    const double value = static_cast<double>(count(bin));
    const QRectF bar = frame.bar(bin, std::min(value, frame.values.top()));
    paintSwatch(painter, bar.adjusted(0, 0, -1, 0), bin);
    if (value > frame.values.top()) { // cut short: a gap in the bar
        const double y = bar.top() + 12;
        painter.fillRect(QRectF(bar.left() - 2, y, bar.width() + 4, 3), tokens.color("surface"));
    }
    if (m_cursor == bin) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.color("text"), 1.5));
        painter.drawRect(QRectF(bar.left() - 1.5, frame.plot.top(), bar.width() + 2, frame.plot.height()));
    }
}

void ImpactHistogram::move(std::optional<int> bin) {
    if (bin == m_cursor)
        return;
    m_cursor = bin;
    describe();
    update();
}

void ImpactHistogram::describe() {
    setAccessibleName(tr("Change of a ride's fare"));
    if (m_cursor)
        return setAccessibleDescription(readOut(*m_cursor));
    const QLocale locale;
    const auto &total = m_impact.total;
    setAccessibleDescription(tr("%1 rides pay more, %2 less, %3 the same")
                                 .arg(locale.toString(total.more), locale.toString(total.less),
                                      locale.toString(total.rides - total.more - total.less)));
}

void ImpactHistogram::mouseMoveEvent(QMouseEvent *event) {
    const Frame all = frame();
    move(std::clamp(static_cast<int>((event->position().x() - all.plot.left()) / all.slot()), 0, Impact::bins - 1));
}

void ImpactHistogram::leaveEvent(QEvent *event) {
    if (!hasFocus())
        move(std::nullopt);
    QWidget::leaveEvent(event);
}

void ImpactHistogram::focusOutEvent(QFocusEvent *event) {
    move(std::nullopt);
    QWidget::focusOutEvent(event);
}

void ImpactHistogram::keyPressEvent(QKeyEvent *event) {
    const int here = m_cursor.value_or(middle);
    int next = here;
    switch (event->key()) {
    case Qt::Key_Left:
        next = m_cursor ? here - 1 : here;
        break;
    case Qt::Key_Right:
        next = m_cursor ? here + 1 : here;
        break;
    case Qt::Key_PageUp:
        next = here - stride;
        break;
    case Qt::Key_PageDown:
        next = here + stride;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = Impact::bins - 1;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    move(std::clamp(next, 0, Impact::bins - 1));
}

void ImpactHistogram::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace wemo::pages::campaigns
