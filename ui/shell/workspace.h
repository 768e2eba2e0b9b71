#pragma once
#include "ui/shell/history.h"
#include "ui/shell/page.h"
#include "ui/shell/service_notice.h"

#include <QHash>

class QStackedWidget;

namespace wemo::ui {

class Commands;
class HelpPanel;
class PageHeader;
class Preferences;
class Sidebar;

/// What a signed-in person works in: sidebar, header, the page, its help. Makes pages on their first visit and keeps
/// them while the same person is signed in, also through a session that ended: nothing typed is lost.
class Workspace final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)

public:
    Workspace(PageContext context, Preferences &preferences, Commands &commands, ServiceLauncher *launcher,
              QList<PageSpec> pages, QWidget *parent = nullptr);
    /// Another account gets its own pages; the same one finds its own again.
    void enter(const staff::Account &account);
    /// Without a place the page stays as it was left.
    void open(const QString &pageId, const QString &place = {});
    const QList<PageSpec> &visiblePages() const { return m_visible; }
    Page *currentPage() const;
    const QString &currentPageId() const { return m_current; }

    void back();
    void forward();
    void refresh();
    void focusFilter();
    /// The keyboard goes to the page: where it was the last time, else to its first control.
    void focusContent();
    /// Esc: help, then the page, then the sidebar.
    void backOut();
    void toggleHelp();

Q_SIGNALS:
    void paletteRequested();
    void acting();
    void noticed(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPage(const QString &pageId);
    void showPlace(const QString &place);
    void noteLeaving();
    void goTo(const Place &place);
    Page *pageOf(const PageSpec &spec);
    void arrive();
    void onPlaceChanged(Page *page, bool replace);
    void updateHistoryActions();
    void retitle();
    const PageSpec *specOf(const QString &pageId) const;

    PageContext m_context;
    Preferences &m_preferences;
    Commands &m_commands;
    QList<PageSpec> m_pages;
    QList<PageSpec> m_visible;
    QHash<QString, Page *> m_made;
    History m_history;
    QString m_current;
    Id m_account = 0;
    bool m_moving = false; ///< a place is being shown: its page's own news is no step
    Sidebar *m_sidebar;
    PageHeader *m_header;
    QStackedWidget *m_stack;
    HelpPanel *m_help;
};

} // namespace wemo::ui
