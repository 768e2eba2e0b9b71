#pragma once
#include <QAction>

namespace wemo::pages::blocking {

/// What decides which actions of the ban list are offered.
struct BanSituation {
    bool mayAct = false;
    bool mayImport = false;
    bool isOnBans = true; ///< not looking at the imports
    int selected = 0;
    int liftable = 0; ///< of the selected, those still in force
    bool isExporting = false;
};

/// What can be done about bans. Keys of the list work while it has the keyboard.
class BanActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BanActions)

public:
    explicit BanActions(QObject *parent);
    void follow(const BanSituation &situation);
    void retranslate();
    QList<QAction *> ofList() const { return {edit, lift}; }
    QList<QAction *> all() const { return {add, edit, lift, import, write}; }

    QAction *const add;
    QAction *const edit;
    QAction *const lift;
    QAction *const import;
    QAction *const write; ///< export

private:
    QAction *make(const char *id, const char *iconName, const char *keys, bool ofList);
    BanSituation m_situation;
};

} // namespace wemo::pages::blocking
