#include "ui/widgets/check_menu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace wemo::ui {

CheckMenu::CheckMenu(QWidget *parent)
    : QMenu(parent) {}

bool CheckMenu::staysOpen(const QAction *action) {
    return action && action->isEnabled() && action->isCheckable() && !action->actionGroup();
}

void CheckMenu::mouseReleaseEvent(QMouseEvent *event) {
    if (QAction *action = actionAt(event->position().toPoint()); staysOpen(action)) {
        action->trigger();
        return;
    }
    QMenu::mouseReleaseEvent(event);
}

void CheckMenu::keyPressEvent(QKeyEvent *event) {
    const bool toggles =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (toggles && staysOpen(activeAction())) {
        activeAction()->trigger();
        return;
    }
    QMenu::keyPressEvent(event);
}

} // namespace wemo::ui
