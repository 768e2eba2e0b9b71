#include "app/service/service.h"

#include "app/service/status_lines.h"
#include "services/api/openapi.h"
#include "services/api/problem.h"
#include "services/runtime/log.h"

namespace wemo::service {

using namespace std::chrono_literals;

Service::Service(Settings settings)
    : m_settings(std::move(settings))
    , m_ids(std::make_unique<IdSource>(m_clock, static_cast<quint32>(runtime::randomBelow(0x7fffffff)))) {}

Service::~Service() {
    stop(0ms);
}

Result<QString> Service::start() {
    if (const Result<void> opened = m_settings.local ? openLocal() : openShared(); !opened)
        return Failure(opened.error());
    if (const Result<void> built = buildApplication(); !built)
        return Failure(built.error());
    if (m_canceled)
        return failure(ErrorKind::Canceled, "canceled", "The start was canceled.");
    m_domains->start();
    m_serving = m_application.get();
    if (m_folder)
        if (const Result<void> announced = m_folder->announce(address()); !announced)
            return Failure(announced.error());
    runtime::log::info("ready", {{"port", m_server->port()}, {"ms", toMs(m_clock.now()) - toMs(m_startedAt)}});
    return address();
}

Result<void> Service::openLocal() {
    Result<std::unique_ptr<DataFolder>> folder = DataFolder::take(m_settings.dataFolder);
    if (!folder)
        return Failure(folder.error());
    m_folder = *std::move(folder);
    const QString logFile = m_settings.logFile.isEmpty() ? m_folder->file("service.log") : m_settings.logFile;
    runtime::log::start({logFile, m_settings.logLevel});
    Result<runtime::Secrets> secrets = runtime::Secrets::load(m_folder->file("secrets.json"), true);
    if (!secrets)
        return Failure(secrets.error());
    m_secrets = *std::move(secrets);
    if (const Result<void> listening = listen(); !listening)
        return listening;
    const QString callback = address() + "/webhooks/every8d/" + QString::fromLatin1(m_secrets->webhookToken);
    m_children = std::make_unique<LocalChildren>(*m_folder, m_settings, callback);
    m_children->start();
    m_settings.storage.path = m_folder->file("wemo.sqlite");
    if (const Result<void> opened = openStores(); !opened)
        return opened;
    if (const Result<void> ready = m_children->finish(); !ready)
        return ready;
    m_redis = std::make_unique<redis::Pool>(m_children->redis());
    if (m_children->hasSimulator()) {
        m_settings.gatewayUrl = m_children->simulatorUrl();
        m_settings.gatewayUid = m_children->simulatorUid();
        m_settings.gatewayPassword = m_children->simulatorPassword();
        m_settings.mitakeUrl = m_children->simulatorUrl() + "/api/mtk";
        m_settings.mitakeUsername = m_children->simulatorUid();
        m_settings.mitakePassword = m_children->simulatorPassword();
    }
    return {};
}

Result<void> Service::openShared() {
    runtime::log::start({m_settings.logFile, m_settings.logLevel});
    Result<runtime::Secrets> secrets = runtime::Secrets::load(m_settings.secretsFile, false);
    if (!secrets)
        return Failure(secrets.error());
    m_secrets = *std::move(secrets);
    if (const Result<void> listening = listen(); !listening)
        return listening;
    m_redis = std::make_unique<redis::Pool>(m_settings.redis); // may be away now and come back later
    return openStores();
}

Result<void> Service::listen() {
    const auto open = [this](const http::ServerOptions &options) {
        m_server =
            std::make_unique<http::Server>(options, [this](const http::Request &request) { return handle(request); });
        return m_server->start();
    };
    http::ServerOptions options = m_settings.http;
    Result<void> listening = open(options);
    if (!listening && listening.error().kind == ErrorKind::Conflict && m_settings.anyPort) {
        options.port = 0;
        listening = open(options);
    }
    return listening;
}

Result<void> Service::openStores() {
    sayProgress("storage", 0, 1);
    Result<std::unique_ptr<storage::Database>> database = storage::Database::open(m_settings.storage);
    if (!database)
        return Failure(database.error());
    m_database = *std::move(database);
    if (const Result<void> migrated = m_database->migrate(); !migrated)
        return migrated;
    sayProgress("storage", 1, 1);
    return {};
}

Result<void> Service::buildApplication() {
    const QString simulator = m_children && m_children->hasSimulator() ? m_children->simulatorUrl() : QString();
    m_domains = std::make_unique<Domains>(Ground{m_settings, m_clock, *m_ids, *m_secrets, *m_database, *m_redis,
                                                 m_metrics, m_canceled, simulator,
                                                 m_settings.publicUrl.isEmpty() ? address() : m_settings.publicUrl});
    if (const Result<void> prepared = m_domains->prepare(); !prepared)
        return prepared;
    const Result<QJsonObject> document = api::openApiDocument();
    if (!document)
        return Failure(document.error());
    QList<api::ReadinessCheck> checks = m_domains->checks();
    if (!simulator.isEmpty())
        checks.append({"gateway", [this] { return m_children->checkSimulator(); }});
    QList<api::Route> routes = m_domains->routes();
    routes += api::serviceRoutes({m_metrics, checks, m_settings.environment, m_settings.demo, m_startedAt,
                                  [this] { m_domains->refreshMetrics(); }});
    routes.append(api::openApiRoute(*document));
    const QStringList faults = api::openApiFaults(*document, routes);
    for (const QString &fault : faults)
        runtime::log::error("openapi-fault", {{"what", fault}});
    m_application = std::make_unique<api::Application>(std::move(routes), m_domains->authenticate(), m_metrics);
    return {};
}

http::Response Service::handle(const http::Request &request) const {
    if (const api::Application *application = m_serving)
        return application->handle(request);
    Error error{ErrorKind::Unavailable, "starting", "The service is still starting.", {}};
    error.retryAfterMs = 1000;
    return api::problem(error);
}

QString Service::address() const {
    return QString("http://%1:%2").arg(m_settings.http.address).arg(m_server->port());
}

void Service::stop(Milliseconds within) {
    const auto end = std::chrono::steady_clock::now() + within;
    const auto left = [end] {
        return std::max(0ms, std::chrono::duration_cast<Milliseconds>(end - std::chrono::steady_clock::now()));
    };
    if (m_server)
        m_server->stop(left());
    m_serving = nullptr;
    if (m_domains)
        m_domains->stop(left());
    m_application.reset();
    m_domains.reset();
    m_server.reset();
    m_redis.reset();
    m_database.reset();
    if (m_children)
        m_children->stop(std::max(left(), 500ms));
    m_children.reset();
    m_folder.reset();
}

} // namespace wemo::service
