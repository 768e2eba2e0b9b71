#pragma once
#include <QAction>
#include <QObject>

#include <functional>

namespace wemo::ui {

/// Every command of the shell as a QAction, in one collection: menus, shortcuts and the palette show the same ones.
class Commands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Commands)

public:
    explicit Commands(QWidget *window);
    /// `text` is asked again when the language changes. The action is in the window, so its shortcut works.
    QAction *add(const QString &id, const QString &iconName, const QList<QKeySequence> &keys,
                 std::function<QString()> text);
    QAction *find(const QString &id) const;
    const QList<QAction *> &all() const { return m_actions; }
    void retranslate();

private:
    QWidget *m_window;
    QList<QAction *> m_actions;
    QList<std::function<QString()>> m_texts;
};

} // namespace wemo::ui
