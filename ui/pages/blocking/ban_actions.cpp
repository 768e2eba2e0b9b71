#include "ui/pages/blocking/ban_actions.h"

#include "ui/widgets/icons.h"

#include <QLocale>

namespace wemo::pages::blocking {

BanActions::BanActions(QObject *parent)
    : QObject(parent)
    , add(make("ban-add", "list-add", "Ctrl+N", false))
    , edit(make("ban-edit", "document-edit", "Ctrl+E", true))
    , lift(make("ban-lift", "unlock", "Ctrl+L", true))
    , import(make("ban-import", "document-import", "Ctrl+I", false))
    , write(make("ban-export", "document-export", "Ctrl+Shift+X", false)) {
    follow({});
}

QAction *BanActions::make(const char *id, const char *iconName, const char *keys, bool ofList) {
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(id));
    action->setIcon(ui::icon(QLatin1StringView(iconName)));
    action->setShortcut(QKeySequence(QLatin1StringView(keys)));
    action->setShortcutContext(ofList ? Qt::WidgetShortcut : Qt::WindowShortcut);
    return action;
}

void BanActions::follow(const BanSituation &now) {
    m_situation = now;
    add->setVisible(now.mayAct);
    for (QAction *action : {edit, lift})
        action->setVisible(now.mayAct && now.isOnBans);
    add->setEnabled(now.mayAct);
    edit->setEnabled(now.mayAct && now.selected == 1 && now.liftable == 1);
    lift->setEnabled(now.mayAct && now.liftable > 0);
    import->setVisible(now.mayImport);
    import->setEnabled(now.mayImport);
    write->setVisible(now.mayImport);
    write->setEnabled(now.mayImport && !now.isExporting);
    retranslate();
}

void BanActions::retranslate() {
    add->setText(tr("Add a ban"));
    edit->setText(tr("Change …"));
    edit->setToolTip(tr("Change reason or end of the selected ban"));
    lift->setText(m_situation.liftable > 1 ? tr("Lift %1 …").arg(QLocale().toString(m_situation.liftable))
                                           : tr("Lift …"));
    lift->setToolTip(tr("Take the selected bans off the list"));
    import->setText(tr("Import …"));
    import->setToolTip(tr("Read bans from a CSV file; it is checked before anything is written"));
    write->setText(tr("Export …"));
    write->setToolTip(tr("Write all bans that match into a CSV file or a workbook"));
}

} // namespace wemo::pages::blocking
