#include "ui/pages/blocking/block_actions.h"

#include "ui/widgets/icons.h"

#include <QLocale>

namespace wemo::pages::blocking {

BlockActions::BlockActions(QObject *parent)
    : QObject(parent)
    , lift(make("block-lift", "unlock", "Ctrl+L"))
    , extend(make("block-extend", "chronometer", "Ctrl+E"))
    , ban(make("block-ban", "dialog-cancel", "Ctrl+B"))
    , history(make("block-history", "view-history", "Ctrl+H")) {
    follow(false, 0);
}

QAction *BlockActions::make(const char *id, const char *iconName, const char *keys) {
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(id));
    action->setIcon(ui::icon(QLatin1StringView(iconName)));
    action->setShortcut(QKeySequence(QLatin1StringView(keys)));
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

void BlockActions::follow(bool mayAct, int selected) {
    m_selected = selected;
    for (QAction *action : {lift, extend, ban}) {
        action->setVisible(mayAct);
        action->setEnabled(mayAct && selected > 0);
    }
    history->setEnabled(selected == 1);
    retranslate();
}

void BlockActions::retranslate() {
    const bool many = m_selected > 1;
    const QString figure = QLocale().toString(m_selected);
    lift->setText(many ? tr("Lift %1 …").arg(figure) : tr("Lift …"));
    lift->setToolTip(tr("End the selected blocks now"));
    extend->setText(many ? tr("Extend %1 …").arg(figure) : tr("Extend …"));
    extend->setToolTip(tr("Make the selected blocks last longer"));
    ban->setText(many ? tr("Ban %1 …").arg(figure) : tr("Ban …"));
    ban->setToolTip(tr("Put the selected ones on the ban list"));
    history->setText(tr("History"));
    history->setToolTip(tr("Everything that happened to the selected one"));
}

} // namespace wemo::pages::blocking
