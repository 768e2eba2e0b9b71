#pragma once
#include "models/staff/session.h"
#include "services/blocking/ban_copy.h"
#include "services/runtime/seal.h"
#include "services/staff/audit.h"

#include <functional>

namespace wemo::blocking {

/// What editing the ban list is built on; outlives whoever has it.
struct BanDesk {
    storage::Database &database;
    const Clock &clock;
    IdSource &ids;
    const staff::AuditLog &audit;
    const runtime::Secrets &secrets;
    BanCopy &copy;
    std::function<void()> wake; ///< something was committed that others are to hear of
};

/// Counts a change up in the transaction that makes it, before any ban is touched; its number. Until the commit nobody
/// else changes the list.
Result<qint64> beginChange(storage::Connection &connection);
/// Says that the bans from first to last may have changed.
Result<void> noteChange(storage::Connection &connection, const BanDesk &desk, qint64 seq, Id first, Id last);
/// The live event "blocking.changed".
Result<void> tellBansChanged(storage::Connection &connection);
/// After the commit: the change is in force when this returns, or as soon as Redis can be reached; decisions of this
/// service wait for it.
void afterChange(const BanDesk &desk, qint64 seq);

} // namespace wemo::blocking
