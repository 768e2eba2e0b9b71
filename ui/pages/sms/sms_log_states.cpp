// The part of SmsLogPage that says how things stand: designed states, bars, summary, words, columns.
#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/message_table.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/pages/sms/sms_log_page.h"
#include "ui/widgets/check_menu.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>

namespace wemo::pages::sms {

using Status = SmsLogModel::Status;

namespace {
constexpr int narrowBelow = 920;
const QString headerKey = QStringLiteral("pages/sms-log/header.1");

QString numberErrorOf(const std::optional<ui::ApiError> &error) {
    if (error && error->kind == ErrorKind::InvalidInput)
        for (const FieldError &field : error->fields)
            if (field.path == u"number")
                return SmsLogPage::tr("This is not a phone number we can look for. Try 0912 345 678.");
    return {};
}
} // namespace

void SmsLogPage::onModelChanged() {
    showState();
    showBars();
    showSummary();
    const int row = m_selected ? m_model->rowOf(m_selected) : -1;
    if (row < 0)
        return;
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(row);
    m_panel->showRow(*m_model->messageAt(row));
}

void SmsLogPage::showState() {
    if (m_model->status() == Status::Loading && m_model->total() == 0)
        return m_stack->setCurrentWidget(m_loading);
    if (m_model->total() > 0)
        return m_stack->setCurrentWidget(m_table);
    if (m_model->status() == Status::Failed) {
        const bool numberWrong = !numberErrorOf(m_model->error()).isEmpty();
        if (numberWrong)
            m_empty->setContent(QStringLiteral("edit-find"), tr("No such phone number"),
                                tr("Correct the number above, or look at all messages."), tr("Clear filter"));
        else
            m_empty->setContent(
                QStringLiteral("network-disconnect"), tr("The messages could not be read"),
                tr("Nothing is lost. Try again; if it stays so, tell the technicians the request ID above."),
                tr("Retry"));
    } else if (m_filter->filter().isEmpty()) {
        m_empty->setContent(QStringLiteral("mail-message"), tr("No messages yet"),
                            tr("As soon as a rider asks for a code, the message appears here. Try it in the Auth lab."),
                            tr("Open Auth lab"));
    } else {
        m_empty->setContent(QStringLiteral("edit-find"), tr("No message matches"),
                            tr("No message fits this number, state and time. Widen the filter, or clear it."),
                            tr("Clear filter"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void SmsLogPage::showBars() {
    const QString numberError = numberErrorOf(m_model->error());
    m_filter->setNumberError(numberError);
    // That what is shown is stale while offline, the shell says above every page.
    const bool offline = m_context.client.state() == ui::ConnectionState::Offline;
    if (m_model->error() && numberError.isEmpty() && !(offline && m_model->total() > 0))
        m_bar->showError(*m_model->error(), m_model->total() > 0);
    else
        m_bar->clear();
    const int count = m_model->newCount();
    m_newMessages->setText(tr("%n new message(s) – show", nullptr, count));
    m_newMessages->setVisible(count > 0);
}

void SmsLogPage::showSummary() {
    if (m_model->status() != Status::Ready)
        return m_filter->setSummary({});
    const int total = static_cast<int>(std::min<qint64>(m_model->total(), std::numeric_limits<int>::max()));
    const QString figure = QLocale().toString(total);
    m_filter->setSummary(m_model->isComplete() ? tr("%1 messages").arg(figure) : tr("%1+ messages").arg(figure));
}

void SmsLogPage::restoreColumns() {
    QHeaderView *header = m_table->horizontalHeader();
    const std::pair<SmsLogModel::Column, int> widths[] = {
        {SmsLogModel::Created, 176}, {SmsLogModel::Number, 120},    {SmsLogModel::State, 148},
        {SmsLogModel::Text, 360},    {SmsLogModel::Took, 88},       {SmsLogModel::Segments, 96},
        {SmsLogModel::Cost, 80},     {SmsLogModel::MessageId, 176},
    };
    for (const auto &entry : widths)
        header->resizeSection(entry.first, entry.second);
    header->setSectionResizeMode(SmsLogModel::Text, QHeaderView::Stretch);
    header->setSectionHidden(SmsLogModel::Segments, true);
    const QByteArray saved = m_context.settings.value(headerKey).toByteArray();
    if (!saved.isEmpty())
        header->restoreState(saved);
}

/// In a narrow table there is room for what tells messages apart; the rest stands in the details.
void SmsLogPage::showColumns(int width) {
    QHeaderView *header = m_table->horizontalHeader();
    const bool narrow = width < narrowBelow;
    if (narrow && m_wideColumns.isEmpty()) {
        m_wideColumns = header->saveState();
        for (const auto column : {SmsLogModel::Took, SmsLogModel::Segments, SmsLogModel::Cost, SmsLogModel::MessageId})
            header->setSectionHidden(column, true);
    } else if (!narrow && !m_wideColumns.isEmpty()) {
        header->restoreState(std::exchange(m_wideColumns, {}));
    }
}

void SmsLogPage::saveColumns() {
    const bool narrow = !m_wideColumns.isEmpty();
    m_context.settings.setValue(headerKey, narrow ? m_wideColumns : m_table->horizontalHeader()->saveState());
}

void SmsLogPage::offerColumns(const QPoint &at) {
    ui::CheckMenu menu;
    menu.setObjectName(QStringLiteral("columnMenu"));
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = SmsLogModel::Number; column < SmsLogModel::ColumnCount; ++column) {
        QAction *action = menu.addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header,
                [header, column](bool on) { header->setSectionHidden(column, !on); });
    }
    menu.exec(header->mapToGlobal(at));
}

void SmsLogPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SmsLogPage::retranslate() {
    m_table->setAccessibleName(tr("Messages, newest first"));
    m_model->retranslate();
    onModelChanged();
}

} // namespace wemo::pages::sms
