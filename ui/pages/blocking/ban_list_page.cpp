#include "ui/pages/blocking/ban_list_page.h"

#include "ui/pages/blocking/ban_actions.h"
#include "ui/pages/blocking/ban_columns.h"
#include "ui/pages/blocking/ban_panel.h"
#include "ui/pages/blocking/blocking_desk.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/import_panel.h"
#include "ui/pages/blocking/import_run.h"
#include "ui/pages/blocking/single_chip.h"
#include "ui/widgets/action_panel.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/side_split.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

namespace {
constexpr int panelWidth = 440;
enum Tab { Bans, Imports };
} // namespace

ui::PageSpec BanListPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("ban-list");
    spec.icon = QStringLiteral("dialog-cancel");
    spec.permission = staff::Permission::BlockingRead;
    spec.section = [] { return Words::tr("Blocking"); };
    spec.title = [] { return tr("Ban list"); };
    spec.subtitle = [] { return tr("Whom we have banned, one by one, by prefix or by address range."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new BanListPage(context, parent);
    };
    spec.find = [](const QString &typed) -> QList<ui::PaletteHit> {
        const QString text = typed.trimmed().toLower();
        const QString title = tr("Ban list");
        if (text.size() >= 3 && QStringLiteral("ban list").startsWith(text) && !title.toLower().contains(text))
            return {{title, {}, {}}};
        return {};
    };
    return spec;
}

BanListPage::BanListPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_live(new LiveRefresh(context, {QStringLiteral("bans")}, this))
    , m_desk(new BlockingDesk(m_source, this))
    , m_actions(new BanActions(this))
    , m_run(new ImportRun(m_source, this))
    , m_export(new ui::ListExport(this))
    , m_model(new ui::PagedRows<Ban>(
          banColumns(context.now), [this](const QString &cursor, int limit) { return fetch(cursor, limit); },
          [](const Ban &ban) { return idToString(ban.id); }, this))
    , m_imports(new ui::PagedRows<BanImport>(
          importColumns(context.now),
          [this](const QString &cursor, int limit) { return m_source.imports(cursor, limit); },
          [](const BanImport &import) { return idToString(import.id); }, this)) {
    setObjectName(QStringLiteral("banListPage"));
    build();
    wire();
    wireFilter();
    wireActs();
    wireImports();
    wireExport();
    retranslate();
    applyFilter();
}

BanListPage::~BanListPage() = default;

void BanListPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(ui::metrics::pagePadding, 4, ui::metrics::pagePadding, 0);
    top->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("banTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    head->addWidget(m_tabs);
    head->addStretch();
    for (QAction *action : {m_actions->edit, m_actions->lift, m_actions->import, m_actions->write})
        head->addWidget(ui::actionButton(action, this));
    top->addLayout(head);
    buildFilter();
    m_refused = new ui::MessageBar(this);
    m_refused->setObjectName(QStringLiteral("banRefused"));
    m_exportRow = new ui::ProgressRow(QStringLiteral("banExport"), this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filterRow, m_exportRow, m_refused})
        top->addWidget(widget);
    column->addLayout(top);
    buildLists();
    m_split =
        new ui::SideSplit(m_lists, m_context.settings, QStringLiteral("pages/ban-list/panel-width"), panelWidth, this);
    m_panel = new BanPanel;
    m_importPanel = new ImportPanel(*m_run);
    m_form = new ui::ActionPanel;
    for (QWidget *panel : std::initializer_list<QWidget *>{m_panel, m_importPanel, m_form})
        m_split->addPanel(panel);
    column->addWidget(m_split, 1);
}

void BanListPage::buildFilter() {
    m_filterRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_filterRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_bar = new ui::FilterBar(m_filterRow);
    m_bar->field()->setObjectName(QStringLiteral("banValue"));
    m_bar->field()->setMaxLength(wemo::blocking::longestValue);
    auto *text = new ui::SearchField(m_bar);
    text->setObjectName(QStringLiteral("banText"));
    text->setMaxLength(200);
    text->setMinimumWidth(168);
    m_text = text;
    m_bar->addWidget(text);
    m_kind = new SingleChip(m_bar->addChip(QStringLiteral("banKindChip")));
    m_state = new SingleChip(m_bar->addChip(QStringLiteral("banStateChip")));
    row->addWidget(m_bar);
}

void BanListPage::buildLists() {
    m_lists = new QStackedWidget;
    m_list = new ui::ListFrame(
        QStringLiteral("ban"), *m_model, [this](ui::ListFrame::Nothing nothing) { return wordsFor(nothing); },
        m_context.now);
    m_list->setColumns(m_model->columns(), ban_column::Reason);
    m_list->remember(m_context.settings, QStringLiteral("pages/ban-list/header.1"));
    m_list->hideBelow({{ban_column::Author, 1000},
                       {ban_column::Created, 900},
                       {ban_column::Kind, 800},
                       {ban_column::Match, 680},
                       {ban_column::Expires, 560}});
    m_list->table().addActions(m_actions->ofList());
    m_importList = new ui::ListFrame(
        QStringLiteral("imports"), *m_imports,
        [this](ui::ListFrame::Nothing nothing) { return importWordsFor(nothing); }, m_context.now);
    m_importList->setColumns(m_imports->columns(), 0);
    m_importList->hideBelow({{4, 860}, {5, 780}, {3, 640}, {6, 560}});
    for (ui::ListFrame *list : {m_list, m_importList}) {
        list->setContentsMargins(12, 0, 0, 0);
        m_lists->addWidget(list);
    }
    m_bar->field()->setList(&m_list->table());
}

void BanListPage::wire() {
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        showTab(tab);
        Q_EMIT placeChanged(false);
    });
    connect(m_list, &ui::ListFrame::opened, this, &BanListPage::openBan);
    connect(m_list, &ui::ListFrame::currentChanged, this, [this](const QString &key) {
        if (m_split->isOpen(m_panel))
            openBan(key);
    });
    connect(m_list, &ui::ListFrame::selectionChanged, this, &BanListPage::followSelection);
    connect(m_list, &ui::ListFrame::loaded, this, [this] {
        if (!m_open.isEmpty() && m_split->isOpen(m_panel))
            openBan(m_open);
        followSelection();
    });
    connect(m_panel, &BanPanel::closeRequested, this, &BanListPage::closeSide);
    connect(m_panel, &BanPanel::importRequested, this, [this](Id id) {
        m_tabs->setCurrentIndex(Imports);
        BanImport import;
        import.id = id;
        openImport(import);
    });
    connect(m_form, &ui::ActionPanel::closeRequested, this, &BanListPage::closeSide);
    connect(m_form, &ui::ActionPanel::confirmed, this, &BanListPage::onConfirmed);
    connect(m_live, &LiveRefresh::due, this, [this] {
        if (!m_model->isBusy())
            m_model->refresh();
        if (m_tabs->currentIndex() == Imports)
            m_imports->refresh();
    });
    for (ui::ListFrame *list : {m_list, m_importList})
        connect(m_live, &LiveRefresh::staleChanged, list, &ui::ListFrame::setStale);
}

QFuture<ui::ApiResult<ui::RowPage<Ban>>> BanListPage::fetch(const QString &cursor, int limit) {
    if (m_value.isEmpty())
        return m_source.bans(m_filter, cursor, limit);
    return m_source.bansThatCatch(m_value).then(
        [](const ui::ApiResult<QList<Ban>> &bans) -> ui::ApiResult<ui::RowPage<Ban>> {
            if (!bans)
                return tl::unexpected(bans.error());
            return ui::RowPage<Ban>{*bans, {}};
        });
}

void BanListPage::showTab(int tab) {
    m_lists->setCurrentIndex(tab);
    m_filterRow->setVisible(tab == Bans);
    closeSide();
    if (tab == Imports)
        m_imports->restart();
    followSelection();
}

void BanListPage::openBan(const QString &key) {
    const Ban *ban = m_model->find(key);
    const bool known = key == m_open && m_split->isOpen(m_panel);
    m_open = key;
    if (!ban)
        return known ? closeSide() : void();
    m_panel->showBan(*ban);
    m_list->setCurrentKey(key);
    m_split->open(m_panel);
    if (!known)
        Q_EMIT placeChanged(true);
}

void BanListPage::openImport(const BanImport &import) {
    m_open.clear();
    m_run->watch(import);
    m_split->open(m_importPanel);
}

void BanListPage::closeSide() {
    if (!m_split->close())
        return;
    m_open.clear();
    static_cast<ui::ListFrame *>(m_lists->currentWidget())->focusList();
    Q_EMIT placeChanged(true);
}

QAction *BanListPage::primaryAction() {
    return m_actions->add;
}

QList<QAction *> BanListPage::commands() {
    return m_actions->all();
}

void BanListPage::refresh() {
    m_model->refresh();
    if (m_tabs->currentIndex() == Imports)
        m_imports->refresh();
}

bool BanListPage::focusFilter() {
    m_tabs->setCurrentIndex(Bans);
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
    return true;
}

bool BanListPage::backOut() {
    if (m_split->isAnyOpen()) {
        closeSide();
        return true;
    }
    if (m_tabs->currentIndex() == Imports) {
        m_tabs->setCurrentIndex(Bans);
        return true;
    }
    if (m_list->clearSelection())
        return true;
    if (!isNarrowed())
        return false;
    clearFilter();
    return true;
}

void BanListPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    static_cast<ui::ListFrame *>(m_lists->currentWidget())->focusList();
}

} // namespace wemo::pages::blocking
