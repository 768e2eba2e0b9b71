#include "ui/pages/queue/job_table.h"

#include "ui/pages/queue/job_model.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>

namespace wemo::pages::queue {

JobTable::JobTable(QWidget *parent)
    : ListTable(parent) {
    setObjectName(QStringLiteral("jobTable"));
    setSelectionMode(ExtendedSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    using Kind = ui::RowDelegate::Kind;
    const std::pair<JobModel::Column, Kind> kinds[] = {
        {JobModel::JobId, Kind::Monospace}, {JobModel::Time, Kind::Figure}, {JobModel::Attempts, Kind::Figure},
        {JobModel::Priority, Kind::Figure}, {JobModel::Took, Kind::Figure},
    };
    for (const auto &entry : kinds)
        setItemDelegateForColumn(entry.first, new ui::RowDelegate(entry.second, this));
}

QStringList JobTable::selectedIds() const {
    QStringList ids;
    if (!selectionModel())
        return ids;
    const QModelIndexList rows = selectionModel()->selectedRows(JobModel::JobId);
    for (const QModelIndex &row : rows)
        ids.append(row.data(JobModel::rawRole).toString());
    return ids;
}

void JobTable::selectIds(const QStringList &ids) {
    const auto *jobs = qobject_cast<const JobModel *>(model());
    QItemSelection selection;
    for (const QString &id : ids)
        if (const int row = jobs ? jobs->rowOf(id) : -1; row >= 0)
            selection.select(model()->index(row, 0), model()->index(row, JobModel::ColumnCount - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty() && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(selection.indexes().constFirst(), QItemSelectionModel::NoUpdate);
}

QAction *JobTable::actionFor(const QKeyEvent &event) const {
    const QKeySequence pressed(event.keyCombination());
    const QList<QAction *> own = actions();
    for (QAction *action : own)
        if (action->isVisible() && action->shortcuts().contains(pressed))
            return action;
    return nullptr;
}

bool JobTable::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return ListTable::event(event);
}

void JobTable::keyPressEvent(QKeyEvent *event) {
    if (QAction *action = actionFor(*event)) {
        action->trigger();
        return event->accept();
    }
    ListTable::keyPressEvent(event);
}

} // namespace wemo::pages::queue
