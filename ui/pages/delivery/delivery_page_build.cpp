// The part of DeliveryPage that puts it together.
#include "ui/pages/delivery/alarm_list.h"
#include "ui/pages/delivery/breakdown_model.h"
#include "ui/pages/delivery/delivery_charts.h"
#include "ui/pages/delivery/delivery_funnel.h"
#include "ui/pages/delivery/delivery_page.h"
#include "ui/pages/delivery/fact_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::delivery {

using wemo::delivery::Grouping;

namespace {
constexpr int columnWidth = 112;

QToolButton *choice(QButtonGroup *group, int id, const QString &name) {
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("ui", "day");
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    group->addButton(button, id);
    return button;
}

QLabel *heading() {
    auto *label = new QLabel;
    label->setProperty("ui", "heading");
    return label;
}
} // namespace

void DeliveryPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    m_bar = new ui::MessageBar(this);
    m_bar->setObjectName(QStringLiteral("deliveryError"));
    bars->addWidget(m_bar);
    column->addLayout(bars);
    m_stack = new QStackedWidget(this);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("deliveryState"));
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(buildContent());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_loading, m_empty, m_scroll})
        m_stack->addWidget(widget);
    column->addWidget(m_stack, 1);
}

QWidget *DeliveryPage::buildContent() {
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, ui::metrics::pagePadding);
    column->setSpacing(16);
    m_alarms = new AlarmList(m_context.now, content);
    column->addWidget(m_alarms);
    column->addLayout(buildTools());
    m_facts = new FactRow(content);
    column->addWidget(m_facts);
    column->addLayout(buildOverview());
    m_charts = new DeliveryCharts(content);
    column->addWidget(m_charts);
    buildBreakdown(column);
    column->addStretch(1);
    return content;
}

QLayout *DeliveryPage::buildTools() {
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    m_ranges = new QButtonGroup(this);
    for (const int days : {1, 7, 30, 90})
        row->addWidget(choice(m_ranges, days, QStringLiteral("days.%1").arg(days)));
    row->addStretch(1);
    m_asOf = new QLabel;
    m_asOf->setProperty("ui", "small");
    row->addWidget(m_asOf);
    return row;
}

QLayout *DeliveryPage::buildOverview() {
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    m_funnelTitle = heading();
    m_funnel = new DeliveryFunnel;
    column->addWidget(m_funnelTitle);
    column->addWidget(m_funnel);
    return column;
}

void DeliveryPage::buildBreakdown(QLayout *column) {
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    m_breakdownTitle = heading();
    row->addWidget(m_breakdownTitle);
    row->addSpacing(12);
    m_tabs = new QButtonGroup(this);
    for (const Grouping by : {Grouping::Gateway, Grouping::Prefix, Grouping::Template})
        row->addWidget(choice(m_tabs, static_cast<int>(by), QStringLiteral("by.%1").arg(toString(by))));
    row->addStretch(1);
    m_model = new BreakdownModel(this);
    m_table = new ui::ListTable;
    m_table->setObjectName(QStringLiteral("breakdownTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ui::RowDelegate(ui::RowDelegate::Kind::Figure, m_table));
    m_table->setItemDelegateForColumn(0, new ui::RowDelegate(ui::RowDelegate::Kind::Text, m_table));
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the page scrolls
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setDefaultSectionSize(columnWidth);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setMinimumSectionSize(columnWidth);
    auto *box = static_cast<QVBoxLayout *>(column);
    box->addLayout(row);
    box->addWidget(m_table);
}

/// As high as its rows: there is one scroll bar, the page's.
void DeliveryPage::fitTable() {
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    height += m_model->rowCount() * ui::metrics::rowHeight;
    m_table->setFixedHeight(height);
}

void DeliveryPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DeliveryPage::retranslate() {
    const std::pair<int, QString> ranges[] = {
        {1, tr("24 hours")}, {7, tr("7 days")}, {30, tr("30 days")}, {90, tr("90 days")}};
    for (const auto &[days, text] : ranges)
        m_ranges->button(days)->setText(text);
    const std::pair<Grouping, QString> tabs[] = {{Grouping::Gateway, tr("Gateway")},
                                                 {Grouping::Prefix, tr("Carrier prefix")},
                                                 {Grouping::Template, tr("Template")}};
    for (const auto &[by, text] : tabs)
        m_tabs->button(static_cast<int>(by))->setText(text);
    m_funnelTitle->setText(tr("From asked for to used"));
    m_breakdownTitle->setText(tr("By"));
    m_table->setAccessibleName(tr("Delivery by gateway, carrier prefix or template"));
    m_model->retranslate();
    onUpdated();
}

} // namespace wemo::pages::delivery
