#pragma once
#include "app/service/blocking.h"
#include "services/api/ban_routes.h"
#include "services/blocking/ban_importer.h"
#include "services/blocking/ban_keeper.h"

namespace wemo::service {

struct Ground;

/// The ban list: what people put there, its copy that decisions look at, imports. `wake` tells the relay.
class Bans {
public:
    Bans(const Ground &ground, const staff::AuditLog &audit, std::function<void()> wake);
    Q_DISABLE_COPY_MOVE(Bans)

    /// Decisions look at the list from now on; what is blocked can be banned.
    void joinInto(Blocking &blocking);
    /// Fills the copy where it is lost, so that the first decision need not wait; a store that is away is asked later.
    void prepare();
    QList<api::Route> routes() { return api::banRoutes(m_routes) + api::banImportRoutes(m_routes); }
    void start();
    void stop();

private:
    Result<QStringList> ban(const staff::Account &actor, const QList<blocking::Subject> &subjects,
                            const QString &reason, std::optional<Instant> expiresAt) const;

    blocking::BanCopy m_copy;
    const blocking::BanDesk m_desk;
    blocking::BanKeeper m_keeper;
    blocking::BanImporter m_importer;
    const api::BanDependencies m_routes;
};

} // namespace wemo::service
