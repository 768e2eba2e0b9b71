#include "ui/pages/delivery/delivery_funnel.h"

#include "ui/pages/delivery/delivery_text.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace wemo::pages::delivery {

using ui::TextSize;
using ui::Tokens;

namespace {
constexpr int lineHeight = 28;
constexpr int barHeight = 14;
constexpr int gap = 12;
constexpr int stepCount = 5;
} // namespace

DeliveryFunnel::DeliveryFunnel(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("deliveryFunnel"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    describe();
}

void DeliveryFunnel::setStats(const wemo::delivery::DeliveryStats &stats) {
    m_stats = stats;
    describe();
    update();
}

QSize DeliveryFunnel::sizeHint() const {
    return {420, lineHeight * stepCount};
}
QSize DeliveryFunnel::minimumSizeHint() const {
    return {300, lineHeight * stepCount};
}

QList<DeliveryFunnel::Step> DeliveryFunnel::steps() const {
    return {{tr("Asked for"), m_stats.asked, 0},
            {tr("Taken by a gateway"), m_stats.accepted, m_stats.asked},
            {tr("Delivered"), m_stats.delivered, m_stats.accepted},
            {tr("Codes asked for"), m_stats.codes, 0},
            {tr("Codes used"), m_stats.verified, m_stats.codes}};
}

QString DeliveryFunnel::shareText(const Step &step) const {
    if (step.of == 0)
        return {};
    return percentText(static_cast<double>(step.count) / static_cast<double>(step.of));
}

void DeliveryFunnel::describe() {
    setAccessibleName(tr("Funnel"));
    QStringList parts;
    for (const Step &step : steps()) {
        const QString share = shareText(step);
        const QString count = QLocale().toString(step.count);
        parts.append(share.isEmpty() ? QStringLiteral("%1 %2").arg(step.name, count)
                                     : QStringLiteral("%1 %2 (%3)").arg(step.name, count, share));
    }
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void DeliveryFunnel::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Tokens::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = ui::uiFont(TextSize::Body);
    const QFontMetrics metrics(font);
    int names = 0, counts = 0;
    const QList<Step> all = steps();
    for (const Step &step : all) {
        names = std::max(names, metrics.horizontalAdvance(step.name));
        counts = std::max(counts, metrics.horizontalAdvance(QLocale().toString(step.count)));
    }
    const int shares = metrics.horizontalAdvance(QStringLiteral("100.0 %"));
    const int left = names + gap;
    const int right = counts + gap + shares + gap;
    const double room = std::max(20, width() - left - right);
    const double widest = static_cast<double>(std::max<qint64>(1, m_stats.asked));
    for (int i = 0; i < all.size(); ++i) {
        const Step &step = all.at(i);
        const QRectF line(0, i * lineHeight, width(), lineHeight);
        painter.setFont(font);
        painter.setPen(tokens.color(QStringLiteral("text")));
        painter.drawText(line.adjusted(0, 0, left - width(), 0), Qt::AlignLeft | Qt::AlignVCenter, step.name);
        const QRectF track(left, line.top() + (lineHeight - barHeight) / 2.0, room, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.toneTint(ui::Tone::Neutral));
        painter.drawRoundedRect(track, 3, 3);
        QRectF bar = track;
        bar.setWidth(step.count > 0 ? std::max(3.0, room * static_cast<double>(step.count) / widest) : 0);
        painter.setBrush(tokens.toneText(i < 3 ? ui::Tone::Info : ui::Tone::Success));
        painter.drawRoundedRect(bar, 3, 3);
        painter.setPen(tokens.color(QStringLiteral("text")));
        painter.drawText(QRectF(width() - right + gap, line.top(), counts, lineHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(step.count));
        painter.setPen(tokens.color(QStringLiteral("text-muted")));
        painter.drawText(QRectF(width() - shares, line.top(), shares, lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                         shareText(step));
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.color(QStringLiteral("focus")), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), ui::metrics::radius, ui::metrics::radius);
    }
}

void DeliveryFunnel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

} // namespace wemo::pages::delivery
