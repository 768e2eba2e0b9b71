#pragma once
#include "app/gallery/canned_network.h"
#include "models/blocking/ban.h"
#include "models/blocking/ban_import.h"
#include "models/blocking/block.h"
#include "models/blocking/history.h"
#include "models/blocking/policy_record.h"
#include "models/blocking/trial.h"

#include <QHash>

namespace wemo::gallery {

/// Policies, blocks, bans and imports on an afternoon, as the pictures and the tests of the blocking pages need them:
/// what is done to them shows, and can be undone.
class CannedBlocking final {
public:
    explicit CannedBlocking(Instant now);
    CannedAnswer answer(const CannedRequest &request);

    QList<wemo::blocking::PolicyRecord> &policies() { return m_policies; }
    QList<wemo::blocking::Block> &blocks() { return m_blocks; }
    QList<wemo::blocking::Ban> &bans() { return m_bans; }
    QList<wemo::blocking::BanImport> &imports() { return m_imports; }
    QList<wemo::blocking::HistoryEntry> &history() { return m_history; }
    wemo::blocking::PolicyRecord *policy(const QString &id);
    wemo::blocking::Ban *ban(Id id);
    wemo::blocking::BanImport *import(Id id);
    /// Somebody else saves it meanwhile.
    void changePolicyElsewhere(const QString &id);
    void changeBanElsewhere(Id id);
    QByteArray received;       ///< what came in the parts of imports, one after another
    bool importsMove = true;   ///< an import goes on to its next state when it is looked at
    bool nothingMoves = false; ///< whoever is looked up has no history and no bans

private:
    CannedAnswer policiesRoute(const CannedRequest &request, const QStringList &rest);
    CannedAnswer policyRoute(const CannedRequest &request, wemo::blocking::PolicyRecord &record, const QString &verb);
    CannedAnswer preview(const QJsonObject &body) const;
    CannedAnswer blocksRoute(const CannedRequest &request, const QString &verb);
    CannedAnswer changeBlocks(const QString &verb, const QJsonObject &body);
    CannedAnswer bansRoute(const CannedRequest &request, const QString &rest);
    CannedAnswer addBan(const QJsonObject &body);
    CannedAnswer liftBans(const QJsonObject &body);
    CannedAnswer importsRoute(const CannedRequest &request, const QStringList &rest);
    CannedAnswer importRoute(const CannedRequest &request, wemo::blocking::BanImport &import, const QString &verb);
    void move(wemo::blocking::BanImport &import) const;
    CannedAnswer historyOf(const QJsonObject &body) const;
    CannedAnswer tryOut(const QJsonObject &body) const;

    Instant m_now;
    QList<wemo::blocking::PolicyRecord> m_policies;
    QHash<QString, QList<wemo::blocking::PolicyRecord>> m_versions; ///< newest first
    QList<wemo::blocking::Block> m_blocks;
    QList<wemo::blocking::Ban> m_bans;
    QList<wemo::blocking::BanImport> m_imports;
    QList<wemo::blocking::HistoryEntry> m_history;
    QList<wemo::blocking::Block> m_before; ///< what an undo brings back
    QList<wemo::blocking::Ban> m_bansBefore;
    Id m_nextId = 9'001;
};

} // namespace wemo::gallery
