#include "ui/pages/queue/job_table.h"

#include "ui/pages/queue/job_model.h"

namespace wemo::pages::queue {

JobTable::JobTable(QWidget *parent)
    : ActionTable(parent) {
    setObjectName(QStringLiteral("jobTable"));
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

} // namespace wemo::pages::queue
