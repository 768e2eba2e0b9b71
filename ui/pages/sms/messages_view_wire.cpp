// The part of MessagesView that connects its parts.
#include "models/live/live_event.h"
#include "ui/pages/sms/bulk_panel.h"
#include "ui/pages/sms/message_columns.h"
#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/message_table.h"
#include "ui/pages/sms/messages_view.h"
#include "ui/pages/sms/saved_filter_chip.h"
#include "ui/pages/sms/send_panel.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>
#include <QStackedWidget>

namespace wemo::pages::sms {

using wemo::sms::Message;

void MessagesView::wireList() {
    connect(m_model, &SmsLogModel::changed, this, &MessagesView::onModelChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_selected ? m_model->rowOf(m_selected) : -1; row >= 0)
            m_table->selectRow(row);
    });
    connect(m_table, &MessageTable::visibleRangeChanged, m_model, &SmsLogModel::setVisibleRange);
    connect(m_table, &MessageTable::atTopChanged, m_model, &SmsLogModel::setAtTop);
    connect(m_table, &MessageTable::widthChanged, m_columns, &MessageColumns::followWidth);
    connect(m_table, &MessageTable::opened, this, &MessagesView::onOpened);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (m_panel->isVisible() && index.isValid())
            onOpened(index);
    });
    connect(m_newMessages, &QPushButton::clicked, this, [this] {
        m_table->scrollToTop();
        m_model->showNew();
    });
    connect(m_bar, &ui::MessageBar::retryRequested, m_model, &SmsLogModel::retry);
    connect(m_empty, &ui::EmptyState::actionRequested, this, &MessagesView::onEmptyAction);
}

void MessagesView::wireLive() {
    connect(&m_context.live, &ui::LiveStream::received, this, [this](const live::LiveEvent &event) {
        if (event.type != live::smsMessageChanged)
            return;
        const Result<Message> message = wemo::sms::messageFromJson(event.data);
        if (!message)
            return;
        m_model->applyLive(*message);
        m_panel->applyLive(*message);
    });
    connect(&m_context.live, &ui::LiveStream::reset, this, &MessagesView::refresh);
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, [this](ui::ConnectionState state) {
        if (state == ui::ConnectionState::Connected && m_model->error())
            m_model->retry();
        if (isVisible())
            readChoices();
        showBars();
    });
    connect(&m_context.client, &ui::ApiClient::sessionChanged, this, &MessagesView::followRights);
}

void MessagesView::wireSide() {
    connect(m_panel, &MessagePanel::closeRequested, this, &MessagesView::closeSide);
    connect(m_panel, &MessagePanel::acting, this, &MessagesView::acting);
    connect(m_panel, &MessagePanel::noticed, this, &MessagesView::noticed);
    connect(m_panel, &MessagePanel::changed, m_model, &SmsLogModel::applyLive);
    connect(m_panel, &MessagePanel::messageRequested, this, [this](Id id) {
        openId(id);
        Q_EMIT placeChanged(false);
    });
    connect(m_panel, &MessagePanel::filterRequested, this, &MessagesView::applyQuery);
    connect(m_panel, &MessagePanel::queueRequested, this,
            [this](const QString &place) { Q_EMIT openRequested(QStringLiteral("queue"), place); });
    connect(m_sendPanel, &SendPanel::closeRequested, this, &MessagesView::closeSide);
    connect(m_sendPanel, &SendPanel::acting, this, &MessagesView::acting);
    connect(m_sendPanel, &SendPanel::templatesRead, m_filter, &SmsFilterBar::setTemplates);
    connect(m_sendPanel, &SendPanel::sent, this, [this](const Message &message) {
        m_model->applyLive(message);
        openMessage(message);
        Q_EMIT noticed(message.scheduledAt ? tr("The message is scheduled.") : tr("The message is on its way."));
        Q_EMIT placeChanged(false);
    });
    connect(m_bulkPanel, &BulkPanel::closeRequested, this, &MessagesView::closeSide);
    connect(m_bulkPanel, &BulkPanel::acting, this, &MessagesView::acting);
}

void MessagesView::wireFilters() {
    connect(m_filter, &SmsFilterBar::changed, this, &MessagesView::onFilterChanged);
    connect(m_filter, &SmsFilterBar::messageTyped, this, [this](Id id) {
        applyFilter(); // its text is gone from the field
        openId(id);
        Q_EMIT placeChanged(false);
    });
    connect(m_saved, &SavedFilterChip::applied, this, &MessagesView::applyQuery);
    connect(m_saved, &SavedFilterChip::noticed, this, &MessagesView::noticed);
    connect(m_saved, &SavedFilterChip::undoOffered, this, &MessagesView::undoOffered);
    connect(m_saved, &SavedFilterChip::listChanged, this, &MessagesView::makeFilterActions);
}

void MessagesView::makeFilterActions() {
    qDeleteAll(m_filterActions);
    m_filterActions.clear();
    const auto all = m_savedFilters.all();
    for (const SavedFilter &filter : all) {
        auto *action = new QAction(tr("Filter: %1").arg(filter.name), this);
        action->setObjectName(QStringLiteral("filter.") + filter.name);
        connect(action, &QAction::triggered, this, [this, query = filter.query] { applyQuery(query); });
        m_filterActions.append(action);
    }
}

QList<QAction *> MessagesView::commands() const {
    return QList<QAction *>{m_bulk, m_exportAll, m_saveFilter, m_chooseColumns} + m_panel->actions() + m_filterActions;
}

void MessagesView::followRights() {
    m_send->setVisible(m_context.client.may(staff::Permission::SmsSend));
    m_bulk->setVisible(m_context.client.may(staff::Permission::SmsBulk));
}

} // namespace wemo::pages::sms
