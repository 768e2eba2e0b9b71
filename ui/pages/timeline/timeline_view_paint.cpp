// The part of TimelineView that draws: only rows and bars in sight, texts laid out once.
#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/pages/timeline/interval_text.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/widgets/tokens.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;
using ui::Tokens;
using ui::Tone;

namespace {
constexpr int padding = 6;
constexpr int smallestLabel = 10;
constexpr int mostTexts = 4'000;

QColor color(const char *name) {
    return Tokens::current().color(QLatin1StringView(name));
}
QColor faint(QColor color, int alpha) {
    color.setAlpha(alpha);
    return color;
}

/// Beside its colour every status has its own pattern.
struct Look {
    Qt::BrushStyle pattern;
    Qt::PenStyle border;
};
Look lookOf(IntervalStatus status) {
    switch (status) {
    case IntervalStatus::Draft:
        return {Qt::NoBrush, Qt::DashLine};
    case IntervalStatus::Submitted:
        return {Qt::Dense7Pattern, Qt::DotLine};
    case IntervalStatus::Scheduled:
        return {Qt::BDiagPattern, Qt::SolidLine};
    case IntervalStatus::Effective:
        return {Qt::SolidPattern, Qt::SolidLine};
    case IntervalStatus::Ended:
        return {Qt::NoBrush, Qt::NoPen};
    case IntervalStatus::Withdrawn:
        break;
    }
    return {Qt::DiagCrossPattern, Qt::DotLine};
}
} // namespace

void TimelineView::drawText(QPainter &painter, const QPoint &at, const QString &text, const QFont &font, int width) {
    if (width < 8)
        return;
    const int bucket = std::min(width / 8, 200);
    const QString key = QString::number(font.pixelSize() * 1000 + bucket) + QChar(font.weight() > 500 ? u'b' : u'n') +
                        QChar(font.fixedPitch() ? u'm' : u'p') + text;
    if (m_texts.size() > mostTexts)
        m_texts.clear();
    auto found = m_texts.find(key);
    if (found == m_texts.end()) {
        QStaticText laid(QFontMetrics(font).elidedText(text, Qt::ElideRight, bucket * 8));
        laid.setTextFormat(Qt::PlainText);
        laid.setPerformanceHint(QStaticText::AggressiveCaching);
        laid.prepare({}, font);
        found = m_texts.insert(key, laid);
    }
    painter.setFont(font);
    painter.drawStaticText(at.x(), at.y() - static_cast<int>(found->size().height() / 2), *found);
}

void TimelineView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color("surface"));
    const int first = std::max(0, verticalScrollBar()->value() / rowHeight);
    const int shown = (viewport()->height() - axisHeight) / rowHeight + 2;
    const int last = std::min(static_cast<int>(m_rows.size()), first + shown);
    painter.setClipRect(QRect(nameWidth(), axisHeight, chartWidth(), viewport()->height()));
    painter.setPen(color("hairline"));
    for (const Tick &tick : TimeAxis::ticks(m_scale, chartWidth()))
        painter.drawLine(xOf(tick.at), axisHeight, xOf(tick.at), viewport()->height());
    for (int row = first; row < last; ++row)
        paintRow(painter, row);
    paintMotion(painter);
    painter.setClipRect(QRect(0, axisHeight, nameWidth(), viewport()->height()));
    for (int row = first; row < last; ++row)
        paintName(painter, row);
    painter.setClipping(false);
    painter.setPen(color("hairline"));
    painter.drawLine(nameWidth() - 1, 0, nameWidth() - 1, viewport()->height());
    paintAxis(painter);
    paintNow(painter);
    if (hasFocus()) {
        painter.setPen(QPen(color("focus"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void TimelineView::paintRow(QPainter &painter, int row) {
    const int top = rowTop(row);
    if (row == m_row)
        painter.fillRect(QRect(nameWidth(), top, chartWidth(), rowHeight - 1), faint(color("selection"), 110));
    painter.setPen(color("hairline"));
    painter.drawLine(nameWidth(), top + rowHeight - 1, viewport()->width(), top + rowHeight - 1);
    paintGaps(painter, row);
    const int right = viewport()->width();
    for (const Bar &bar : m_rows.at(row).bars) {
        if (m_motion && m_motion->draft().id == bar.interval.id)
            continue;
        const QRect box = barRect(row, bar.interval, bar.lane());
        if (box.right() < nameWidth() || box.left() > right)
            continue;
        paintBar(painter, box, bar, row == m_row && bar.interval.id == m_interval);
    }
}

void TimelineView::paintName(QPainter &painter, int row) {
    const Plan &plan = m_rows.at(row).plan;
    const QRect box(0, rowTop(row), nameWidth() - 1, rowHeight - 1);
    painter.fillRect(box, row == m_row ? color("selection") : color("surface"));
    painter.setPen(color("hairline"));
    painter.drawLine(box.left(), box.bottom() + 1, box.right(), box.bottom() + 1);
    const int width = box.width() - 24 - padding;
    painter.setPen(plan.retiredAt ? color("text-muted") : color("text"));
    drawText(painter, {box.left() + 24, box.top() + 15}, pages::pricing::planName(plan),
             row == m_row ? m_strong : m_body, width);
    painter.setPen(color("text-muted"));
    const QString code = plan.retiredAt ? tr("%1 · retired").arg(plan.code) : plan.code;
    drawText(painter, {box.left() + 24, box.top() + 34}, code, m_mono, width);
}

void TimelineView::paintGaps(QPainter &painter, int row) {
    for (const Gap &gap : m_rows.at(row).gaps)
        paintGap(painter, row, gap.from, gap.to);
}

void TimelineView::paintGap(QPainter &painter, int row, Instant from, const std::optional<Instant> &to) {
    const int left = std::max(nameWidth() - 4, xOf(from));
    const int right = std::min(viewport()->width() + 4, to ? xOf(*to) : viewport()->width() + 4);
    if (right <= left)
        return;
    const QRect box(left, rowTop(row) + 4, std::max(3, right - left - 1), 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(faint(Tokens::current().toneText(Tone::Danger), 130), Qt::FDiagPattern));
    painter.drawRect(box);
    const QString text = tr("no price");
    const int width = widthOf(text) + 12;
    if (box.width() < width + 4)
        return;
    const QRect plate(box.left() + 4, box.top() + 2, width, box.height() - 4);
    painter.setBrush(color("surface"));
    painter.drawRect(plate);
    painter.setPen(Tokens::current().toneText(Tone::Danger));
    drawText(painter, {plate.left() + padding, plate.center().y() + 1}, text, m_small, width);
}

void TimelineView::paintBar(QPainter &painter, const QRect &box, const Bar &bar, bool isCurrent) {
    const Tokens &tokens = Tokens::current();
    const Tone tone = pages::pricing::statusTone(bar.status);
    const QColor text = m_stale ? color("text-muted") : tokens.toneText(tone);
    const Look look = lookOf(bar.status);
    // What lies outside is not drawn: a bar may be a hundred thousand pixels long.
    const QRect seen = box & QRect(nameWidth() - 8, box.top(), chartWidth() + 16, box.height());
    const bool isOutline = bar.status == IntervalStatus::Draft || bar.status == IntervalStatus::Withdrawn;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isOutline ? color("surface") : tokens.toneTint(tone));
    painter.drawRect(seen);
    if (look.pattern != Qt::NoBrush && look.pattern != Qt::SolidPattern) {
        painter.setBrush(QBrush(faint(text, 70), look.pattern));
        painter.drawRect(seen);
    }
    if (look.pattern == Qt::SolidPattern)
        painter.fillRect(QRect(seen.left(), seen.bottom() - 1, seen.width(), 2), text);
    if (look.border != Qt::NoPen) {
        painter.setPen(QPen(faint(text, isOutline ? 255 : 150), 1, look.border));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(seen.adjusted(0, 0, -1, -1));
    }
    if (isCurrent) {
        painter.setPen(QPen(color("focus"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(seen.adjusted(1, 1, -1, -1));
    }
    const int room = seen.width() - 2 * padding;
    if (room < smallestLabel)
        return;
    const QString version = QStringLiteral("v%1").arg(bar.version);
    const QString label = QStringLiteral("%1 %2").arg(version, pages::pricing::statusWord(bar.status));
    if (room >= widthOf(label))
        paintLabel(painter, seen, label, text);
    else if (room >= widthOf(version))
        paintLabel(painter, seen, version, text);
}

int TimelineView::widthOf(const QString &label) const {
    auto found = m_widths.constFind(label);
    if (found == m_widths.cend()) {
        if (m_widths.size() > mostTexts)
            m_widths.clear();
        found = m_widths.insert(label, QFontMetrics(m_small).horizontalAdvance(label));
    }
    return *found;
}

void TimelineView::paintLabel(QPainter &painter, const QRect &box, const QString &text, const QColor &ink) {
    painter.setPen(ink);
    drawText(painter, {std::max(box.left(), nameWidth()) + padding, box.center().y()}, text, m_small,
             widthOf(text) + 8);
}

void TimelineView::paintMotion(QPainter &painter) {
    if (!m_motion || m_motionRow >= m_rows.size())
        return;
    const Row &row = m_rows.at(m_motionRow);
    const Interval &draft = m_motion->draft();
    const QColor danger = Tokens::current().toneText(Tone::Danger);
    const QColor warning = Tokens::current().toneText(Tone::Warning);
    QStringList says{pages::pricing::spanText(draft.from, draft.to)};
    bool isWrong = false;
    for (const TimelineProblem &problem : m_motion->problems()) {
        says.append(problemText(problem, row.intervals()));
        if (problem.fault == TimelineFault::Gap) {
            paintGap(painter, m_motionRow, problem.gapFrom, problem.gapTo);
            continue;
        }
        isWrong = true;
        if (const Bar *other = row.bar(problem.other)) {
            const QRect both =
                barRect(m_motionRow, other->interval, 0) &
                QRect(xOf(draft.from), 0, draft.to ? xOf(*draft.to) - xOf(draft.from) : 100'000, 100'000);
            painter.setPen(QPen(danger, 2));
            painter.setBrush(QBrush(faint(danger, 90), Qt::DiagCrossPattern));
            painter.drawRect(both & viewport()->rect().adjusted(-4, 0, 4, 0));
        }
    }
    const QRect box = barRect(m_motionRow, draft, 1) & viewport()->rect().adjusted(-4, -20, 4, 20);
    const QColor ink = isWrong ? danger : m_motion->problems().isEmpty() ? color("accent-text") : warning;
    painter.setPen(QPen(ink, 2, Qt::DashLine));
    painter.setBrush(color("surface"));
    painter.drawRect(box.adjusted(1, 1, -1, -1));
    painter.setPen(QPen(ink, 1, Qt::DotLine));
    painter.drawLine(box.left(), axisHeight, box.left(), viewport()->height());
    if (draft.to)
        painter.drawLine(box.right(), axisHeight, box.right(), viewport()->height());
    // The read-out stands below the row, above it at the bottom.
    const QFontMetrics metrics(m_small);
    int width = 0;
    for (QString &line : says) {
        line = metrics.elidedText(line, Qt::ElideRight, chartWidth() - 40);
        width = std::max(width, metrics.horizontalAdvance(line) + 20);
    }
    const int height = static_cast<int>(says.size()) * metrics.lineSpacing() + 10;
    int top = rowTop(m_motionRow) + rowHeight + 2;
    if (top + height > viewport()->height())
        top = rowTop(m_motionRow) - height - 2;
    const int left =
        std::clamp(box.left(), nameWidth() + 4, std::max(nameWidth() + 4, viewport()->width() - width - 4));
    const QRect plate(left, top, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color("toast"));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(color("on-toast"));
    painter.setFont(m_small);
    painter.drawText(plate.adjusted(10, 5, -10, -5), Qt::AlignLeft | Qt::AlignVCenter, says.join(u'\n'));
}

void TimelineView::paintAxis(QPainter &painter) {
    painter.fillRect(QRect(0, 0, viewport()->width(), axisHeight), color("sunken"));
    painter.setClipRect(QRect(nameWidth(), 0, chartWidth(), axisHeight));
    const QList<Tick> headings = TimeAxis::headings(m_scale, chartWidth());
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const int left = std::max(xOf(headings.at(i).at), nameWidth());
        const int right = i + 1 < headings.size() ? xOf(headings.at(i + 1).at) : viewport()->width();
        painter.setPen(color("text"));
        if (const int room = right - left - 12; room > 20)
            drawText(painter, {left + padding, 12}, headings.at(i).text, m_small, room + 6);
        painter.setPen(color("control-border"));
        painter.drawLine(xOf(headings.at(i).at), 0, xOf(headings.at(i).at), axisHeight);
    }
    for (const Tick &tick : TimeAxis::ticks(m_scale, chartWidth())) {
        painter.setPen(color("control-border"));
        painter.drawLine(xOf(tick.at), 24, xOf(tick.at), axisHeight);
        painter.setPen(color("text-muted"));
        drawText(painter, {xOf(tick.at) + 4, 33}, tick.text, m_small, 80);
    }
    painter.setClipping(false);
    painter.setPen(color("text-muted"));
    drawText(painter, {24, 33}, tr("%n plan(s)", nullptr, static_cast<int>(m_rows.size())), m_small, nameWidth() - 30);
    painter.setPen(color("hairline"));
    painter.drawLine(0, axisHeight - 1, viewport()->width(), axisHeight - 1);
}

void TimelineView::paintNow(QPainter &painter) {
    const int x = xOf(m_now);
    if (x < nameWidth() || x > viewport()->width())
        return;
    const QColor ink = color("accent");
    painter.setPen(QPen(ink, 2));
    painter.drawLine(x, 20, x, viewport()->height());
    const QString text = tr("Now");
    const int width = QFontMetrics(m_small).horizontalAdvance(text) + 12;
    const QRect plate(std::clamp(x - width / 2, nameWidth(), viewport()->width() - width), 3, width, 18);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(color("on-accent"));
    painter.setFont(m_small);
    painter.drawText(plate, Qt::AlignCenter, text);
}

} // namespace wemo::pages::timeline
