#pragma once
#include <QMenu>

namespace wemo::ui {

/// A menu of check marks that stays open while one ticks several: Space, Return and clicks toggle, Esc closes.
class CheckMenu final : public QMenu {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckMenu)

public:
    explicit CheckMenu(QWidget *parent = nullptr);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static bool staysOpen(const QAction *action);
};

} // namespace wemo::ui
