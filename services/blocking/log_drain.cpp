#include "services/blocking/log_drain.h"

#include "models/live/live_event.h"
#include "services/live/outbox.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

namespace wemo::blocking {

namespace {
constexpr const char *logKey = "wemo:{blocking}:log";
constexpr int atOnce = 500, batches = 10;

/// Whether the list of blocks looks different after it.
bool changesBlocks(const LogEntry &entry) {
    return entry.what != u"decided" ||
           std::any_of(entry.verdicts.begin(), entry.verdicts.end(),
                       [](const LoggedVerdict &verdict) { return verdict.what == LoggedVerdict::What::Blocked; });
}

Result<void> execute(storage::Connection &connection, const char *query, const storage::Params &params) {
    const Result<qint64> done = connection.execute(query, params);
    return done ? Result<void>() : Failure(done.error());
}
} // namespace

LogDrain::LogDrain(redis::Pool &pool, storage::Database &database, const staff::AuditLog &audit,
                   std::function<void()> wake)
    : m_pool(pool)
    , m_database(database)
    , m_audit(audit)
    , m_wake(std::move(wake)) {}

Result<qint64> LogDrain::drain() {
    const std::lock_guard draining(m_draining);
    qint64 moved = 0;
    for (int batch = 0; batch < batches; ++batch) {
        const auto entries = read();
        if (!entries)
            return Failure(entries.error());
        if (entries->empty())
            return moved;
        const Result<void> kept =
            m_database.write([&](storage::Connection &connection) { return keep(connection, *entries); });
        if (!kept)
            return Failure(kept.error());
        WEMO_FAILPOINT("blocking.drained");
        if (const Result<void> gone = forget(*entries); !gone)
            return Failure(gone.error());
        m_wake();
        moved += static_cast<qint64>(entries->size());
        if (entries->size() < atOnce)
            break;
    }
    return moved;
}

Result<std::vector<StreamEntry>> LogDrain::read() {
    const auto reply = m_pool.command({"XRANGE", logKey, "-", "+", "COUNT", std::to_string(atOnce)});
    if (!reply)
        return Failure(reply.error());
    std::vector<StreamEntry> entries;
    for (const redis::Reply &item : reply->items)
        entries.push_back(streamEntryFrom(item));
    return entries;
}

Result<void> LogDrain::forget(const std::vector<StreamEntry> &entries) {
    redis::Args args{"XDEL", logKey};
    for (const StreamEntry &entry : entries)
        args.push_back(entry.place);
    const auto gone = m_pool.command(args);
    return gone ? Result<void>() : Failure(gone.error());
}

Result<void> LogDrain::keep(storage::Connection &connection, const std::vector<StreamEntry> &entries) {
    bool changes = false;
    for (const StreamEntry &stream : entries) {
        if (stream.takenBack != 0) {
            for (const char *query : {"blocking/delete_log", "blocking/delete_log_subjects"})
                if (const Result<void> gone = execute(connection, query, {{"id", stream.takenBack}}); !gone)
                    return gone;
            continue;
        }
        if (!stream.entry)
            continue;
        const Result<bool> isNew = add(connection, *stream.entry);
        if (!isNew)
            return Failure(isNew.error());
        if (*isNew && stream.entry->what != u"decided")
            if (const Result<void> noted = note(connection, *stream.entry); !noted)
                return noted;
        changes = changes || (*isNew && changesBlocks(*stream.entry));
    }
    return changes ? live::Outbox::addEvent(connection, live::blockingChanged, {{"kind", "blocks"}}) : Result<void>();
}

Result<bool> LogDrain::add(storage::Connection &connection, const LogEntry &entry) {
    const Result<qint64> added = connection.execute("blocking/insert_log", {{"id", entry.id},
                                                                            {"at", toMs(entry.at)},
                                                                            {"what", entry.what},
                                                                            {"event", entry.event},
                                                                            {"request_id", entry.requestId},
                                                                            {"actor", entry.actor},
                                                                            {"note", entry.note},
                                                                            {"is_allowed", entry.allowed ? 1 : 0},
                                                                            {"subjects", entry.subjectsText},
                                                                            {"verdicts", entry.verdictsText}});
    if (!added || *added == 0)
        return added ? Result<bool>(false) : Failure(added.error());
    for (const SubjectRef &subject : entry.subjects) {
        const auto found = execute(connection, "blocking/insert_log_subject",
                                   {{"subject", QByteArray::fromHex(subject.id.toLatin1())}, {"log_id", entry.id}});
        if (!found)
            return Failure(found.error());
    }
    return true;
}

Result<void> LogDrain::note(storage::Connection &connection, const LogEntry &entry) {
    const runtime::log::RequestScope request(entry.requestId);
    const SubjectRef subject = entry.subjects.value(0);
    const LoggedVerdict verdict = entry.verdicts.value(0);
    QJsonObject after{{"subject", toJson(subject)}, {"policy_id", verdict.policyId}, {"reason", entry.note}};
    if (verdict.until)
        after.insert("until", toIso(*verdict.until));
    return m_audit.record(
        connection,
        {entry.actorId, entry.actor, "blocking." + entry.what, "blocking-subject/" + subject.id, {}, after});
}

Result<qint64> LogDrain::prune(Instant before) {
    const Id place = idOfPlace(std::to_string(toMs(before)) + "-0");
    return m_database.write([&](storage::Connection &connection) -> Result<qint64> {
        const auto subjects = connection.execute("blocking/prune_log_subjects", {{"before", place}});
        return subjects ? connection.execute("blocking/prune_log", {{"before", place}}) : Failure(subjects.error());
    });
}

} // namespace wemo::blocking
