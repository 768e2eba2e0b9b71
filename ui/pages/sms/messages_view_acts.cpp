// The part of MessagesView that sends, sends again in bulk, and exports.
#include "ui/pages/sms/bulk_panel.h"
#include "ui/pages/sms/bulk_run.h"
#include "ui/pages/sms/message_columns.h"
#include "ui/pages/sms/message_export.h"
#include "ui/pages/sms/messages_view.h"
#include "ui/pages/sms/send_panel.h"
#include "ui/pages/sms/sms_filter_bar.h"
#include "ui/sheets/file_text.h"
#include "ui/sheets/table.h"
#include "ui/widgets/progress_row.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

namespace wemo::pages::sms {

namespace {
QString figure(qint64 number) {
    return QLocale().toString(number);
}

QString nameOf(const QString &path) {
    return QFileInfo(path).fileName();
}

/// "1,200 of 1,000,000"; without a total the figure alone.
QString progressText(qint64 done, qint64 total) {
    return total > 0 ? MessagesView::tr("%1 of %2").arg(figure(done), figure(std::max(done, total))) : figure(done);
}
} // namespace

void MessagesView::startSending() {
    openSide(m_sendPanel);
    m_selected = 0;
    m_sendPanel->open(m_filter->filter().number);
}

void MessagesView::startBulk() {
    openSide(m_bulkPanel);
    m_selected = 0;
    m_bulkPanel->ask(m_filter->filter());
}

void MessagesView::wireBulk() {
    connect(m_bulkPanel, &BulkPanel::started, this, [this](const BulkJob &job) {
        closeSide();
        m_bulkRow->begin(tr("Sending %1 messages again").arg(figure(job.total)));
        m_bulkRun->follow(job);
    });
    connect(m_bulkRun, &BulkRun::progressed, this, [this](const BulkJob &job) {
        m_bulk->setEnabled(false);
        m_bulkRow->setText(tr("Sending again: %1").arg(progressText(job.done, job.total)));
        m_bulkRow->setProgress(job.done, job.total);
    });
    connect(m_bulkRun, &BulkRun::halted, m_bulkRow, &ui::ProgressRow::halt);
    connect(m_bulkRun, &BulkRun::finished, this, [this](const BulkJob &job) {
        m_bulk->setEnabled(true);
        m_bulkRow->end();
        Q_EMIT noticed(job.state == u"canceled"
                           ? tr("Stopped: %1 sent again, the others stay as they are.").arg(figure(job.resent))
                           : tr("%1 sent again, %2 left as they are.").arg(figure(job.resent), figure(job.refused)));
        refresh();
    });
    connect(m_bulkRow, &ui::ProgressRow::cancelRequested, m_bulkRun, &BulkRun::cancel);
    connect(m_bulkRow, &ui::ProgressRow::retryRequested, m_bulkRun, &BulkRun::retry);
}

void MessagesView::askWhereToExport() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export messages"), tr("messages") + QStringLiteral(".xlsx"),
                                     tr("Workbook (*.xlsx);;CSV, UTF-8 (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

void MessagesView::exportTo(const QString &path) {
    if (m_export->isRunning())
        return;
    const bool isCsv = path.endsWith(u".csv", Qt::CaseInsensitive);
    const qint64 total = m_model->estimate();
    if (!isCsv && total >= sheets::mostRows)
        return m_exportRow->end(tr("These are %1 messages, more than the %2 rows a workbook holds. Export them as CSV, "
                                   "or narrow the filter.")
                                    .arg(figure(total), figure(sheets::mostRows - 1)));
    m_exportAll->setEnabled(false);
    m_exportRow->begin(tr("Writing %1").arg(nameOf(path)));
    m_export->start({m_filter->filter(), m_columns->chosen(), path, total});
}

void MessagesView::wireExport() {
    connect(m_export, &MessageExport::progressed, this, [this](qint64 done, qint64 total) {
        m_exportRow->setText(tr("Writing %1: %2").arg(nameOf(m_export->path()), progressText(done, total)));
        m_exportRow->setProgress(done, total);
    });
    connect(m_export, &MessageExport::packing, this, [this] {
        m_exportRow->setText(tr("Packing %1").arg(nameOf(m_export->path())));
        m_exportRow->setProgress(0, 0);
        m_exportRow->setCancelable(false);
    });
    connect(m_export, &MessageExport::halted, m_exportRow, &ui::ProgressRow::halt);
    connect(m_export, &MessageExport::failed, this, [this](const Error &error) {
        m_exportAll->setEnabled(true);
        m_exportRow->end(sheets::fileErrorText(error));
    });
    connect(m_export, &MessageExport::finished, this, [this](const QString &path, qint64 rows) {
        m_exportAll->setEnabled(true);
        m_exportRow->end();
        Q_EMIT noticed(tr("%1 messages written to %2.").arg(figure(rows), nameOf(path)));
    });
    connect(m_exportRow, &ui::ProgressRow::retryRequested, m_export, &MessageExport::retry);
    connect(m_exportRow, &ui::ProgressRow::cancelRequested, this, [this] {
        m_export->cancel();
        m_exportAll->setEnabled(true);
        m_exportRow->end();
        Q_EMIT noticed(tr("Stopped. No file was written."));
    });
}

} // namespace wemo::pages::sms
