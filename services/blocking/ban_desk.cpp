#include "services/blocking/ban_desk.h"

#include "services/live/outbox.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

namespace wemo::blocking {

Result<qint64> beginChange(storage::Connection &connection) {
    const auto counted = connection.execute("bans/count_change");
    const auto rows = counted ? connection.query("bans/seq") : Failure(counted.error());
    return rows ? Result<qint64>(rows->first().integer("seq")) : Failure(rows.error());
}

Result<void> noteChange(storage::Connection &connection, const BanDesk &desk, qint64 seq, Id first, Id last) {
    const auto noted = connection.execute(
        "bans/insert_change", {{"seq", seq}, {"first_id", first}, {"last_id", last}, {"at", toMs(desk.clock.now())}});
    return noted ? Result<void>() : Failure(noted.error());
}

Result<void> tellBansChanged(storage::Connection &connection) {
    return live::Outbox::addEvent(connection, live::blockingChanged, {{"kind", "bans"}});
}

void afterChange(const BanDesk &desk, qint64 seq) {
    WEMO_FAILPOINT("bans.committed");
    if (const Result<void> done = desk.copy.catchUp(); !done) { // the keeper goes on trying
        desk.copy.relyOn(seq);
        runtime::log::warn("ban-copy-behind", {{"code", done.error().code}, {"detail", done.error().detail}});
    }
    if (desk.wake)
        desk.wake();
}

} // namespace wemo::blocking
