#pragma once
#include "app/service/domains.h"
#include "app/service/local_children.h"
#include "services/api/application.h"
#include "services/runtime/system_clock.h"

namespace wemo::service {

/// The running service, from its locks to its last open connection.
class Service {
public:
    explicit Service(Settings settings);
    ~Service(); ///< stop() with no time given
    Q_DISABLE_COPY_MOVE(Service)

    /// Returns its address once it serves. While it starts, every request is answered 503.
    Result<QString> start();
    void cancelStart() { m_canceled = true; }
    /// Nothing new is taken, what runs may end within the time, then all is closed.
    void stop(Milliseconds within);

private:
    Result<void> openLocal();
    Result<void> openShared();
    Result<void> listen();
    Result<void> openStores();
    Result<void> buildApplication();
    http::Response handle(const http::Request &request) const;
    QString address() const;

    Settings m_settings;
    runtime::SystemClock m_clock;
    const Instant m_startedAt = m_clock.now();
    metrics::Registry m_metrics;
    std::atomic<bool> m_canceled = false;
    std::unique_ptr<IdSource> m_ids;
    std::unique_ptr<DataFolder> m_folder;
    std::optional<runtime::Secrets> m_secrets;
    std::unique_ptr<LocalChildren> m_children;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<redis::Pool> m_redis;
    std::unique_ptr<Domains> m_domains;
    std::unique_ptr<api::Application> m_application;
    std::atomic<const api::Application *> m_serving = nullptr; ///< set when requests may reach it
    std::unique_ptr<http::Server> m_server;
};

} // namespace wemo::service
