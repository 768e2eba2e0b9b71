#include "ui/shell/workspace.h"

#include "ui/shell/commands.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/page_header.h"
#include "ui/shell/preferences.h"
#include "ui/shell/sidebar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wemo::ui {

Workspace::Workspace(PageContext context, Preferences &preferences, Commands &commands, ServiceLauncher *launcher,
                     QList<PageSpec> pages, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_preferences(preferences)
    , m_commands(commands)
    , m_pages(std::move(pages))
    , m_sidebar(new Sidebar(this))
    , m_header(new PageHeader(commands, this))
    , m_stack(new QStackedWidget(this))
    , m_help(new HelpPanel(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *content = new QWidget(this);
    content->setProperty("ui", "content");
    content->setAttribute(Qt::WA_StyledBackground);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto *notice = new ServiceNotice(context.client, launcher, content);
    notice->setContentsMargins(24, 12, 24, 0);
    inside->addWidget(notice);
    inside->addWidget(m_stack, 1);
    column->addWidget(m_header);
    column->addWidget(content, 1);
    row->addWidget(m_sidebar);
    row->addLayout(column, 1);
    row->addWidget(m_help);
    m_help->hide();
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { open(id); });
    connect(m_sidebar, &Sidebar::paletteRequested, this, &Workspace::paletteRequested);
    connect(m_help, &HelpPanel::closeRequested, this, &Workspace::toggleHelp);
    updateHistoryActions();
}

void Workspace::enter(const staff::Account &account) {
    if (account.id == m_account)
        return;
    m_account = account.id;
    for (Page *page : std::as_const(m_made))
        delete page;
    m_made.clear();
    m_history.clear();
    m_current.clear();
    m_visible.clear();
    for (const PageSpec &page : std::as_const(m_pages))
        if (staff::allows(account.role, page.permission))
            m_visible.append(page);
    m_sidebar->setPages(m_visible);
    const QString last = m_context.settings.value("shell/page").toString();
    if (specOf(last))
        open(last, m_context.settings.value("shell/place").toString());
    else if (!m_visible.isEmpty())
        open(m_visible.first().id);
    else
        m_header->setTitle(tr("Nothing here for your role"), tr("Ask an administrator which pages you should see."));
}

const PageSpec *Workspace::specOf(const QString &pageId) const {
    for (const PageSpec &page : m_visible)
        if (page.id == pageId)
            return &page;
    return nullptr;
}

Page *Workspace::pageOf(const PageSpec &spec) {
    Page *&page = m_made[spec.id];
    if (page)
        return page;
    page = spec.create(m_context, m_stack);
    if (page->objectName().isEmpty())
        page->setObjectName("page-" + spec.id);
    m_stack->addWidget(page);
    connect(page, &Page::placeChanged, this, [this, page](bool replace) { onPlaceChanged(page, replace); });
    connect(page, &Page::openRequested, this, &Workspace::open);
    connect(page, &Page::acting, this, &Workspace::acting);
    connect(page, &Page::noticed, this, &Workspace::noticed);
    connect(page, &Page::undoOffered, this, &Workspace::undoOffered);
    const QList<QAction *> actions = page->commands();
    page->addActions(actions); // their shortcuts work while the page is shown
    return page;
}

Page *Workspace::currentPage() const {
    return m_made.value(m_current);
}

void Workspace::open(const QString &pageId, const QString &place) {
    if (!specOf(pageId))
        return;
    noteLeaving();
    showPage(pageId);
    if (!place.isEmpty())
        showPlace(place);
    m_history.visit({pageId, currentPage()->place()});
    arrive();
}

void Workspace::showPage(const QString &pageId) {
    m_moving = true;
    Page *page = pageOf(*specOf(pageId));
    m_current = pageId;
    m_stack->setCurrentWidget(page);
    m_moving = false;
}

void Workspace::showPlace(const QString &place) {
    m_moving = true;
    if (place != currentPage()->place())
        currentPage()->openPlace(place);
    m_moving = false;
}

void Workspace::noteLeaving() {
    if (const Page *page = currentPage())
        m_history.replace({m_current, page->place()}); // a page need not tell of every key typed into it
}

void Workspace::goTo(const Place &place) {
    if (!specOf(place.pageId))
        return;
    showPage(place.pageId);
    showPlace(place.place);
    arrive();
}

void Workspace::arrive() {
    m_sidebar->setCurrent(m_current);
    retitle();
    m_header->setPrimaryAction(currentPage()->primaryAction());
    m_context.settings.setValue("shell/page", m_current);
    m_context.settings.setValue("shell/place", currentPage()->place());
    updateHistoryActions();
}

void Workspace::onPlaceChanged(Page *page, bool replace) {
    if (m_moving || page != currentPage())
        return;
    const Place place{m_current, page->place()};
    if (replace)
        m_history.replace(place);
    else
        m_history.visit(place);
    m_context.settings.setValue("shell/place", place.place);
    updateHistoryActions();
}

void Workspace::back() {
    if (!m_history.canGoBack())
        return;
    noteLeaving();
    goTo(m_history.back());
}

void Workspace::forward() {
    if (!m_history.canGoForward())
        return;
    noteLeaving();
    goTo(m_history.forward());
}

void Workspace::updateHistoryActions() {
    m_commands.find("back")->setEnabled(m_history.canGoBack());
    m_commands.find("forward")->setEnabled(m_history.canGoForward());
}

void Workspace::refresh() {
    if (Page *page = currentPage())
        page->refresh();
}

void Workspace::focusFilter() {
    if (Page *page = currentPage())
        page->focusFilter();
}

void Workspace::focusContent() {
    Page *page = currentPage();
    if (!page || page->isAncestorOf(QApplication::focusWidget()))
        return;
    const auto takesFocus = [page](const QWidget *widget) {
        return widget && page->isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() &&
               (widget->focusPolicy() & Qt::TabFocus);
    };
    QWidget *target = page->focusWidget(); // where they were the last time
    if (!takesFocus(target))
        for (target = page->nextInFocusChain(); target != page && !takesFocus(target);)
            target = target->nextInFocusChain();
    target->setFocus(Qt::OtherFocusReason);
}

void Workspace::backOut() {
    if (!m_help->isHidden()) {
        toggleHelp();
        return;
    }
    Page *page = currentPage();
    if (page && page->backOut())
        return;
    if (auto *entry = m_sidebar->findChild<QWidget *>("nav-" + m_current))
        entry->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::toggleHelp() {
    const bool show = m_help->isHidden();
    const bool hadFocus = m_help->isAncestorOf(QApplication::focusWidget());
    m_help->setVisible(show);
    if (show)
        m_help->showPage(m_current, m_preferences.languageCode());
    else if (hadFocus && currentPage())
        currentPage()->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::retitle() {
    if (const PageSpec *spec = specOf(m_current))
        m_header->setTitle(spec->title(), spec->subtitle ? spec->subtitle() : QString());
    if (!m_help->isHidden())
        m_help->showPage(m_current, m_preferences.languageCode());
}

void Workspace::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retitle();
    QWidget::changeEvent(event);
}

} // namespace wemo::ui
