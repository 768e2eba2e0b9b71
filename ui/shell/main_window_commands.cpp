#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QMenu>

namespace wemo::ui {

namespace {
QString iconNameOf(const QAction &action) {
    const QString id = action.objectName();
    if (id.startsWith("language-"))
        return "languages";
    if (id.startsWith("theme-"))
        return id == "theme-light" ? "brightness-high" : id == "theme-dark" ? "brightness-low" : "contrast";
    return action.icon().isNull() ? "system-run" : action.icon().name();
}
} // namespace

void MainWindow::makeCommands() {
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_commands->add("palette", "search", {{"Ctrl+K"}}, [] { return tr("Search everything"); }),
       [this] { openPalette(); });
    on(m_commands->add("back", "go-previous", {{"Alt+Left"}}, [] { return tr("Back"); }),
       [this] { m_workspace->back(); });
    on(m_commands->add("forward", "go-next", {{"Alt+Right"}}, [] { return tr("Forward"); }),
       [this] { m_workspace->forward(); });
    on(m_commands->add("refresh", "view-refresh", {{"F5"}, {"Ctrl+R"}}, [] { return tr("Refresh"); }),
       [this] { m_workspace->refresh(); });
    on(m_commands->add("filter", "view-filter", {{"Ctrl+F"}, {"/"}}, [] { return tr("Filter the list"); }),
       [this] { m_workspace->focusFilter(); });
    on(m_commands->add("help", "help-contents", {{"F1"}}, [] { return tr("Help for this page"); }),
       [this] { m_workspace->toggleHelp(); });
    on(m_commands->add("back-out", "", {{"Esc"}}, [] { return tr("Close the innermost panel"); }),
       [this] { m_workspace->backOut(); });
    on(m_commands->add("sign-out", "system-log-out", {{"Ctrl+Shift+Q"}}, [] { return tr("Sign out"); }),
       [this] { m_parts.sessions.signOut(); });
    on(m_commands->add("quit", "application-exit", {{"Ctrl+Q"}}, [] { return tr("Quit"); }), [this] { close(); });
    for (int number = 1; number <= 9; ++number) {
        QAction *action = m_commands->add(
            QString("page-%1").arg(number), "", {QKeySequence(QString("Ctrl+%1").arg(number))}, [this, number] {
                const auto pages = m_workspace ? m_workspace->visiblePages() : QList<PageSpec>();
                return number <= pages.size() ? pages.at(number - 1).title() : QString();
            });
        on(action, [this, number] {
            if (number <= m_workspace->visiblePages().size())
                m_workspace->open(m_workspace->visiblePages().at(number - 1).id);
        });
    }
    m_accountMenu->setObjectName("accountMenu");
    m_accountMenu->addActions(m_parts.preferences.languageActions());
    m_accountMenu->addSeparator();
    m_accountMenu->addActions(m_parts.preferences.schemeActions());
    m_accountMenu->addSeparator();
    m_accountMenu->addAction(m_commands->find("sign-out"));
    m_accountMenu->addAction(m_commands->find("quit"));
}

void MainWindow::makePageCommands() {
    const bool signedIn = m_parts.client.session().has_value();
    const qsizetype pages = m_workspace->visiblePages().size();
    for (QAction *action : m_commands->all()) {
        const QString id = action->objectName();
        const bool page = id.startsWith("page-");
        const bool offered = !page || id.mid(5).toInt() <= pages;
        if (id != "quit" && id != "back" && id != "forward")
            action->setEnabled(signedIn && offered);
        action->setVisible(offered);
    }
    m_commands->retranslate();
}

void MainWindow::openPalette() {
    m_palette->open(paletteEntries(), [this](const QString &typed) { return found(typed); });
}

QList<PaletteEntry> MainWindow::paletteEntries() const {
    QList<PaletteEntry> entries;
    int number = 0;
    for (const PageSpec &page : m_workspace->visiblePages()) {
        const QString keys = ++number <= 9 ? QString("Ctrl+%1").arg(number) : QString();
        entries.append({page.title(), tr("Page"), keys, page.icon, [this, id = page.id] { m_workspace->open(id); }});
    }
    QList<QAction *> actions;
    if (Page *page = m_workspace->currentPage()) {
        if (QAction *primary = page->primaryAction())
            actions.append(primary);
        actions += page->commands();
    }
    actions += m_commands->all();
    actions += m_parts.preferences.languageActions();
    actions += m_parts.preferences.schemeActions();
    for (QAction *action : std::as_const(actions)) {
        const QString id = action->objectName();
        if (!action->isEnabled() || !action->isVisible() || id == "palette" || id == "back-out" ||
            id.startsWith("page-"))
            continue;
        const QString hint = id.startsWith("language-") ? tr("Language") : tr("Command");
        entries.append({action->text(), hint, action->shortcut().toString(QKeySequence::NativeText),
                        iconNameOf(*action), [action] { action->trigger(); }});
    }
    return entries;
}

QList<PaletteEntry> MainWindow::found(const QString &typed) const {
    QList<PaletteEntry> entries;
    const PageContext context{m_parts.client, m_parts.live, m_parts.preferences.settings(), m_parts.now};
    for (const PageSpec &page : m_workspace->visiblePages()) {
        QList<PaletteHit> hits;
        if (page.find)
            hits += page.find(typed);
        if (page.findKept)
            hits += page.findKept(context, typed);
        for (const PaletteHit &hit : std::as_const(hits))
            entries.append({hit.title,
                            hit.hint.isEmpty() ? page.title() : hit.hint,
                            {},
                            page.icon,
                            [this, id = page.id, place = hit.place] { m_workspace->open(id, place); }});
    }
    return entries;
}

} // namespace wemo::ui
