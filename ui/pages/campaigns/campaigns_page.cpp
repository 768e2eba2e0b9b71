#include "ui/pages/campaigns/campaigns_page.h"

#include "ui/pages/campaigns/campaign_desk.h"
#include "ui/pages/campaigns/campaign_list.h"
#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QActionGroup>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
const QString campaignItem = QStringLiteral("campaign");
const QString newWord = QStringLiteral("new");
constexpr CampaignStatus statuses[] = {CampaignStatus::Draft,      CampaignStatus::Submitted,
                                       CampaignStatus::Scheduled,  CampaignStatus::Published,
                                       CampaignStatus::RolledBack, CampaignStatus::Withdrawn};
constexpr int anyStatus = -1;
} // namespace

ui::PageSpec CampaignsPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("price-campaigns");
    spec.icon = QStringLiteral("view-calendar-list");
    spec.permission = staff::Permission::PricingRead;
    spec.section = [] { return tr("Prices"); };
    spec.title = [] { return tr("Price changes"); };
    spec.subtitle = [] { return tr("Change many prices at once, rehearsed before and taken back in one step."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new CampaignsPage(context, parent);
    };
    spec.find = [](const QString &typed) -> QList<ui::PaletteHit> {
        const bool named = typed.size() >= 3 && QStringLiteral("rabbit jump campaigns").contains(typed.toLower());
        return named ? QList<ui::PaletteHit>{{tr("Price changes"), {}, {}}} : QList<ui::PaletteHit>();
    };
    return spec;
}

CampaignsPage::CampaignsPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_model(new CampaignListModel(context.now, this))
    , m_new(new QAction(this)) {
    setObjectName(QStringLiteral("campaignsPage"));
    m_new->setObjectName(QStringLiteral("newCampaign"));
    m_new->setIcon(ui::icon(QStringLiteral("list-add"), ui::IconRole::OnAccent));
    m_new->setVisible(context.client.may(staff::Permission::PricingEdit));
    build();
    wire();
    retranslate();
}

CampaignsPage::~CampaignsPage() = default;

void CampaignsPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    m_listPart = buildList();
    m_desk = new CampaignDesk(m_context, m_source, m_stack);
    m_stack->addWidget(m_listPart);
    m_stack->addWidget(m_desk);
    column->addWidget(m_stack);
}

QWidget *CampaignsPage::buildList() {
    auto *part = new QWidget(m_stack);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(ui::metrics::pagePadding, 12, ui::metrics::pagePadding, 0);
    column->setSpacing(8);
    m_bar = new ui::MessageBar(part);
    m_bar->setObjectName(QStringLiteral("campaignsError"));
    m_filter = new ui::FilterBar(part);
    buildChip();
    m_states = new QStackedWidget(part);
    m_loading = new ui::SkeletonLoading(m_states);
    m_empty = new ui::EmptyState(m_states);
    m_empty->setObjectName(QStringLiteral("campaignsState"));
    m_table = new ui::ListTable(m_states);
    m_table->setObjectName(QStringLiteral("campaignTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(CampaignListModel::Status,
                                      new ui::RowDelegate(ui::RowDelegate::Kind::Pill, m_table));
    m_table->setItemDelegateForColumn(CampaignListModel::Plans,
                                      new ui::RowDelegate(ui::RowDelegate::Kind::Figure, m_table));
    const int widths[] = {176, 304, 168, 72, 128, 120};
    for (int i = 0; i < CampaignListModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_filter->field()->setList(m_table);
    for (QWidget *state : std::initializer_list<QWidget *>{m_loading, m_empty, m_table})
        m_states->addWidget(state);
    column->addWidget(m_bar);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
    return part;
}

void CampaignsPage::buildChip() {
    m_chip = m_filter->addChip(QStringLiteral("statusChip"));
    auto *menu = new QMenu(m_chip);
    auto *group = new QActionGroup(menu);
    const auto add = [&](int value) {
        QAction *action = group->addAction(menu->addAction(QString()));
        action->setCheckable(true);
        action->setData(value);
        action->setChecked(value == anyStatus);
    };
    add(anyStatus);
    for (const CampaignStatus status : statuses)
        add(static_cast<int>(status));
    m_chip->setMenu(menu);
    connect(group, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int value = action->data().toInt();
        m_status = value == anyStatus ? std::nullopt : std::optional(static_cast<CampaignStatus>(value));
        filter();
    });
}

void CampaignsPage::wire() {
    connect(m_new, &QAction::triggered, this, &CampaignsPage::openNew);
    connect(m_empty, &ui::EmptyState::actionRequested, this, [this] {
        if (m_hasFailed)
            readList();
        else if (m_model->total() == 0)
            openNew();
        else
            Q_EMIT m_filter->cleared();
    });
    connect(m_bar, &ui::MessageBar::retryRequested, this, &CampaignsPage::readList);
    connect(m_filter->field(), &ui::SearchField::searched, this, &CampaignsPage::filter);
    connect(m_filter, &ui::FilterBar::cleared, this, [this] {
        m_filter->field()->setTextQuietly({});
        m_chip->menu()->actions().constFirst()->trigger();
        filter();
    });
    connect(m_table, &ui::ListTable::opened, this,
            [this](const QModelIndex &index) { openCampaign(m_model->at(index.row()).id); });
    connect(m_desk, &CampaignDesk::closed, this, &CampaignsPage::closeCampaign);
    connect(m_desk, &CampaignDesk::noticed, this, &CampaignsPage::noticed);
    connect(m_desk, &CampaignDesk::saved, this, [this] {
        readList();
        Q_EMIT placeChanged(true);
    });
    // What was asked before there was a service, or while it was away, is asked again.
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, [this](ui::ConnectionState state) {
        if (state != ui::ConnectionState::Connected || !isVisible())
            return;
        readList();
        m_desk->comeBack();
    });
    connect(&m_context.live, &ui::LiveStream::received, this, &CampaignsPage::onLive);
    connect(&m_context.live, &ui::LiveStream::reset, this, &CampaignsPage::readList);
}

void CampaignsPage::readList() {
    m_source.list().then(this, [this](const ui::ApiResult<QList<Campaign>> &campaigns) {
        m_hasFailed = !campaigns;
        if (campaigns) {
            m_isLoaded = true;
            m_bar->clear();
            m_model->setCampaigns(*campaigns);
        } else {
            m_bar->showError(campaigns.error());
        }
        showWhatThereIs();
    });
}

void CampaignsPage::filter() {
    m_model->setFilter(m_filter->field()->text().trimmed(), m_status);
    showWhatThereIs();
}

void CampaignsPage::showWhatThereIs() {
    m_model->setUnsaved(CampaignDesk::unsaved(m_context.settings));
    const bool filtered = m_status || !m_filter->field()->text().isEmpty();
    ui::FilterBar::setChip(m_chip,
                           m_status ? tr("Status: %1").arg(pages::pricing::statusPill(*m_status).word) : tr("Status"),
                           m_status.has_value());
    m_filter->setClearVisible(filtered);
    m_filter->setSummary(m_isLoaded ? tr("%n price change(s)", nullptr, m_model->rowCount()) : QString());
    QWidget *shown = m_table;
    if (!m_isLoaded && !m_hasFailed) {
        shown = m_loading;
    } else if (!m_isLoaded) {
        m_empty->setContent(QStringLiteral("network-disconnect"), tr("The price changes could not be read"),
                            tr("Prices that are scheduled come into force all the same."), tr("Retry"));
        shown = m_empty;
    } else if (m_model->rowCount() == 0 && filtered) {
        m_empty->setContent(QStringLiteral("edit-find"), tr("None fits"), tr("No price change fits this filter."),
                            tr("Clear the filter"));
        shown = m_empty;
    } else if (m_model->rowCount() == 0) {
        m_empty->setContent(QStringLiteral("view-calendar-list"), tr("No price changes yet"),
                            tr("A price change holds new prices for many plans. It is rehearsed, approved by a second "
                               "person, published at one moment and taken back in one step."),
                            m_new->isVisible() ? tr("New price change") : QString());
        shown = m_empty;
    }
    m_states->setCurrentWidget(shown);
}

bool CampaignsPage::isAtDesk() const {
    return m_stack->currentWidget() == m_desk;
}

void CampaignsPage::openCampaign(Id id) {
    m_desk->leave();
    m_stack->setCurrentWidget(m_desk);
    m_desk->open(id);
    Q_EMIT placeChanged(false);
}

void CampaignsPage::openNew() {
    m_desk->leave();
    m_stack->setCurrentWidget(m_desk);
    m_desk->openNew();
    Q_EMIT placeChanged(false);
}

void CampaignsPage::closeCampaign() {
    const Id id = m_desk->campaignId();
    m_desk->leave();
    m_stack->setCurrentWidget(m_listPart);
    readList();
    if (const int row = m_model->rowOf(id); row >= 0)
        m_table->selectRow(row);
    m_table->setFocus();
    Q_EMIT placeChanged(false);
}

void CampaignsPage::onLive(const live::LiveEvent &event) {
    if (event.type != live::pricingCampaignChanged)
        return;
    readList();
    m_desk->onChanged(idFromString(event.data.value("campaign_id").toString()).value_or(0),
                      event.data.value("version").toInteger());
}

void CampaignsPage::refresh() {
    readList();
    if (isAtDesk())
        m_desk->reload();
}

bool CampaignsPage::focusFilter() {
    if (isAtDesk())
        m_desk->focusFilter();
    else
        m_filter->field()->setFocus();
    return true;
}

bool CampaignsPage::backOut() {
    if (isAtDesk())
        return m_desk->backOut();
    if (!m_status && m_filter->field()->text().isEmpty())
        return false;
    Q_EMIT m_filter->cleared();
    return true;
}

QString CampaignsPage::place() const {
    if (!isAtDesk())
        return {};
    const Id id = m_desk->campaignId();
    return QStringLiteral("%1=%2").arg(campaignItem, id == 0 ? newWord : idToString(id));
}

void CampaignsPage::openPlace(const QString &place) {
    const QString item = QUrlQuery(place).queryItemValue(campaignItem);
    if (place == this->place())
        return;
    if (item == newWord)
        return openNew();
    if (const auto id = idFromString(item))
        return openCampaign(*id);
    closeCampaign();
}

void CampaignsPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    readList();
}

void CampaignsPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CampaignsPage::retranslate() {
    m_new->setText(tr("New price change"));
    m_filter->field()->setPlaceholderText(tr("Name, author or ID"));
    m_filter->field()->setAccessibleName(tr("Find a price change"));
    m_table->setAccessibleName(tr("Price changes"));
    const QList<QAction *> actions = m_chip->menu()->actions();
    for (QAction *action : actions) {
        const int value = action->data().toInt();
        action->setText(value == anyStatus ? tr("Any status")
                                           : pages::pricing::statusPill(static_cast<CampaignStatus>(value)).word);
    }
    showWhatThereIs();
}

} // namespace wemo::pages::campaigns
