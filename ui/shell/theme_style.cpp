#include "ui/shell/theme_style.h"

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace wemo::ui {

namespace {
constexpr int motionMs = 120;

void drawCheckBox(const QStyleOption &option, QPainter &painter) {
    const Tokens &tokens = Tokens::current();
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = option.state & QStyle::State_HasFocus;
    QRectF box(option.rect);
    box.adjust(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.color(focused         ? "focus"
                                     : on && enabled ? "accent"
                                                     : "control-border"),
                        focused ? 2 : 1.2));
    painter.setBrush(!enabled ? tokens.color("sunken") : on ? tokens.color("accent") : tokens.color("surface"));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(
        QPen(tokens.color(enabled ? "on-accent" : "text-disabled"), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    if (option.state & QStyle::State_NoChange)
        painter.drawLine(c - QPointF(3.5, 0), c + QPointF(3.5, 0));
    else if (on)
        painter.drawPolyline(QPolygonF{c + QPointF(-3.6, 0.2), c + QPointF(-1.1, 2.8), c + QPointF(3.8, -2.8)});
    painter.restore();
}
} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle("Fusion") {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const {
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        drawCheckBox(*option, *painter);
    else if (element != PE_FrameFocusRect)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const {
    if (hint == SH_Widget_Animation_Duration)
        return qEnvironmentVariableIsSet("WEMO_NO_MOTION") ? 0 : motionMs;
    if (hint == SH_EtchDisabledText || hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace wemo::ui
