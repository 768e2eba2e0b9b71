#pragma once
#include "app/service/data_folder.h"
#include "app/service/settings.h"
#include "app/service/simulator_child.h"
#include "services/redis/redis_child.h"
#include "services/runtime/seal.h"

namespace wemo::service {

/// What local mode starts beside itself: Redis, and the gateway simulator unless a gateway is given. Both at once,
/// while the service opens its store.
class LocalChildren {
public:
    LocalChildren(const DataFolder &folder, const Settings &settings, const QString &callbackUrl);
    ~LocalChildren(); ///< stop()
    Q_DISABLE_COPY_MOVE(LocalChildren)

    void start();          ///< returns at once
    Result<void> finish(); ///< returns when both work; call once after start()
    void stop(Milliseconds within);

    redis::Options redis() const { return m_redis->connection(); }
    bool hasSimulator() const { return m_simulator != nullptr; }
    Result<void> checkSimulator() const;
    QString simulatorUrl() const { return m_simulator ? m_simulator->address() : QString(); }
    QString simulatorUid() const { return m_uid; }
    QString simulatorPassword() const { return m_password; }

private:
    const QString m_uid, m_password; ///< fresh at each start: nobody needs to know them
    QString m_socketProblem;
    std::unique_ptr<redis::RedisChild> m_redis;
    std::unique_ptr<SimulatorChild> m_simulator;
    std::thread m_redisStart, m_simulatorStart;
    Result<void> m_redisStarted, m_simulatorStarted;
};

} // namespace wemo::service
