// The part of BanListPage that does what is asked for: one by one, from files and into them.
#include "ui/pages/blocking/ban_actions.h"
#include "ui/pages/blocking/ban_columns.h"
#include "ui/pages/blocking/ban_list_page.h"
#include "ui/pages/blocking/blocking_desk.h"
#include "ui/pages/blocking/blocking_forms.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/import_panel.h"
#include "ui/pages/blocking/import_run.h"
#include "ui/sheets/background.h"
#include "ui/sheets/file_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/side_split.h"

#include <QFileDialog>
#include <QTabBar>

namespace wemo::pages::blocking {

using wemo::blocking::BanState;

void BanListPage::wireActs() {
    connect(m_actions->add, &QAction::triggered, this, [this] { ask(addBanForm(m_context.now())); });
    connect(m_actions->edit, &QAction::triggered, this, [this] {
        const QList<Ban> bans = liftable();
        if (bans.size() != 1)
            return;
        m_asked = bans.constFirst();
        ask(editBanForm(m_asked, m_context.now()));
    });
    connect(m_actions->lift, &QAction::triggered, this, [this] {
        const QList<Ban> bans = liftable();
        if (bans.isEmpty())
            return;
        const int count = static_cast<int>(bans.size());
        ask(liftBansForm(count == 1 ? bans.constFirst().masked : tr("%n ban(s)", nullptr, count), count));
    });
    connect(m_desk, &BlockingDesk::begun, this, &BanListPage::acting);
    connect(m_desk, &BlockingDesk::noticed, this, &BanListPage::noticed);
    connect(m_desk, &BlockingDesk::undoOffered, this, &BanListPage::undoOffered);
    connect(m_desk, &BlockingDesk::failed, this, &BanListPage::onFailed);
    connect(m_desk, &BlockingDesk::done, this, [this] {
        if (m_split->isOpen(m_form))
            closeSide();
        m_list->table().clearSelection();
        m_model->refresh();
    });
}

QList<Ban> BanListPage::liftable() const {
    QList<Ban> bans;
    for (const QString &key : m_list->selectedKeys())
        if (const Ban *ban = m_model->find(key); ban && ban->state == BanState::Active)
            bans.append(*ban);
    return bans;
}

void BanListPage::followSelection() {
    const bool onBans = m_tabs->currentIndex() == 0;
    BanSituation now;
    now.mayAct = m_context.client.may(staff::Permission::BlockingAct);
    now.mayImport = m_context.client.may(staff::Permission::BlockingImport);
    now.isOnBans = onBans;
    now.selected = onBans ? static_cast<int>(m_list->selectedKeys().size()) : 0;
    now.liftable = onBans ? static_cast<int>(liftable().size()) : 0;
    now.isExporting = m_export->isRunning();
    m_actions->follow(now);
    m_importPanel->setMayImport(now.mayImport);
}

void BanListPage::ask(ui::ActionForm form) {
    m_open.clear();
    m_split->open(m_form);
    m_form->ask(std::move(form));
}

void BanListPage::onConfirmed(const QString &formId, const QVariantMap &values) {
    m_form->setBusy(true);
    if (formId == form::addBan)
        return m_desk->addBan(newBanOf(values));
    if (formId == form::undoImport)
        return m_run->undo(reasonOf(values));
    if (formId == form::editBan) {
        Ban edited = m_asked;
        edited.reason = reasonOf(values);
        edited.expiresAt = expiryOf(values);
        return m_desk->saveBan(edited);
    }
    QList<Id> ids;
    for (const Ban &ban : liftable())
        ids.append(ban.id);
    m_desk->liftBans(ids, reasonOf(values));
}

/// A stale save shows what the other changed; saving again is then over theirs.
void BanListPage::onFailed(const ui::ApiError &error) {
    if (!m_split->isOpen(m_form))
        return m_refused->showError(error, false);
    const auto theirs = m_form->formId() == form::editBan ? staleBan(error) : std::nullopt;
    if (!theirs)
        return m_form->showError(error);
    m_form->setBusy(false);
    m_form->setNote(banDifference(m_asked, *theirs));
    m_asked = *theirs;
}

void BanListPage::wireImports() {
    connect(m_actions->import, &QAction::triggered, this, &BanListPage::chooseImport);
    connect(m_importList, &ui::ListFrame::opened, this, [this](const QString &key) {
        if (const BanImport *import = m_imports->find(key))
            openImport(*import);
    });
    connect(m_importList, &ui::ListFrame::actionRequested, this, &BanListPage::chooseImport);
    connect(m_importPanel, &ImportPanel::closeRequested, this, &BanListPage::closeSide);
    connect(m_importPanel, &ImportPanel::saveRequested, this, &BanListPage::saveMistakes);
    connect(m_importPanel, &ImportPanel::undoRequested, this, [this] { ask(undoImportForm(*m_run->import())); });
    connect(m_importPanel, &ImportPanel::bansRequested, this, [this](Id import) {
        m_tabs->setCurrentIndex(0);
        clearFilter();
        m_fromImport = import;
        applyFilter();
        Q_EMIT placeChanged(true);
    });
    connect(m_run, &ImportRun::begun, this, &BanListPage::acting);
    connect(m_run, &ImportRun::failed, this, [this](const ui::ApiError &error) {
        if (m_split->isOpen(m_form))
            m_form->showError(error);
        else
            m_importPanel->showError(error);
    });
    connect(m_run, &ImportRun::unreadable, this,
            [this](const Error &error) { m_importPanel->showFileError(sheets::fileErrorText(error)); });
    connect(m_run, &ImportRun::committed, this, [this](const BanImport &import) {
        Q_EMIT noticed(tr("%n ban(s) imported", nullptr, static_cast<int>(import.done)));
        refresh();
    });
    connect(m_run, &ImportRun::settled, this, &BanListPage::refresh);
    connect(m_run, &ImportRun::undone, this, [this] {
        m_split->open(m_importPanel);
        Q_EMIT noticed(tr("The import is being taken back"));
        refresh();
    });
}

void BanListPage::chooseImport() {
    if (!m_context.client.may(staff::Permission::BlockingImport))
        return;
    const QString path = QFileDialog::getOpenFileName(this, tr("Import bans"), {}, tr("CSV files (*.csv *.txt)"));
    if (!path.isEmpty())
        importFile(path);
}

void BanListPage::importFile(const QString &path) {
    m_tabs->setCurrentIndex(1);
    m_open.clear();
    m_split->open(m_importPanel);
    m_run->start(path);
}

void BanListPage::saveMistakes() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the mistakes"), tr("mistakes.csv"), tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    sheets::writeFileInBackground({m_importPanel->mistakesHeader(), m_importPanel->mistakes()}, path)
        .then(this, [this, path](const Result<void> &written) {
            if (!written)
                return m_importPanel->showFileError(sheets::fileErrorText(written.error()));
            Q_EMIT noticed(tr("Written: %1").arg(path));
        });
}

void BanListPage::wireExport() {
    connect(m_actions->write, &QAction::triggered, this, &BanListPage::chooseExport);
    connect(m_exportRow, &ui::ProgressRow::cancelRequested, this, [this] {
        m_export->cancel();
        m_exportRow->end();
        followSelection();
    });
    connect(m_exportRow, &ui::ProgressRow::retryRequested, m_export, &ui::ListExport::retry);
    connect(m_export, &ui::ListExport::progressed, this,
            [this](qint64 rows) { m_exportRow->setText(tr("Writing bans: %1").arg(QLocale().toString(rows))); });
    connect(m_export, &ui::ListExport::packing, this, [this] { m_exportRow->setCancelable(false); });
    connect(m_export, &ui::ListExport::halted, m_exportRow, &ui::ProgressRow::halt);
    connect(m_export, &ui::ListExport::failed, this, [this](const Error &error) {
        m_exportRow->end(sheets::fileErrorText(error));
        followSelection();
    });
    connect(m_export, &ui::ListExport::finished, this, [this](const QString &path, qint64 rows) {
        m_exportRow->end();
        followSelection();
        Q_EMIT noticed(tr("%1 bans written: %2").arg(QLocale().toString(rows), path));
    });
}

void BanListPage::chooseExport() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export bans"), tr("bans.csv"),
                                                      tr("CSV files (*.csv);;Excel workbooks (*.xlsx)"));
    if (!path.isEmpty())
        exportTo(path);
}

void BanListPage::exportTo(const QString &path) {
    if (m_export->isRunning())
        return;
    m_exportRow->begin(tr("Writing bans"));
    m_export->start(
        {path, banExportHeader(), [this, filter = m_filter](const QString &cursor, int limit) {
             return m_source.bans(filter, cursor, limit)
                 .then([](const ui::ApiResult<ui::RowPage<Ban>> &page) -> ui::ApiResult<ui::RowPage<QStringList>> {
                     if (!page)
                         return tl::unexpected(page.error());
                     ui::RowPage<QStringList> rows{{}, page->nextCursor};
                     for (const Ban &ban : page->items)
                         rows.items.append(banExportRow(ban));
                     return rows;
                 });
         }});
    followSelection();
}

} // namespace wemo::pages::blocking
