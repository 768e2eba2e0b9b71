#pragma once
#include <QLineEdit>

class QAction;
class QTimer;

namespace wemo::ui {

/// A line with a magnifier and a clear button. Says `searched` 250 ms after the last key, at once on Return; Down moves
/// into the list it searches.
class SearchField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    explicit SearchField(QWidget *parent = nullptr);
    void setList(QWidget *list) { m_list = list; }
    /// Sets without saying `searched`.
    void setTextQuietly(const QString &text);

Q_SIGNALS:
    void searched(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    QWidget *m_list = nullptr;
    QTimer *m_delay;
    QAction *m_icon;
};

} // namespace wemo::ui
