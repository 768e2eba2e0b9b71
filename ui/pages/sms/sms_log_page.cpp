#include "ui/pages/sms/sms_log_page.h"

#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/message_table.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/skeleton_loading.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::Message;
using Status = SmsLogModel::Status;

namespace {
constexpr int panelWidth = 400;
constexpr int tickMs = 10'000;
constexpr int shortestId = 16; // one digit more than the longest phone number
const QString messageItem = QStringLiteral("message");
} // namespace

ui::PageSpec SmsLogPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("sms-log");
    spec.icon = QStringLiteral("mail-message");
    spec.permission = staff::Permission::SmsRead;
    spec.section = [] { return tr("Messages"); };
    spec.title = [] { return tr("SMS log"); };
    spec.subtitle = [] { return tr("Every text message sent to riders, and what became of it."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new SmsLogPage(context, parent);
    };
    spec.find = [](const QString &typed) -> QList<ui::PaletteHit> {
        const QString digits = QString(typed).remove(u' ').remove(u'-');
        QUrlQuery query;
        if (const auto id = idFromString(digits); id && digits.size() >= shortestId) {
            query.addQueryItem(messageItem, digits);
            return {{tr("Message %1").arg(digits), tr("SMS log"), query.toString(QUrl::FullyEncoded)}};
        }
        if (digits.startsWith(u"09") || digits.startsWith(u"+886") || digits.startsWith(u"886")) {
            query.addQueryItem(QStringLiteral("number"), digits);
            return {{tr("Messages to %1").arg(typed), tr("SMS log"), query.toString(QUrl::FullyEncoded)}};
        }
        return {};
    };
    return spec;
}

SmsLogPage::SmsLogPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_model(new SmsLogModel(m_source, context.now, this)) {
    setObjectName(QStringLiteral("smsLogPage"));
    build();
    wire();
    wireLive();
    restoreColumns();
    retranslate();
    applyFilter();
}

SmsLogPage::~SmsLogPage() {
    saveColumns();
}

void SmsLogPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(ui::metrics::pagePadding, 12, ui::metrics::pagePadding, 0);
    top->setSpacing(8);
    m_filter = new SmsFilterBar(m_context.now, this);
    m_bar = new ui::MessageBar(this);
    m_newMessages = new QPushButton(this);
    m_newMessages->setObjectName(QStringLiteral("newMessages"));
    m_newMessages->setProperty("ui", "small");
    m_newMessages->hide();
    top->addWidget(m_filter);
    top->addWidget(m_bar);
    top->addWidget(m_newMessages, 0, Qt::AlignHCenter);
    column->addLayout(top);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_stack = new QStackedWidget(m_splitter);
    m_stack->setContentsMargins(12, 0, 0, 0); // with the cells' own padding the text stands under the filter
    m_table = new MessageTable(m_stack);
    m_table->setModel(m_model);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("listState"));
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_empty->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_table, m_loading, m_empty})
        m_stack->addWidget(widget);
    m_panel = new MessagePanel(m_context.client, m_context.now, m_splitter);
    m_panel->setMinimumWidth(320);
    m_panel->hide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    column->addWidget(m_splitter, 1);
    m_filter->numberField()->setList(m_table);
}

void SmsLogPage::wire() {
    connect(m_filter, &SmsFilterBar::changed, this, [this] {
        applyFilter();
        Q_EMIT placeChanged(true);
    });
    connect(m_model, &SmsLogModel::changed, this, &SmsLogPage::onModelChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_selected ? m_model->rowOf(m_selected) : -1; row >= 0)
            m_table->selectRow(row);
    });
    connect(m_table, &MessageTable::visibleRangeChanged, m_model, &SmsLogModel::setVisibleRange);
    connect(m_table, &MessageTable::atTopChanged, m_model, &SmsLogModel::setAtTop);
    connect(m_table, &MessageTable::widthChanged, this, &SmsLogPage::showColumns);
    connect(m_table, &MessageTable::opened, this, &SmsLogPage::onOpened);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (m_panel->isVisible() && index.isValid())
            onOpened(index);
    });
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this, &SmsLogPage::offerColumns);
    connect(m_newMessages, &QPushButton::clicked, this, [this] {
        m_table->scrollToTop();
        m_model->showNew();
    });
    connect(m_bar, &ui::MessageBar::retryRequested, m_model, &SmsLogModel::retry);
    connect(m_empty, &ui::EmptyState::actionRequested, this, [this] {
        if (m_model->status() == Status::Failed && m_filter->filter().isEmpty())
            return m_model->retry();
        if (m_model->status() == Status::Failed && m_model->error()->kind != ErrorKind::InvalidInput)
            return m_model->retry();
        if (m_filter->filter().isEmpty())
            return Q_EMIT openRequested(QStringLiteral("auth-lab"), {});
        m_filter->clear();
        applyFilter();
        Q_EMIT placeChanged(true);
    });
    connect(m_panel, &MessagePanel::closeRequested, this, &SmsLogPage::closePanel);
    connect(m_panel, &MessagePanel::noticed, this, &SmsLogPage::noticed);
    connect(&m_tick, &QTimer::timeout, m_model, &SmsLogModel::tick);
    m_tick.start(tickMs);
}

void SmsLogPage::wireLive() {
    connect(&m_context.live, &ui::LiveStream::received, this, [this](const live::LiveEvent &event) {
        if (event.type != live::smsMessageChanged)
            return;
        const Result<Message> message = wemo::sms::messageFromJson(event.data);
        if (!message)
            return;
        m_model->applyLive(*message);
        m_panel->applyLive(*message);
    });
    connect(&m_context.live, &ui::LiveStream::reset, this, &SmsLogPage::refresh);
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, [this](ui::ConnectionState state) {
        if (state == ui::ConnectionState::Connected && m_model->error())
            m_model->retry();
        showBars();
    });
}

void SmsLogPage::applyFilter() {
    m_model->setAtTop(true);
    m_model->setFilter(m_filter->filter());
}

void SmsLogPage::refresh() {
    if (m_model->filter() == m_filter->filter())
        m_model->refresh();
    else
        applyFilter(); // a preset such as the last hour has moved on
    if (m_panel->isVisible())
        m_panel->reload();
}

void SmsLogPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); // the stack hands it on as states change
}

bool SmsLogPage::focusFilter() {
    m_filter->numberField()->setFocus(Qt::ShortcutFocusReason);
    m_filter->numberField()->selectAll();
    return true;
}

bool SmsLogPage::backOut() {
    if (m_panel->isVisible()) {
        closePanel();
        return true;
    }
    if (m_filter->filter().isEmpty())
        return false;
    m_filter->clear();
    applyFilter();
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged(true);
    return true;
}

QString SmsLogPage::place() const {
    QUrlQuery query;
    m_filter->writeTo(query);
    if (m_selected)
        query.addQueryItem(messageItem, idToString(m_selected));
    return query.toString(QUrl::FullyEncoded);
}

void SmsLogPage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    const auto before = m_filter->filter();
    m_filter->readFrom(query);
    if (m_filter->filter() != before)
        applyFilter();
    if (const auto id = idFromString(query.queryItemValue(messageItem)))
        openId(*id);
    else
        closePanel();
}

void SmsLogPage::onOpened(const QModelIndex &index) {
    const Message *message = m_model->messageAt(index.row());
    if (!message || (message->id == m_selected && m_panel->isVisible()))
        return;
    openMessage(*message);
    Q_EMIT placeChanged(true);
}

void SmsLogPage::openMessage(const Message &message) {
    openId(message.id);
    m_panel->showMessage(message);
}

void SmsLogPage::openId(Id id) {
    m_selected = id;
    m_panel->showId(id);
    if (!m_panel->isVisibleTo(this)) {
        m_panel->show();
        const int width = m_context.settings.value(QStringLiteral("pages/sms-log/panel-width"), panelWidth).toInt();
        m_splitter->setSizes({std::max(1, m_splitter->width() - width), width});
    }
    if (const int row = m_model->rowOf(id); row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
}

void SmsLogPage::closePanel() {
    if (!m_panel->isVisibleTo(this))
        return;
    m_context.settings.setValue(QStringLiteral("pages/sms-log/panel-width"), m_panel->width());
    m_panel->hide();
    m_panel->showId(0);
    m_selected = 0;
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged(true);
}

} // namespace wemo::pages::sms
