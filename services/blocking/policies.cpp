#include "services/blocking/policies.h"

#include "models/live/live_event.h"
#include "services/live/outbox.h"

namespace wemo::blocking {

namespace {
Failure notFound() {
    return failure(ErrorKind::NotFound, "policy-not-found", "There is no such policy.");
}

Failure stale(const PolicyRecord &current, const PolicyRecord *edit) {
    Error error{ErrorKind::Conflict, "stale", "Someone else has saved this policy meanwhile.", {}};
    error.extra = {{"current", toJson(current)}};
    if (edit)
        error.extra.insert("changed", differences(current, *edit));
    return Failure(std::move(error));
}

Result<void> checkSame(const PolicyRecord &before, const PolicyRecord &edit) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    const auto same = [&error](const char *field, const QString &was, const QString &is) {
        if (was != is)
            error.fields.append({field, "fixed", "This stays as it is; make a new policy instead."});
    };
    same("id", before.policy.id, edit.policy.id);
    same("subject_kind", before.policy.subjectKind, edit.policy.subjectKind);
    same("event", before.policy.event, edit.policy.event);
    return error.fields.isEmpty() ? Result<void>() : Failure(std::move(error));
}

/// `before` as it must be to be changed: there, and at that version.
Result<void> checkFresh(const std::optional<PolicyRecord> &before, int version, const PolicyRecord *edit) {
    if (!before || before->deleted)
        return notFound();
    return before->version == version ? Result<void>() : stale(*before, edit);
}
} // namespace

Result<QList<PolicyRecord>> Policies::list() const {
    return m_desk.database.read([](storage::Connection &connection) { return PolicyStore(connection).all(); });
}

Result<QList<PolicyRecord>> Policies::versions(const QString &id) const {
    auto all =
        m_desk.database.read([&](storage::Connection &connection) { return PolicyStore(connection).versionsOf(id); });
    return all && all->isEmpty() ? Result<QList<PolicyRecord>>(notFound()) : all;
}

Result<PolicyRecord> Policies::change(const staff::Account &actor, const char *action, const QString &id,
                                      const Edit &edit) const {
    auto done = m_desk.database.write([&](storage::Connection &connection) -> Result<PolicyRecord> {
        PolicyStore store(connection);
        if (const Result<void> counted = store.countVersion(); !counted)
            return Failure(counted.error());
        const auto before = store.find(id);
        if (!before)
            return Failure(before.error());
        Result<PolicyRecord> after = edit(*before, store);
        if (!after)
            return after;
        after->version = *before ? (*before)->version + 1 : 1;
        after->changedAt = m_desk.clock.now();
        after->changedBy = actor.displayName;
        if (const Result<void> added = store.add(*after); !added)
            return Failure(added.error());
        const auto noted = m_desk.audit.record(
            connection, {actor.id, actor.username, QString::fromLatin1(action), "blocking-policy/" + id,
                         *before ? toJson(**before) : QJsonObject(), toJson(*after)});
        if (!noted)
            return Failure(noted.error());
        const auto told = live::Outbox::addEvent(connection, live::blockingChanged, {{"kind", "policies"}});
        return told ? after : Failure(told.error());
    });
    m_desk.wake();
    return done;
}

Result<PolicyRecord> Policies::create(const staff::Account &actor, const PolicyRecord &edit) const {
    return change(actor, "blocking.policy.create", edit.policy.id,
                  [&edit](const std::optional<PolicyRecord> &before, PolicyStore &) -> Result<PolicyRecord> {
                      if (before && !before->deleted)
                          return failure(ErrorKind::Conflict, "duplicate-id", "Another policy has this id.");
                      return edit;
                  });
}

Result<PolicyRecord> Policies::update(const staff::Account &actor, const QString &id, int version,
                                      const PolicyRecord &edit) const {
    return change(actor, "blocking.policy.update", id,
                  [&](const std::optional<PolicyRecord> &before, PolicyStore &) -> Result<PolicyRecord> {
                      if (const Result<void> fresh = checkFresh(before, version, &edit); !fresh)
                          return Failure(fresh.error());
                      const Result<void> same = checkSame(*before, edit);
                      return same ? Result<PolicyRecord>(edit) : Failure(same.error());
                  });
}

Result<void> Policies::remove(const staff::Account &actor, const QString &id, int version) const {
    const auto gone = change(actor, "blocking.policy.delete", id,
                             [&](const std::optional<PolicyRecord> &before, PolicyStore &) -> Result<PolicyRecord> {
                                 if (const Result<void> fresh = checkFresh(before, version, nullptr); !fresh)
                                     return Failure(fresh.error());
                                 PolicyRecord last = *before;
                                 last.deleted = true;
                                 return last;
                             });
    return gone ? Result<void>() : Failure(gone.error());
}

Result<PolicyRecord> Policies::restore(const staff::Account &actor, const QString &id, int version) const {
    return change(actor, "blocking.policy.restore", id,
                  [&](const std::optional<PolicyRecord> &before, PolicyStore &store) -> Result<PolicyRecord> {
                      const auto then = store.versionOf(id, version);
                      if (!then)
                          return Failure(then.error());
                      if (!before || !*then)
                          return notFound();
                      PolicyRecord again = **then;
                      again.deleted = false;
                      return again;
                  });
}

Result<void> Policies::seedDefaults() const {
    return m_desk.database.write([this](storage::Connection &connection) -> Result<void> {
        PolicyStore store(connection);
        const auto at = store.version();
        if (!at || at->isSeeded)
            return at ? Result<void>() : Failure(at.error());
        if (const Result<void> counted = store.countVersion(); !counted) // and waits for a sister service
            return counted;
        const auto there = store.all();
        if (!there || !there->isEmpty())
            return there ? Result<void>() : Failure(there.error());
        for (PolicyRecord record : defaultPolicies()) {
            record.version = 1;
            record.changedAt = m_desk.clock.now();
            record.changedBy = "WeMo";
            if (const Result<void> added = store.add(record); !added)
                return added;
        }
        return {};
    });
}

} // namespace wemo::blocking
