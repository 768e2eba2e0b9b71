// The part of MessagesView that puts it together.
#include "ui/pages/sms/bulk_panel.h"
#include "ui/pages/sms/message_columns.h"
#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/message_table.h"
#include "ui/pages/sms/messages_view.h"
#include "ui/pages/sms/saved_filter_chip.h"
#include "ui/pages/sms/send_panel.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/skeleton_loading.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::sms {

namespace {
QAction *makeAction(const char *id, const char *icon, const char *keys, QObject *parent) {
    auto *action = new QAction(parent);
    action->setObjectName(QLatin1StringView(id));
    action->setIcon(ui::icon(QLatin1StringView(icon)));
    if (*keys)
        action->setShortcut(QKeySequence(QLatin1StringView(keys)));
    return action;
}

/// A small button of an action, there as long as the action may be seen.
QPushButton *buttonOf(QAction *action, QWidget *parent) {
    auto *button = new QPushButton(parent);
    button->setObjectName(action->objectName());
    button->setProperty("ui", "small");
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}
} // namespace

void MessagesView::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildTop());
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_stack = new QStackedWidget(m_splitter);
    m_stack->setContentsMargins(12, 0, 0, 0); // with the cells' own padding the text stands under the filter
    m_table = new MessageTable(m_stack);
    m_table->setModel(m_model);
    m_columns = new MessageColumns(*m_table->horizontalHeader(), m_context.settings, this);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("listState"));
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_empty->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_table, m_loading, m_empty})
        m_stack->addWidget(widget);
    buildSide();
    column->addWidget(m_splitter, 1);
    m_filter->searchField()->setList(m_table);
}

QWidget *MessagesView::buildTop() {
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    column->setSpacing(8);
    m_filter = new SmsFilterBar(m_context.now, top);
    m_saved = new SavedFilterChip(m_savedFilters, m_filter);
    m_filter->addChip(m_saved->chip());
    m_filter->addRow(m_saved->nameRow());
    m_bar = new ui::MessageBar(top);
    m_exportRow = new ui::ProgressRow(QStringLiteral("export"), top);
    m_bulkRow = new ui::ProgressRow(QStringLiteral("bulk"), top);
    m_newMessages = new QPushButton(top);
    m_newMessages->setObjectName(QStringLiteral("newMessages"));
    m_newMessages->setProperty("ui", "small");
    m_newMessages->hide();
    for (QWidget *part : std::initializer_list<QWidget *>{m_filter, m_bar, m_exportRow, m_bulkRow})
        column->addWidget(part);
    column->addWidget(m_newMessages, 0, Qt::AlignHCenter);
    return top;
}

void MessagesView::buildSide() {
    m_side = new QStackedWidget(m_splitter);
    m_side->setMinimumWidth(320);
    m_panel = new MessagePanel(m_context.client, m_context.now, m_side);
    m_sendPanel = new SendPanel(m_sendSource, m_context.now, m_side);
    m_bulkPanel = new BulkPanel(m_bulkSource, m_side);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_panel, m_sendPanel, m_bulkPanel})
        m_side->addWidget(panel);
    m_side->hide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
}

void MessagesView::buildActions() {
    m_send = makeAction("sms-send", "mail-send", "Ctrl+N", this);
    m_bulk = makeAction("sms-bulk", "mail-forward", "", this);
    m_exportAll = makeAction("sms-export", "document-export", "Ctrl+E", this);
    m_saveFilter = makeAction("sms-save-filter", "view-filter", "Ctrl+S", this);
    m_chooseColumns = makeAction("sms-columns", "view-table-of-contents-ltr", "", this);
    addAction(m_send); // the page's primary action, whose keys nobody else adds
    m_tools = new QWidget(this);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(buttonOf(m_bulk, m_tools));
    row->addWidget(buttonOf(m_exportAll, m_tools));
    connect(m_send, &QAction::triggered, this, &MessagesView::startSending);
    connect(m_bulk, &QAction::triggered, this, &MessagesView::startBulk);
    connect(m_exportAll, &QAction::triggered, this, &MessagesView::askWhereToExport);
    connect(m_saveFilter, &QAction::triggered, m_saved, &SavedFilterChip::askToSave);
    connect(m_chooseColumns, &QAction::triggered, m_columns, &MessageColumns::offerAtStart);
}

} // namespace wemo::pages::sms
