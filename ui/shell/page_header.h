#pragma once
#include <QFrame>
#include <QPointer>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace wemo::ui {

class Commands;

/// Above every page: back and forward, title and a sentence, refresh, help, and the page's one primary action.
class PageHeader final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageHeader)

public:
    explicit PageHeader(const Commands &commands, QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &subtitle);
    void setPrimaryAction(QAction *action);

private:
    void followAction();
    QToolButton *addButton(QAction *action);

    QLabel *m_title;
    QLabel *m_subtitle;
    QPushButton *m_primary;
    QPointer<QAction> m_action;
};

} // namespace wemo::ui
