#pragma once
#include "ui/widgets/action_panel.h"

namespace wemo::ui {

/// The control of a field; calls `changed` whenever a person changes it and `entered` for Return in a line of text.
QWidget *makeActionInput(const ActionField &field, QObject *context, const std::function<void()> &changed,
                         const std::function<void()> &entered);
QVariant actionValue(const QWidget &input);

} // namespace wemo::ui
