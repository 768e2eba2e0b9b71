#include "ui/widgets/action_table.h"

#include <QAction>
#include <QKeyEvent>
#include <QPushButton>

namespace wemo::ui {

ActionTable::ActionTable(QWidget *parent)
    : ListTable(parent) {
    setSelectionMode(ExtendedSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QAction *ActionTable::actionFor(const QKeyEvent &event) const {
    const QKeySequence pressed(event.keyCombination());
    const QList<QAction *> own = actions();
    for (QAction *action : own)
        if (action->isVisible() && action->shortcuts().contains(pressed))
            return action;
    return nullptr;
}

bool ActionTable::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return ListTable::event(event);
}

void ActionTable::keyPressEvent(QKeyEvent *event) {
    if (QAction *action = actionFor(*event)) {
        action->trigger();
        return event->accept();
    }
    ListTable::keyPressEvent(event);
}

QPushButton *actionButton(QAction *action, QWidget *parent) {
    auto *button = new QPushButton(parent);
    button->setObjectName(QStringLiteral("do-") + action->objectName());
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setVisible(action->isVisible());
        button->setEnabled(action->isEnabled());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->toolTip() : QStringLiteral("%1 (%2)").arg(action->toolTip(), keys));
    };
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

} // namespace wemo::ui
