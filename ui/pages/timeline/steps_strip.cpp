#include "ui/pages/timeline/steps_strip.h"

#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QPainter>

namespace wemo::pages::timeline {

using wemo::pricing::IntervalStatus;

StepsStrip::StepsStrip(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("intervalSteps"));
    setFixedHeight(48);
    follow();
}

void StepsStrip::setStatus(IntervalStatus status) {
    m_status = status;
    follow();
}

QStringList StepsStrip::words() {
    return {pricing::statusWord(IntervalStatus::Draft), pricing::statusWord(IntervalStatus::Submitted), tr("Approved"),
            pricing::statusWord(IntervalStatus::Scheduled), pricing::statusWord(IntervalStatus::Effective)};
}

/// The step it is on; those before are done. Withdrawn = none.
int StepsStrip::reached() const {
    switch (m_status) {
    case IntervalStatus::Draft:
        return 0;
    case IntervalStatus::Submitted:
        return 1;
    case IntervalStatus::Scheduled:
        return 3;
    case IntervalStatus::Effective:
        return 4;
    case IntervalStatus::Ended:
        return 5;
    case IntervalStatus::Withdrawn:
        break;
    }
    return -1;
}

void StepsStrip::follow() {
    setAccessibleName(tr("Progress: %1").arg(pricing::statusWord(m_status)));
    update();
}

void StepsStrip::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

void StepsStrip::paintEvent(QPaintEvent *) {
    const ui::Tokens &tokens = ui::Tokens::current();
    const QColor done = tokens.color(QStringLiteral("accent"));
    const QColor ahead = tokens.color(QStringLiteral("control-border"));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QStringList names = words();
    const int column = width() / static_cast<int>(names.size());
    constexpr int middle = 14;
    for (int i = 0; i < names.size(); ++i) {
        const int x = column * i + column / 2;
        if (i > 0) {
            painter.setPen(QPen(i <= reached() ? done : ahead, 2));
            painter.drawLine(x - column + 8, middle, x - 8, middle);
        }
        const bool isDone = i < reached();
        const bool isHere = i == reached();
        painter.setPen(QPen(isDone || isHere ? done : ahead, 2));
        painter.setBrush(isDone ? done : tokens.color(QStringLiteral("surface")));
        painter.drawEllipse(QPoint(x, middle), 6, 6);
        if (isHere) {
            painter.setBrush(done);
            painter.drawEllipse(QPoint(x, middle), 2, 2);
        }
        painter.setPen(tokens.color(isHere ? QStringLiteral("accent-text") : QStringLiteral("text-muted")));
        const QFont font = ui::uiFont(ui::TextSize::Small, isHere ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.drawText(QRect(column * i, 26, column, 18), Qt::AlignCenter,
                         QFontMetrics(font).elidedText(names.at(i), Qt::ElideRight, column - 2));
    }
}

} // namespace wemo::pages::timeline
