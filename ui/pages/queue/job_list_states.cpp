// The part of JobList that says how things stand: what stands in the table's place, errors, how much one sees.
#include "ui/pages/queue/job_list.h"
#include "ui/pages/queue/job_table.h"
#include "ui/pages/queue/queue_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/skeleton_loading.h"
#include "ui/widgets/time_text.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

namespace wemo::pages::queue {

using Status = JobModel::Status;

namespace {
QString figure(qint64 number) {
    return QLocale().toString(number);
}
} // namespace

void JobList::onModelChanged() {
    if (!m_model->isBusy() && !m_model->error())
        m_readAt = m_now();
    showState();
    if (m_model->error() && !(m_stale && m_model->rowCount() > 0))
        m_error->showError(*m_model->error(), m_model->rowCount() > 0);
    else
        m_error->clear();
    showFooter();
    if (!m_model->isBusy())
        Q_EMIT loaded();
}

void JobList::showState() {
    if (m_model->rowCount() > 0)
        return m_stack->setCurrentWidget(m_table);
    if (m_model->status() == Status::Loading)
        return m_stack->setCurrentWidget(m_loading);
    showNothing();
    m_stack->setCurrentWidget(m_empty);
}

void JobList::showNothing() {
    if (m_model->status() == Status::Failed)
        return m_empty->setContent(
            QStringLiteral("network-disconnect"), tr("The jobs could not be read"),
            tr("The queue works on by itself. Try again; if it stays so, tell the technicians the request ID above."),
            tr("Retry"));
    if (m_model->isPaused())
        return m_empty->setContent(
            QStringLiteral("edit-find"), tr("Nothing found so far"),
            tr("Looked through %1 of %2 jobs.").arg(figure(m_model->scanned()), figure(m_model->total())),
            tr("Search on"));
    if (!m_model->filter().search.isEmpty())
        return m_empty->setContent(
            QStringLiteral("edit-find"), tr("No job matches"),
            tr("No job in this state has that number, ID, name or text. It may be in another state or queue."),
            tr("Clear search"));
    m_empty->setContent(QStringLiteral("dialog-ok-apply"), emptyTitle(m_state), emptySentence(m_state));
}

QString JobList::footerText() const {
    const qint64 rows = m_model->rowCount();
    if (m_allSelected && m_model->filter().search.isEmpty())
        return tr("All %1 jobs selected").arg(figure(m_model->total()));
    if (m_allSelected)
        return tr("All jobs that match are selected");
    QStringList parts;
    if (const qsizetype selected = m_table->selectedIds().size(); selected > 1)
        parts.append(tr("%1 selected").arg(figure(selected)));
    if (m_model->isFull())
        parts.append(tr("the first %1 of %2 – search to find others").arg(figure(rows), figure(m_model->total())));
    else if (m_model->filter().search.isEmpty())
        parts.append(m_model->hasMore() ? tr("%1 of %2 jobs read").arg(figure(rows), figure(m_model->total()))
                                        : tr("%1 jobs").arg(figure(rows)));
    else
        parts.append(
            tr("%1 found, searched %2 of %3").arg(figure(rows), figure(m_model->scanned()), figure(m_model->total())));
    parts.append(tr("as of %1").arg(ui::timeOfDay(m_readAt)));
    return parts.join(QStringLiteral("  ·  "));
}

void JobList::showFooter() {
    const bool rows = m_model->rowCount() > 0;
    m_summary->setText(rows && m_model->status() == Status::Ready ? footerText() : QString());
    m_searchOn->setVisible(rows && m_model->isPaused() && !m_model->filter().search.isEmpty());
    m_searchOn->setEnabled(!m_model->isBusy());
    m_searchOn->setText(m_model->isBusy() ? tr("Searching …") : tr("Search on"));
    const bool collecting = m_table->selectedIds().size() > 1 && (m_model->hasMore() || m_allSelected);
    m_selectAll->setVisible(rows && m_mayActOnAll && collecting && m_state != wemo::queue::JobState::Active);
    m_selectAll->setText(m_allSelected                        ? tr("Clear selection")
                         : m_model->filter().search.isEmpty() ? tr("Select all %1").arg(figure(m_model->total()))
                                                              : tr("Select all that match"));
}

void JobList::retranslate() {
    m_search->setPlaceholderText(tr("Phone number, ID, name or text"));
    m_search->setAccessibleName(tr("Search the jobs"));
    m_table->setAccessibleName(tr("Jobs"));
    m_model->retranslate();
    onModelChanged();
}

} // namespace wemo::pages::queue
