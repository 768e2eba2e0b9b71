#include "services/blocking/ban_list.h"

namespace wemo::blocking {

namespace {
Failure stale(const Ban &current) {
    Error error{ErrorKind::Conflict, "stale", "Someone else has changed this ban meanwhile.", {}};
    error.extra = {{"current", toJson(current)}};
    return failure(std::move(error));
}

Failure past(Error error = {ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}}) {
    error.fields = {{"expires_at", "past", "This time is past."}};
    return failure(std::move(error));
}

QVariant orNone(const std::optional<Instant> &at) {
    return at ? QVariant(toMs(*at)) : QVariant();
}

/// What the audit log tells of a ban: never its whole value.
QJsonObject told(const Ban &ban) {
    QJsonObject json = toJson(ban);
    for (const char *known : {"id", "created_at", "state", "author"})
        json.remove(QLatin1StringView(known));
    return json;
}
} // namespace

struct BanList::Act {
    storage::Connection &connection;
    const staff::Account &actor;
    Instant now;
    qint64 seq;
};

template <typename T, typename Work>
Result<T> BanList::change(const staff::Account &actor, Work work) const {
    qint64 seq = 0;
    Result<T> done = m_desk.database.write([&](storage::Connection &connection) -> Result<T> {
        const Result<qint64> begun = beginChange(connection);
        if (!begun)
            return Failure(begun.error());
        seq = *begun;
        Act act{connection, actor, m_desk.clock.now(), seq};
        Result<T> result = work(act);
        if (!result)
            return result;
        const Result<void> told = tellBansChanged(connection);
        return told ? std::move(result) : Failure(told.error());
    });
    if (done)
        afterChange(m_desk, seq);
    return done;
}

Result<void> BanList::record(Act &act, const char *action, const QString &target, QJsonObject before,
                             QJsonObject after) const {
    return m_desk.audit.record(act.connection, {act.actor.id, act.actor.username, QString::fromLatin1(action), target,
                                                std::move(before), std::move(after)});
}

Result<BanValue> BanList::valueOf(const NewBan &ban) const {
    Result<BanValue> value = banValueOf(ban.kind, ban.match, ban.value);
    if (value && ban.expiresAt && *ban.expiresAt <= m_desk.clock.now())
        return past();
    return value;
}

Result<Ban> BanList::add(const staff::Account &actor, const NewBan &ban) const {
    const Result<BanValue> value = valueOf(ban);
    if (!value)
        return Failure(value.error());
    return change<Ban>(actor, [&](Act &act) -> Result<Ban> {
        bool isNew = false;
        Result<Ban> there = insert(act, *value, ban, &isNew);
        if (!there || isNew)
            return there;
        Error error{ErrorKind::Conflict, "banned-already", "This is on the ban list already.", {}};
        error.extra = {{"current", toJson(*there)}};
        return failure(std::move(error));
    });
}

Result<QList<Id>> BanList::addAll(const staff::Account &actor, const QList<NewBan> &bans) const {
    QList<BanValue> values;
    for (const NewBan &ban : bans) {
        Result<BanValue> value = valueOf(ban);
        if (!value)
            return Failure(value.error());
        values.append(*std::move(value));
    }
    return change<QList<Id>>(actor, [&](Act &act) -> Result<QList<Id>> {
        QList<Id> ids;
        for (qsizetype i = 0; i < bans.size(); ++i) {
            bool isNew = false;
            const Result<Ban> there = insert(act, values[i], bans[i], &isNew);
            if (!there)
                return Failure(there.error());
            ids.append(there->id);
        }
        return ids;
    });
}

Result<Ban> BanList::insert(Act &act, const BanValue &value, const NewBan &ban, bool *isNew) const {
    const Id id = m_desk.ids.next();
    const QByteArray hash = banHash(value.kind, toString(value.match), value.value, m_desk.secrets.lookupKey);
    const auto closed = act.connection.execute("bans/close_overdue_of", {{"value_hash", hash}, {"now", toMs(act.now)}});
    if (!closed)
        return Failure(closed.error());
    const auto added = act.connection.execute(
        "bans/insert", {{"id", id},
                        {"kind", value.kind},
                        {"match", toString(value.match)},
                        {"length", value.length},
                        {"value_hash", hash},
                        {"value_sealed", runtime::seal(value.value.toUtf8(), m_desk.secrets.sealKey)},
                        {"masked", value.masked},
                        {"reason", ban.reason},
                        {"author", act.actor.displayName},
                        {"author_id", act.actor.id},
                        {"created_at", toMs(act.now)},
                        {"expires_at", orNone(ban.expiresAt)},
                        {"import_id", 0}});
    const auto rows = added ? act.connection.query("bans/open_of", {{"value_hash", hash}}) : Failure(added.error());
    if (!rows)
        return Failure(rows.error());
    const Ban there = banOf(rows->first(), act.now);
    *isNew = *added == 1;
    if (!*isNew)
        return there;
    if (value.length > 0)
        if (const auto known =
                act.connection.execute("bans/insert_length", {{"kind", value.kind}, {"length", value.length}});
            !known)
            return Failure(known.error());
    const Result<void> noted = noteChange(act.connection, m_desk, act.seq, id, id);
    const Result<void> recorded =
        noted ? record(act, "blocking.ban", "ban/" + idToString(id), {}, told(there)) : Failure(noted.error());
    return recorded ? Result<Ban>(there) : Failure(recorded.error());
}

Result<Ban> BanList::update(const staff::Account &actor, Id id, qint64 version, const BanEdit &edit) const {
    if (edit.expiresAt && *edit.expiresAt <= m_desk.clock.now())
        return past();
    return change<Ban>(actor, [&](Act &act) -> Result<Ban> {
        const auto rows = act.connection.query("bans/lock", {{"id", id}});
        if (!rows)
            return Failure(rows.error());
        if (rows->isEmpty())
            return failure(ErrorKind::NotFound, "ban-not-found", "There is no such ban.");
        const Ban before = banOf(rows->first(), act.now);
        if (before.version != version)
            return stale(before);
        if (before.state != BanState::Active)
            return failure(ErrorKind::Conflict, "wrong-state", "This ban is over. Ban the subject again instead.");
        const auto updated = act.connection.execute(
            "bans/update",
            {{"id", id}, {"version", version}, {"reason", edit.reason}, {"expires_at", orNone(edit.expiresAt)}});
        if (!updated)
            return Failure(updated.error());
        Ban after = before;
        after.reason = edit.reason;
        after.expiresAt = edit.expiresAt;
        ++after.version;
        const Result<void> noted = noteChange(act.connection, m_desk, act.seq, id, id);
        const Result<void> recorded =
            noted ? record(act, "blocking.ban-edit", "ban/" + idToString(id), told(before), told(after)) : noted;
        return recorded ? Result<Ban>(after) : Failure(recorded.error());
    });
}

Result<int> BanList::liftAll(Act &act, const QList<Id> &ids, const QString &reason, Id liftId) const {
    int lifted = 0;
    for (const Id id : ids) {
        const auto done = act.connection.execute("bans/lift", {{"id", id},
                                                               {"now", toMs(act.now)},
                                                               {"by", act.actor.displayName},
                                                               {"reason", reason},
                                                               {"lift_id", liftId}});
        if (!done)
            return Failure(done.error());
        if (*done == 0)
            continue;
        ++lifted;
        if (const Result<void> noted = noteChange(act.connection, m_desk, act.seq, id, id); !noted)
            return Failure(noted.error());
    }
    return lifted;
}

Result<Change> BanList::lift(const staff::Account &actor, const QList<Id> &ids, const QString &reason) const {
    const QList<Id> each = QSet<Id>(ids.begin(), ids.end()).values();
    return change<Change>(actor, [&](Act &act) -> Result<Change> {
        const Id liftId = m_desk.ids.next();
        const Result<int> lifted = liftAll(act, each, reason, liftId);
        if (!lifted)
            return Failure(lifted.error());
        if (*lifted == 0)
            return Change();
        const Result<void> recorded = record(act, "blocking.ban-lift", "ban-lift/" + idToString(liftId), {},
                                             {{"lifted", *lifted}, {"reason", reason}});
        return recorded ? Result<Change>(Change{*lifted, idToString(liftId)}) : Failure(recorded.error());
    });
}

Result<int> BanList::reopenAll(Act &act, Id liftId) const {
    const auto rows = act.connection.query("bans/lifted_by_act", {{"lift_id", liftId}});
    if (!rows)
        return Failure(rows.error());
    int reopened = 0;
    for (const storage::Row &row : *rows) {
        const Id id = row.integer("id");
        const auto done = act.connection.execute(
            "bans/reopen", {{"id", id}, {"lift_id", liftId}, {"value_hash", row.bytes("value_hash")}});
        if (!done)
            return Failure(done.error());
        if (*done == 0)
            continue;
        ++reopened;
        if (const Result<void> noted = noteChange(act.connection, m_desk, act.seq, id, id); !noted)
            return Failure(noted.error());
    }
    return reopened;
}

Result<Change> BanList::undoLift(const staff::Account &actor, const QString &undo) const {
    const std::optional<Id> liftId = idFromString(undo);
    if (!liftId || *liftId == 0)
        return failure(ErrorKind::NotFound, "nothing-to-undo", "There is nothing to take back.");
    return change<Change>(actor, [&](Act &act) -> Result<Change> {
        const Result<int> reopened = reopenAll(act, *liftId);
        if (!reopened)
            return Failure(reopened.error());
        if (*reopened == 0)
            return failure(ErrorKind::NotFound, "nothing-to-undo", "There is nothing to take back.");
        const Result<void> recorded =
            record(act, "blocking.ban-lift-undo", "ban-lift/" + undo, {}, {{"banned_again", *reopened}});
        return recorded ? Result<Change>(Change{*reopened, {}}) : Failure(recorded.error());
    });
}

} // namespace wemo::blocking
