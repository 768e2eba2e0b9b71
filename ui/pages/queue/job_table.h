#pragma once
#include "ui/widgets/list_table.h"

namespace wemo::pages::queue {

/// The table of jobs: several may be selected. Its own actions come before the shell's while it has the keyboard, so
/// that Ctrl+R runs the selected jobs again here and refreshes elsewhere.
class JobTable final : public ui::ListTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobTable)

public:
    explicit JobTable(QWidget *parent = nullptr);
    QStringList selectedIds() const;
    /// Those that are in the list; the first of them becomes the current row where there is none.
    void selectIds(const QStringList &ids);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *actionFor(const QKeyEvent &event) const;
};

} // namespace wemo::pages::queue
