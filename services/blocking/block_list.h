#pragma once
#include "models/blocking/block.h"
#include "models/staff/session.h"
#include "services/blocking/blocker.h"
#include "services/blocking/policy_book.h"

namespace wemo::blocking {

/// Who is blocked now, found by sorted sets that the decisions keep, and what a person does about it. An act is one
/// script with its entries in the log, from which audit and history come; what it changed can be taken back for a day.
/// Thread-safe.
class BlockList {
public:
    BlockList(redis::Pool &pool, Blocker &blocker, const PolicyBook &policies, const runtime::Secrets &secrets);

    struct Query {
        QString kind, policyId; ///< empty = all
        QString cursor;
        int limit = 100;
    };
    /// Newest first. Blocks of policies that are gone are left out: nobody is held by them.
    Result<BlockPage> page(const Query &query);
    /// The blocks of a subject, and those of pairs it is part of. Without a kind, of all kinds the value may be.
    Result<BlockPage> find(const QString &kind, const QString &value, int limit);

    struct Act {
        const staff::Account &actor;
        QString requestId, reason;
    };
    Result<Change> lift(const Act &act, const QList<BlockKey> &blocks);
    struct Extension {
        std::optional<Instant> until; ///< or
        Milliseconds by{0};           ///< later than now planned
    };
    Result<Change> extend(const Act &act, const QList<BlockKey> &blocks, const Extension &extension);
    /// Takes back a lift or an extension. NotFound "undo-over" where there is nothing left to take back.
    Result<Change> undo(const Act &act, const QString &token);
    /// Whom the blocks stand for, whole. Those that are over are left out.
    Result<QList<Subject>> subjectsOf(const QList<BlockKey> &blocks);

private:
    Result<BlockPage> read(const std::string &set, const QString &cursor, int limit);
    Result<qint64> run(const char *how, const Act &act, const char *what, const QString &token,
                       const Extension &extension, const QList<BlockKey> &blocks);

    redis::Pool &m_pool;
    Blocker &m_blocker;
    const PolicyBook &m_policies;
    const QByteArray m_sealKey;
    const redis::Script m_list, m_act;
};

} // namespace wemo::blocking
