#include "services/delivery/prefix_breaker.h"

#include "services/live/outbox.h"

namespace wemo::delivery {

namespace {
constexpr qint64 comeBackMs = 15 * 60'000; // a person has to look first; nobody knows when that will be
constexpr int mostOpen = 10'000;

Breaker breakerOf(const storage::Row &row) {
    Breaker breaker;
    breaker.id = row.integer("id");
    breaker.prefix = row.text("prefix");
    breaker.since = fromMs(row.integer("since"));
    breaker.ratio = row.text("ratio").toDouble();
    breaker.codes = row.integer("codes");
    if (const auto lifted = row.optionalInteger("lifted_at"))
        breaker.liftedAt = fromMs(*lifted);
    breaker.liftedBy = row.text("lifted_by");
    breaker.liftReason = row.text("lift_reason");
    breaker.stoppedBy = row.text("stopped_by");
    breaker.stopReason = row.text("stop_reason");
    return breaker;
}

Failure notStopped() {
    return failure(ErrorKind::NotFound, "no-open-breaker", "Sending to this prefix is not stopped.");
}
} // namespace

PrefixBreaker::PrefixBreaker(Parts parts)
    : m_parts(std::move(parts))
    , m_stopped(std::make_shared<const QSet<QString>>()) {}

QString PrefixBreaker::prefixOf(const phone::PhoneNumber &number) {
    return number.national().left(4);
}

Result<void> PrefixBreaker::allow(const sms::NewMessage &message) const {
    Prefixes stopped;
    {
        const std::lock_guard lock(m_mutex);
        stopped = m_stopped;
    }
    const QString prefix = prefixOf(message.number);
    if (!stopped->contains(prefix))
        return {};
    Error error;
    error.kind = ErrorKind::TooManyRequests;
    error.code = "try-again-later";
    error.message = "Try again later.";
    error.detail = "sending to " + prefix + " is stopped";
    error.retryAfterMs = comeBackMs;
    return failure(std::move(error));
}

Result<void> PrefixBreaker::refresh() {
    const auto open =
        m_parts.database.read([&](storage::Connection &connection) { return read(connection, true, mostOpen); });
    if (!open)
        return Failure(open.error());
    QSet<QString> stopped;
    for (const Breaker &breaker : *open)
        stopped.insert(breaker.prefix);
    const std::lock_guard lock(m_mutex);
    m_stopped = std::make_shared<const QSet<QString>>(std::move(stopped));
    return {};
}

Result<QList<Breaker>> PrefixBreaker::read(storage::Connection &connection, bool onlyOpen, int limit) const {
    const auto rows =
        connection.query("delivery/breakers", {{"limit", limit}}, onlyOpen ? QSet<QString>{"open"} : QSet<QString>());
    if (!rows)
        return Failure(rows.error());
    QList<Breaker> breakers;
    for (const storage::Row &row : *rows)
        breakers.append(breakerOf(row));
    return breakers;
}

Result<QList<Breaker>> PrefixBreaker::list(bool onlyOpen, int limit) const {
    return m_parts.database.read([&](storage::Connection &connection) { return read(connection, onlyOpen, limit); });
}

Result<bool> PrefixBreaker::open(storage::Connection &connection, const Breaker &breaker) const {
    const auto inserted = connection.execute("delivery/insert_breaker", {{"id", breaker.id},
                                                                         {"prefix", breaker.prefix},
                                                                         {"since", toMs(breaker.since)},
                                                                         {"ratio", breaker.ratio},
                                                                         {"codes", breaker.codes},
                                                                         {"stopped_by", breaker.stoppedBy},
                                                                         {"stop_reason", breaker.stopReason}});
    return inserted ? Result<bool>(*inserted == 1) : Failure(inserted.error());
}

/// The audit row and the live event of what a person did.
Result<void> PrefixBreaker::tell(storage::Connection &connection, const staff::Account &actor, const char *action,
                                 const Breaker &breaker) const {
    const staff::AuditEntry entry{actor.id, actor.username, action, "sms-prefix/" + breaker.prefix,
                                  {},       toJson(breaker)};
    if (const auto noted = m_parts.audit.record(connection, entry); !noted)
        return noted;
    return live::Outbox::addEvent(connection, live::smsAlarmsChanged, {});
}

Result<Breaker> PrefixBreaker::lift(const staff::Account &actor, const QString &prefix, const QString &reason) {
    const auto lifted = m_parts.database.write([&](storage::Connection &connection) -> Result<Breaker> {
        Result<QList<Breaker>> open = read(connection, true, mostOpen);
        if (!open)
            return Failure(open.error());
        const auto found =
            std::find_if(open->begin(), open->end(), [&](const Breaker &b) { return b.prefix == prefix; });
        if (found == open->end())
            return notStopped();
        found->liftedAt = m_parts.clock.now();
        found->liftedBy = actor.username;
        found->liftReason = reason;
        const auto updated = connection.execute("delivery/lift_breaker", {{"prefix", prefix},
                                                                          {"lifted_at", toMs(*found->liftedAt)},
                                                                          {"lifted_by", actor.username},
                                                                          {"lift_reason", reason}});
        if (!updated)
            return Failure(updated.error());
        if (*updated == 0)
            return notStopped();
        const auto told = tell(connection, actor, "sms.breaker.lift", *found);
        return told ? Result<Breaker>(*found) : Failure(told.error());
    });
    if (lifted) {
        (void)refresh(); // else within a second
        m_parts.afterCommit();
    }
    return lifted;
}

Result<Breaker> PrefixBreaker::stop(const staff::Account &actor, const QString &prefix, const QString &reason) {
    const auto stopped = m_parts.database.write([&](storage::Connection &connection) -> Result<Breaker> {
        Breaker breaker;
        breaker.id = m_parts.ids.next();
        breaker.prefix = prefix;
        breaker.since = m_parts.clock.now();
        breaker.stoppedBy = actor.username;
        breaker.stopReason = reason;
        const Result<bool> isNew = open(connection, breaker);
        if (!isNew)
            return Failure(isNew.error());
        if (!*isNew)
            return failure(ErrorKind::Conflict, "already-stopped", "Sending to this prefix is stopped already.");
        const auto told = tell(connection, actor, "sms.breaker.stop", breaker);
        return told ? Result<Breaker>(breaker) : Failure(told.error());
    });
    if (stopped) {
        (void)refresh();
        m_parts.afterCommit();
    }
    return stopped;
}

} // namespace wemo::delivery
