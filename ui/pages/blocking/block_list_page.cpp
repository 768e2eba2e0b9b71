#include "ui/pages/blocking/block_list_page.h"

#include "ui/pages/blocking/block_actions.h"
#include "ui/pages/blocking/block_columns.h"
#include "ui/pages/blocking/block_panel.h"
#include "ui/pages/blocking/blocking_desk.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/single_chip.h"
#include "ui/pages/blocking/subject_guess.h"
#include "ui/widgets/action_panel.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/side_split.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

namespace {
constexpr int panelWidth = 400;

/// Its own title is found by the shell; other words for it are found here.
QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString text = typed.trimmed().toLower();
    const QString title = BlockListPage::tr("Block list");
    const bool meant = text.size() >= 3 && QStringLiteral("block list").startsWith(text);
    if (meant && !title.toLower().contains(text))
        return {{title, {}, {}}};
    return {};
}
} // namespace

ui::PageSpec BlockListPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("block-list");
    spec.icon = QStringLiteral("lock");
    spec.permission = staff::Permission::BlockingRead;
    spec.section = [] { return Words::tr("Blocking"); };
    spec.title = [] { return tr("Block list"); };
    spec.subtitle = [] { return tr("Who is blocked now, why, and how long still."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new BlockListPage(context, parent);
    };
    spec.find = findFor;
    return spec;
}

BlockListPage::BlockListPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_live(new LiveRefresh(context, {QStringLiteral("blocks"), QStringLiteral("policies")}, this))
    , m_desk(new BlockingDesk(m_source, this))
    , m_actions(new BlockActions(this))
    , m_model(new ui::PagedRows<Block>(
          blockColumns(context.now),
          [this](const QString &cursor, int limit) { return m_source.blocks(m_filter, cursor, limit); },
          [](const Block &block) { return keyOf(block); }, this)) {
    setObjectName(QStringLiteral("blockListPage"));
    build();
    wire();
    wireFilter();
    wireActs();
    retranslate();
    readPolicies();
    applyFilter();
}

BlockListPage::~BlockListPage() = default;

void BlockListPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(ui::metrics::pagePadding, 12, ui::metrics::pagePadding, 0);
    top->setSpacing(8);
    buildFilter();
    m_refused = new ui::MessageBar(this);
    m_refused->setObjectName(QStringLiteral("blockRefused"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QAction *action : m_actions->all())
        buttons->addWidget(ui::actionButton(action, this));
    buttons->addStretch();
    top->addWidget(m_bar);
    top->addLayout(buttons);
    top->addWidget(m_refused);
    column->addLayout(top);
    m_list = new ui::ListFrame(
        QStringLiteral("block"), *m_model, [this](ui::ListFrame::Nothing nothing) { return wordsFor(nothing); },
        m_context.now);
    m_list->setContentsMargins(12, 0, 0, 0); // with the cells' own padding the text stands under the filter
    m_list->setColumns(m_model->columns(), block_column::Cause);
    m_list->remember(m_context.settings, QStringLiteral("pages/block-list/header.1"));
    m_list->hideBelow({{block_column::Request, 1080},
                       {block_column::Strikes, 960},
                       {block_column::Kind, 860},
                       {block_column::Since, 740},
                       {block_column::Mode, 640}});
    m_list->table().addActions(m_actions->all());
    m_bar->field()->setList(&m_list->table());
    m_split =
        new ui::SideSplit(m_list, m_context.settings, QStringLiteral("pages/block-list/panel-width"), panelWidth, this);
    m_panel = new BlockPanel(m_source, m_context.now);
    m_form = new ui::ActionPanel;
    m_split->addPanel(m_panel);
    m_split->addPanel(m_form);
    column->addWidget(m_split, 1);
}

void BlockListPage::buildFilter() {
    m_bar = new ui::FilterBar(this);
    m_bar->field()->setObjectName(QStringLiteral("blockValue"));
    m_bar->field()->setMaxLength(wemo::blocking::longestValue);
    m_kind = new SingleChip(m_bar->addChip(QStringLiteral("kindChip")));
    m_policy = new SingleChip(m_bar->addChip(QStringLiteral("policyChip")));
}

void BlockListPage::wire() {
    connect(m_list, &ui::ListFrame::opened, this, &BlockListPage::openBlock);
    connect(m_list, &ui::ListFrame::currentChanged, this, [this](const QString &key) {
        if (m_split->isOpen(m_panel))
            openBlock(key);
    });
    connect(m_list, &ui::ListFrame::selectionChanged, this, &BlockListPage::followSelection);
    connect(m_list, &ui::ListFrame::actionRequested, this, &BlockListPage::clearFilter);
    connect(m_list, &ui::ListFrame::loaded, this, [this] {
        m_lastRead = m_context.now();
        if (!m_open.isEmpty() && m_split->isOpen(m_panel))
            openBlock(m_open);
        followSelection();
    });
    connect(m_panel, &BlockPanel::closeRequested, this, &BlockListPage::closeSide);
    connect(m_panel, &BlockPanel::historyRequested, this, [this](const QString &kind, const QString &id) {
        Q_EMIT openRequested(QStringLiteral("subject-history"), QStringLiteral("kind=%1&subject=%2").arg(kind, id));
    });
    connect(m_form, &ui::ActionPanel::closeRequested, this, &BlockListPage::closeSide);
    connect(m_form, &ui::ActionPanel::confirmed, this, &BlockListPage::onConfirmed);
    connect(m_live, &LiveRefresh::due, this, [this](const QString &kind) {
        if (kind != u"blocks")
            readPolicies();
        if (kind != u"policies" && !m_model->isBusy())
            m_model->refresh();
    });
    connect(m_live, &LiveRefresh::staleChanged, m_list, &ui::ListFrame::setStale);
    connect(&m_tick, &QTimer::timeout, this, &BlockListPage::onTick);
}

void BlockListPage::readPolicies() {
    m_source.policies().then(this, [this](const ui::ApiResult<QList<PolicyRecord>> &policies) {
        if (!policies)
            return; // the list says that the service is away
        m_policies = *policies;
        offerChoices();
        if (!m_open.isEmpty())
            openBlock(m_open);
    });
}

std::optional<PolicyRecord> BlockListPage::policyOf(const QString &id) const {
    for (const PolicyRecord &record : m_policies)
        if (record.policy.id == id)
            return record;
    return std::nullopt;
}

void BlockListPage::openBlock(const QString &key) {
    const Block *block = m_model->find(key);
    const bool known = key == m_open && m_split->isOpen(m_panel);
    m_open = key;
    if (!block)
        return known && m_model->status() == ui::PagedModel::Status::Ready ? closeSide() : void();
    m_panel->showBlock(*block, policyOf(block->policyId));
    m_list->setCurrentKey(key);
    m_split->open(m_panel);
    if (!known)
        Q_EMIT placeChanged(true);
}

void BlockListPage::closeSide() {
    if (!m_split->close())
        return;
    m_open.clear();
    m_panel->clear();
    m_list->focusList();
    Q_EMIT placeChanged(true);
}

void BlockListPage::refresh() {
    readPolicies();
    m_model->refresh();
    if (m_split->isOpen(m_panel))
        m_panel->reload();
}

bool BlockListPage::focusFilter() {
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
    return true;
}

bool BlockListPage::backOut() {
    if (m_split->isAnyOpen()) {
        closeSide();
        return true;
    }
    if (m_list->clearSelection())
        return true;
    if (filter().isEmpty())
        return false;
    clearFilter();
    return true;
}

void BlockListPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_tick.start(1'000);
    m_list->focusList();
}

void BlockListPage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    m_tick.stop();
}

} // namespace wemo::pages::blocking
