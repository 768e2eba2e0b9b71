#pragma once
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace wemo::ui {

/// Sets a property the style sheet selects by, and applies the style again when it changed.
inline void setUiProperty(QWidget *widget, const char *name, const QVariant &value) {
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace wemo::ui
