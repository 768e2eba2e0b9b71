// The part of MessagesView that says how things stand: designed states, bars, summary, words.
#include "ui/pages/sms/message_panel.h"
#include "ui/pages/sms/message_table.h"
#include "ui/pages/sms/messages_view.h"
#include "ui/pages/sms/saved_filter_chip.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>

namespace wemo::pages::sms {

using Status = SmsLogModel::Status;

namespace {
bool isWrong(const std::optional<ui::ApiError> &error, QStringView path) {
    return error && error->kind == ErrorKind::InvalidInput &&
           std::any_of(error->fields.cbegin(), error->fields.cend(),
                       [path](const FieldError &field) { return field.path == path; });
}

QString numberErrorOf(const std::optional<ui::ApiError> &error) {
    return isWrong(error, u"number") ? MessagesView::tr("This is not a phone number we can look for. Try 0912 345 678.")
                                     : QString();
}

QString rangeErrorOf(const std::optional<ui::ApiError> &error) {
    return isWrong(error, u"from") || isWrong(error, u"to") ? MessagesView::tr("The end must lie after the start.")
                                                            : QString();
}
} // namespace

void MessagesView::onModelChanged() {
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

void MessagesView::showState() {
    if (m_model->status() == Status::Loading && m_model->total() == 0)
        return m_stack->setCurrentWidget(m_loading);
    if (m_model->total() > 0)
        return m_stack->setCurrentWidget(m_table);
    if (m_model->status() == Status::Failed) {
        if (!numberErrorOf(m_model->error()).isEmpty())
            m_empty->setContent(QStringLiteral("edit-find"), tr("No such phone number"),
                                tr("Correct the number above, or look at all messages."), tr("Clear filter"));
        else if (!rangeErrorOf(m_model->error()).isEmpty())
            m_empty->setContent(QStringLiteral("edit-find"), tr("No such time"),
                                tr("Correct the time above, or look at all messages."), tr("Clear filter"));
        else
            m_empty->setContent(
                QStringLiteral("network-disconnect"), tr("The messages could not be read"),
                tr("Nothing is lost. Try again; if it stays so, tell the technicians the request ID above."),
                tr("Retry"));
    } else if (m_filter->isEmpty()) {
        m_empty->setContent(QStringLiteral("mail-message"), tr("No messages yet"),
                            tr("As soon as a rider asks for a code, the message appears here. Try it in the Auth lab."),
                            tr("Open Auth lab"));
    } else {
        m_empty->setContent(QStringLiteral("edit-find"), tr("No message matches"),
                            tr("No message fits all of this filter. Widen it, or clear it."), tr("Clear filter"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void MessagesView::showBars() {
    const QString numberError = numberErrorOf(m_model->error());
    const QString rangeError = rangeErrorOf(m_model->error());
    m_filter->setNumberError(numberError);
    m_filter->setRangeError(rangeError);
    // That what is shown is stale while offline, the shell says above every page.
    const bool offline = m_context.client.state() == ui::ConnectionState::Offline;
    if (m_model->error() && numberError.isEmpty() && rangeError.isEmpty() && !(offline && m_model->total() > 0))
        m_bar->showError(*m_model->error(), m_model->total() > 0);
    else
        m_bar->clear();
    const int count = m_model->newCount();
    m_newMessages->setText(tr("%n new message(s) – show", nullptr, count));
    m_newMessages->setVisible(count > 0);
}

void MessagesView::showSummary() {
    if (m_model->status() != Status::Ready)
        return m_filter->setSummary({});
    const QString figure = QLocale().toString(m_model->estimate());
    if (m_model->isComplete())
        return m_filter->setSummary(tr("%1 messages").arg(figure));
    m_filter->setSummary(m_model->isEstimated() ? tr("about %1 messages").arg(figure) : tr("%1+ messages").arg(figure));
}

void MessagesView::onEmptyAction() {
    const bool failed = m_model->status() == SmsLogModel::Status::Failed;
    if (failed && (m_filter->isEmpty() || m_model->error()->kind != ErrorKind::InvalidInput))
        return m_model->retry();
    if (m_filter->isEmpty())
        return Q_EMIT openRequested(QStringLiteral("auth-lab"), {});
    m_filter->clear();
    onFilterChanged();
}

void MessagesView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessagesView::retranslate() {
    m_send->setText(tr("Send a message"));
    m_bulk->setText(tr("Send failed again…"));
    m_bulk->setToolTip(tr("Send the failed messages of this filter once more"));
    m_exportAll->setText(tr("Export…"));
    m_exportAll->setToolTip(tr("All messages of this filter into a workbook or CSV file (Ctrl+E)"));
    m_saveFilter->setText(tr("Save this filter…"));
    m_chooseColumns->setText(tr("Choose columns…"));
    m_saved->retranslate();
    makeFilterActions();
    m_table->setAccessibleName(tr("Messages, newest first"));
    m_model->retranslate();
    onModelChanged();
}

} // namespace wemo::pages::sms
