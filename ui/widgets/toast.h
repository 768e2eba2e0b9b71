#pragma once
#include "ui/widgets/tokens.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace wemo::ui {

/// A line at the bottom of a window that goes by itself. With an action ("Undo") it stays longer and can be reached by
/// keyboard; it never takes the focus.
class Toast final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    explicit Toast(QWidget *window);
    void showText(const QString &text);
    /// `undone` is said when the person takes it back; `settled` when the chance is over.
    void showUndo(const QString &text);
    /// The chance is over before its time. What only tells something stays.
    void withdrawUndo();

Q_SIGNALS:
    void undone();
    void settled();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void present(const QString &text, bool undo);
    void place();

    QLabel *m_text;
    QPushButton *m_undo;
    QTimer *m_timer;
};

} // namespace wemo::ui
