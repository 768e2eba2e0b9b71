#pragma once
#include "models/blocking/block.h"
#include "models/blocking/history.h"
#include "services/blocking/ban_desk.h"
#include "services/blocking/ban_row.h"

namespace wemo::blocking {

struct BanEdit {
    QString reason;
    std::optional<Instant> expiresAt;
};

/// The ban list as people work on it. Each act and its audit row are one transaction; it is in force when the call
/// returns, if Redis can be reached. Thread-safe.
class BanList {
public:
    static constexpr int mostAtOnce = 2'000;

    explicit BanList(BanDesk desk)
        : m_desk(std::move(desk)) {}

    Result<BanPage> page(const BanFilter &filter, int limit, const QString &cursor) const;
    /// The active bans that catch the value: itself, its prefixes, its networks. Without a kind, of every kind that the
    /// value may be of.
    Result<QList<Ban>> catching(const QString &kind, const QString &text) const;
    /// Newest first: when the subject itself was banned and when that was lifted.
    Result<QList<HistoryEntry>> historyOf(const QByteArray &subjectHash, int limit = 200) const;

    /// Conflict "banned-already" with `current`.
    Result<Ban> add(const staff::Account &actor, const NewBan &ban) const;
    /// All or none; of what is on the list already, the ban that is there.
    Result<QList<Id>> addAll(const staff::Account &actor, const QList<NewBan> &bans) const;
    /// Conflict "stale" with `current`; "wrong-state" where it is not active.
    Result<Ban> update(const staff::Account &actor, Id id, qint64 version, const BanEdit &edit) const;
    /// Those that are not active are passed over.
    Result<Change> lift(const staff::Account &actor, const QList<Id> &ids, const QString &reason) const;
    /// Bans what an act has lifted, but for what has been banned again since.
    Result<Change> undoLift(const staff::Account &actor, const QString &undo) const;

private:
    struct Act;
    Result<BanValue> valueOf(const NewBan &ban) const;
    Result<Ban> insert(Act &act, const BanValue &value, const NewBan &ban, bool *isNew) const;
    Result<int> liftAll(Act &act, const QList<Id> &ids, const QString &reason, Id liftId) const;
    Result<int> reopenAll(Act &act, Id liftId) const;
    Result<void> record(Act &act, const char *action, const QString &target, QJsonObject before,
                        QJsonObject after) const;
    template <typename T, typename Work>
    Result<T> change(const staff::Account &actor, Work work) const;

    BanDesk m_desk;
};

} // namespace wemo::blocking
