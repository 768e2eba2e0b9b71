#pragma once
#include "services/api/router.h"
#include "services/blocking/block_list.h"
#include "services/blocking/guard.h"
#include "services/blocking/history_reader.h"
#include "services/blocking/policies.h"

namespace wemo::api {

/// What the ban list gives: `ban` writes subjects of blocks to it (ids of the bans), `catching` says which bans catch a
/// value of a kind, `historyOf` what was banned and lifted of a subject.
struct BanHooks {
    using NewBans = std::function<Result<QStringList>(const staff::Account &, const QList<blocking::Subject> &,
                                                      const QString &reason, std::optional<Instant> expiresAt)>;
    NewBans ban = {};
    std::function<Result<QList<blocking::Ban>>(const blocking::Subject &)> catching = {};
    std::function<Result<QList<blocking::HistoryEntry>>(const QString &subjectId)> historyOf = {};
};

struct BlockingDependencies {
    blocking::Policies policies;
    blocking::BlockList &blocks;
    blocking::Guard &guard;
    blocking::HistoryReader &history;
    const blocking::SubjectKeys &keys;
    const Clock &clock;
    std::function<void()> drained; ///< what was done stands in history and audit when it returns, if the store is there
    BanHooks bans = {};
};

/// /api/v1/blocking: policies, blocks, histories, trials. What `dependencies` names outlives the routes.
QList<Route> blockingRoutes(const BlockingDependencies &dependencies);

} // namespace wemo::api
