#include "ui/pages/sms/messages_view.h"

#include "ui/pages/sms/bulk_panel.h"
#include "ui/pages/sms/bulk_run.h"
#include "ui/pages/sms/message_columns.h"
#include "ui/pages/sms/message_export.h"
#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/message_table.h"
#include "ui/pages/sms/saved_filter_chip.h"
#include "ui/pages/sms/send_panel.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/widgets/search_field.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrlQuery>

namespace wemo::pages::sms {

using wemo::sms::Message;

namespace {
constexpr int panelWidth = 400;
constexpr int tickMs = 10'000;
const QString messageItem = QStringLiteral("message");
const QString widthKey = QStringLiteral("pages/sms-log/panel-width");

/// Whose filters these are; whoever signs in next has others.
QString accountOf(const ui::ApiClient &client) {
    return client.session() ? idToString(client.session()->account.id) : QString();
}
} // namespace

MessagesView::MessagesView(const ui::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_source(context.client)
    , m_sendSource(context.client)
    , m_bulkSource(context.client)
    , m_savedFilters(context.settings, accountOf(context.client))
    , m_model(new SmsLogModel(m_source, context.now, this))
    , m_export(new MessageExport(m_source, this))
    , m_bulkRun(new BulkRun(m_bulkSource, this)) {
    setObjectName(QStringLiteral("messagesView"));
    build();
    buildActions();
    wireList();
    wireLive();
    wireSide();
    wireFilters();
    wireExport();
    wireBulk();
    m_columns->restore();
    makeFilterActions();
    followRights();
    retranslate();
    applyFilter();
    connect(&m_tick, &QTimer::timeout, m_model, &SmsLogModel::tick);
    m_tick.start(tickMs);
}

MessagesView::~MessagesView() {
    m_columns->save();
}

void MessagesView::applyFilter() {
    m_saved->setCurrent(filterQuery());
    m_saveFilter->setEnabled(!m_filter->isEmpty());
    m_model->setAtTop(true);
    m_model->setFilter(m_filter->filter());
}

void MessagesView::onFilterChanged() {
    applyFilter();
    Q_EMIT placeChanged(true);
}

void MessagesView::applyQuery(const QString &query) {
    m_filter->readFrom(QUrlQuery(query));
    applyFilter();
    focusList();
    Q_EMIT placeChanged(false);
}

QString MessagesView::filterQuery() const {
    QUrlQuery query;
    m_filter->writeTo(query);
    return query.toString(QUrl::FullyEncoded);
}

void MessagesView::refresh() {
    if (m_model->filter() == m_filter->filter())
        m_model->refresh();
    else
        applyFilter(); // a preset such as the last hour has moved on
    if (m_side->currentWidget() == m_panel && m_side->isVisible())
        m_panel->reload();
}

void MessagesView::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    focusList();
    readChoices();
}

/// Once they are needed: what the chips offer.
void MessagesView::readChoices() {
    if (m_context.client.state() != ui::ConnectionState::Connected || std::exchange(m_choicesRead, true))
        return;
    m_source.gateways().then(this, [this](const ui::ApiResult<QStringList> &names) {
        if (names)
            m_filter->setGateways(*names);
        else
            m_choicesRead = false; // the service was not there yet
    });
    m_sendPanel->readTemplates();
}

void MessagesView::focusFilter() {
    m_filter->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_filter->searchField()->selectAll();
}

void MessagesView::focusList() {
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); // the stack hands it on as states change
}

bool MessagesView::backOut() {
    if (m_saved->cancelNaming())
        return true;
    if (!m_side->isHidden()) {
        if (m_side->currentWidget() != m_panel || !m_panel->backOut())
            closeSide();
        return true;
    }
    if (m_filter->isEmpty())
        return false;
    m_filter->clear();
    m_table->setFocus(Qt::OtherFocusReason);
    onFilterChanged();
    return true;
}

void MessagesView::writeTo(QUrlQuery &query) const {
    m_filter->writeTo(query);
    if (m_selected)
        query.addQueryItem(messageItem, idToString(m_selected));
}

void MessagesView::readFrom(const QUrlQuery &query) {
    const auto before = m_filter->filter();
    m_filter->readFrom(query);
    if (m_filter->filter() != before)
        applyFilter();
    if (const auto id = idFromString(query.queryItemValue(messageItem)))
        openId(*id);
    else
        closeSide();
}

void MessagesView::onOpened(const QModelIndex &index) {
    const Message *message = m_model->messageAt(index.row());
    if (!message || (message->id == m_selected && m_panel->isVisible()))
        return;
    openMessage(*message);
    Q_EMIT placeChanged(true);
}

void MessagesView::openMessage(const Message &message) {
    openId(message.id);
    m_panel->showMessage(message);
}

void MessagesView::openId(Id id) {
    m_selected = id;
    m_panel->showId(id);
    openSide(m_panel);
    if (const int row = m_model->rowOf(id); row < 0)
        m_table->clearSelection();
    else if (m_table->currentIndex().row() != row)
        m_table->selectRow(row);
}

void MessagesView::openSide(QWidget *panel) {
    m_side->setCurrentWidget(panel);
    if (!m_side->isHidden())
        return;
    m_side->show();
    const int width = m_context.settings.value(widthKey, panelWidth).toInt();
    m_splitter->setSizes({std::max(1, m_splitter->width() - width), width});
}

void MessagesView::closeSide() {
    if (m_side->isHidden())
        return;
    m_context.settings.setValue(widthKey, m_side->width());
    m_side->hide();
    m_panel->showId(0);
    m_selected = 0;
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeChanged(true);
}

} // namespace wemo::pages::sms
