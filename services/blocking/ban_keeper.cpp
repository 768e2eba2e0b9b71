#include "services/blocking/ban_keeper.h"

#include "services/runtime/log.h"

namespace wemo::blocking {

namespace {
using namespace std::chrono_literals;
constexpr auto tick = 1'000ms; // finds what a killed sister service left
constexpr int ticksBetweenTidying = 60;
constexpr int closedAtOnce = 500;
constexpr auto margin = std::chrono::minutes(1);            // Redis decides by a clock of its own
constexpr auto importsWaitFor = std::chrono::hours(7 * 24); // for their parts, or for being committed
constexpr auto changesKeptFor = std::chrono::hours(24);     // a copy that is older is made anew
} // namespace

BanKeeper::BanKeeper(BanDesk desk)
    : m_desk(std::move(desk))
    , m_ticker([this] { turn(); }, tick) {}

void BanKeeper::turn() {
    const bool tidies = m_turns++ % ticksBetweenTidying == 0;
    Result<void> done = m_desk.copy.catchUp();
    if (done && tidies)
        if (const Result<int> tidied = tidy(); !tidied)
            done = Failure(tidied.error());
    if (!done && !m_isDown)
        runtime::log::warn("ban-list-waits", {{"code", done.error().code}, {"detail", done.error().detail}});
    m_isDown = !done;
}

Result<int> BanKeeper::tidy() {
    int total = 0;
    for (int closed = closedAtOnce; closed == closedAtOnce; total += closed) {
        const Result<int> some = closeSome();
        if (!some)
            return some;
        closed = *some;
    }
    const auto forgotten = m_desk.database.write([&](storage::Connection &connection) -> Result<qint64> {
        const auto seq = connection.query("bans/seq");
        if (!seq)
            return Failure(seq.error());
        return connection.execute("bans/delete_old_changes", {{"before", toMs(m_desk.clock.now() - changesKeptFor)},
                                                              {"below", seq->first().integer("seq")}});
    });
    const Result<void> dropped = forgotten ? dropImports() : Result<void>(Failure(forgotten.error()));
    return dropped ? Result<int>(total) : Failure(dropped.error());
}

/// What somebody began to import and left lying.
Result<void> BanKeeper::dropImports() {
    const Instant now = m_desk.clock.now();
    return m_desk.database.write([&](storage::Connection &connection) -> Result<void> {
        const auto canceled =
            connection.execute("ban_imports/cancel_old", {{"before", toMs(now - importsWaitFor)}, {"now", toMs(now)}});
        const auto gone = canceled ? connection.execute("ban_imports/delete_dead_parts") : canceled;
        return gone ? Result<void>() : Failure(gone.error());
    });
}

/// A decision sees by itself that a ban is over; this is for the memory and for who wants to ban again.
Result<int> BanKeeper::closeSome() {
    qint64 seq = 0;
    const storage::Params now{{"now", toMs(m_desk.clock.now() - margin)}, {"limit", closedAtOnce}};
    const Result<int> closed = m_desk.database.write([&](storage::Connection &connection) -> Result<int> {
        const auto rows = connection.query("bans/overdue", now);
        if (!rows || rows->isEmpty())
            return rows ? Result<int>(0) : Failure(rows.error());
        const Result<qint64> begun = beginChange(connection);
        if (!begun)
            return Failure(begun.error());
        seq = *begun;
        for (const storage::Row &row : *rows) {
            const Id id = row.integer("id");
            const auto done = connection.execute("bans/close_overdue", storage::Params{{"id", id}} + now);
            const Result<void> noted =
                done ? noteChange(connection, m_desk, seq, id, id) : Result<void>(Failure(done.error()));
            if (!noted)
                return Failure(noted.error());
        }
        return static_cast<int>(rows->size());
    });
    if (closed && *closed > 0)
        afterChange(m_desk, seq);
    return closed;
}

} // namespace wemo::blocking
