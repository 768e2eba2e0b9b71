#pragma once
#include <QAction>

namespace wemo::pages::blocking {

/// What can be done about blocks. What a role may not do is not visible; what does not fit the selection not enabled.
/// Their keys work while the list has the keyboard.
class BlockActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockActions)

public:
    explicit BlockActions(QObject *parent);
    void follow(bool mayAct, int selected);
    void retranslate();
    QList<QAction *> all() const { return {lift, extend, ban, history}; }

    QAction *const lift;
    QAction *const extend;
    QAction *const ban;
    QAction *const history;

private:
    QAction *make(const char *id, const char *iconName, const char *keys);
    int m_selected = 0;
};

} // namespace wemo::pages::blocking
