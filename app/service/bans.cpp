#include "app/service/bans.h"

#include "app/service/domains.h"
#include "services/runtime/log.h"

namespace wemo::service {

Bans::Bans(const Ground &ground, const staff::AuditLog &audit, std::function<void()> wake)
    : m_copy(ground.database, ground.redis, ground.secrets.lookupKey)
    , m_desk{ground.database, ground.clock, ground.ids, audit, ground.secrets, m_copy, std::move(wake)}
    , m_keeper(m_desk)
    , m_importer(m_desk)
    , m_routes{blocking::BanList(m_desk), blocking::BanImports(m_desk, [this] { m_importer.wake(); })} {}

void Bans::joinInto(Blocking &blocking) {
    blocking.blocker().use(m_copy);
    const blocking::BanList &list = m_routes.bans;
    blocking.use(
        {[this](const staff::Account &actor, const QList<blocking::Subject> &subjects, const QString &reason,
                std::optional<Instant> expiresAt) { return ban(actor, subjects, reason, expiresAt); },
         [&list](const blocking::Subject &subject) { return list.catching(subject.kind, subject.value); },
         [&list](const QString &subjectId) { return list.historyOf(QByteArray::fromHex(subjectId.toLatin1())); }});
}

Result<QStringList> Bans::ban(const staff::Account &actor, const QList<blocking::Subject> &subjects,
                              const QString &reason, std::optional<Instant> expiresAt) const {
    using blocking::BanMatch;
    QList<blocking::NewBan> bans;
    for (const blocking::Subject &subject : subjects)
        if (subject.kind == u"prefix")
            bans.append({"number", BanMatch::Prefix, subject.value, reason, expiresAt});
        else
            bans.append({subject.kind, BanMatch::Exact, subject.value, reason, expiresAt});
    const auto ids = m_routes.bans.addAll(actor, bans);
    if (!ids)
        return Failure(ids.error());
    QStringList result;
    for (const Id id : *ids)
        result.append(idToString(id));
    return result;
}

void Bans::prepare() {
    if (const Result<void> filled = m_copy.catchUp(); !filled)
        runtime::log::warn("ban-list-waits", {{"code", filled.error().code}, {"detail", filled.error().detail}});
}

void Bans::start() {
    m_keeper.start();
    m_importer.start();
}

void Bans::stop() {
    m_importer.stop();
    m_keeper.stop();
}

} // namespace wemo::service
