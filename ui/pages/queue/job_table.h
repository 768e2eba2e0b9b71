#pragma once
#include "ui/widgets/action_table.h"

namespace wemo::pages::queue {

/// The table of jobs.
class JobTable final : public ui::ActionTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobTable)

public:
    explicit JobTable(QWidget *parent = nullptr);
    QStringList selectedIds() const;
    /// Those that are in the list; the first of them becomes the current row where there is none.
    void selectIds(const QStringList &ids);
};

} // namespace wemo::pages::queue
