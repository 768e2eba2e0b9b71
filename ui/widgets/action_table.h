#pragma once
#include "ui/widgets/list_table.h"

class QPushButton;

namespace wemo::ui {

/// A list in which several rows may be selected and acted on. Its own actions come before the shell's while it has the
/// keyboard, so that Ctrl+R does here what the list means by it and refreshes elsewhere.
class ActionTable : public ListTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionTable)

public:
    explicit ActionTable(QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *actionFor(const QKeyEvent &event) const;
};

/// A button that is its action: text, icon, visibility, enabledness and keys follow it. "do-" and the action's name.
QPushButton *actionButton(QAction *action, QWidget *parent);

} // namespace wemo::ui
