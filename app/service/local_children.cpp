#include "app/service/local_children.h"

#include "app/service/status_lines.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace wemo::service {

namespace {
std::unique_ptr<redis::RedisChild> makeRedis(const DataFolder &folder, const QString &socket) {
    redis::RedisChild::Options options;
    QDir().mkpath(folder.file("redis"));
    options.folder = QFile::encodeName(folder.file("redis")).toStdString();
    options.socket = QFile::encodeName(socket).toStdString();
    options.lockFd = folder.redisLock();
    return std::make_unique<redis::RedisChild>(std::move(options));
}
} // namespace

LocalChildren::LocalChildren(const DataFolder &folder, const Settings &settings, const QString &callbackUrl)
    : m_uid("demo")
    , m_password(QString::fromLatin1(runtime::randomToken(12))) {
    const Result<QString> socket = folder.redisSocket();
    if (!socket)
        m_redisStarted = Failure(socket.error());
    m_redis = makeRedis(folder, socket.value_or(QString()));
    if (!settings.gatewayUrl.isEmpty())
        return;
    m_simulator = std::make_unique<SimulatorChild>(SimulatorChild::Options{
        QCoreApplication::applicationDirPath() + "/wemo-gateway-simulator", folder.file("simulator.state"),
        folder.file("simulator.log"), callbackUrl, m_uid, m_password});
}

LocalChildren::~LocalChildren() {
    stop(std::chrono::seconds(2));
}

void LocalChildren::start() {
    if (m_redisStarted)
        m_redisStart = std::thread([this] { m_redisStarted = m_redis->start(); });
    if (m_simulator)
        m_simulatorStart = std::thread([this] { m_simulatorStarted = m_simulator->start(); });
}

Result<void> LocalChildren::finish() {
    for (std::thread *thread : {&m_redisStart, &m_simulatorStart})
        if (thread->joinable())
            thread->join();
    sayProgress("redis", m_redisStarted ? 1 : 0, 1);
    return m_redisStarted ? m_simulatorStarted : m_redisStarted;
}

Result<void> LocalChildren::checkSimulator() const {
    if (m_simulator->running())
        return {};
    return failure(ErrorKind::Unavailable, "gateway-away", "The gateway simulator has ended.");
}

void LocalChildren::stop(Milliseconds within) {
    for (std::thread *thread : {&m_redisStart, &m_simulatorStart})
        if (thread->joinable())
            thread->join();
    if (m_simulator)
        m_simulator->stop(within);
    m_redis->stop(within);
}

} // namespace wemo::service
