#pragma once
#include "services/runtime/child_process.h"

#include <QString>

#include <memory>

namespace wemo::service {

/// The gateway simulator of local mode, started beside this program's own file and gone with it.
class SimulatorChild {
public:
    struct Options {
        QString program;
        QString stateFile;
        QString logFile;
        QString callbackUrl;
        QString uid, password;
    };
    explicit SimulatorChild(Options options);
    ~SimulatorChild();
    Q_DISABLE_COPY_MOVE(SimulatorChild)

    /// Returns when it listens.
    Result<void> start();
    void stop(Milliseconds within);
    bool running() const;
    QString address() const { return m_address; }

private:
    struct Shared;
    const Options m_options;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<runtime::ChildProcess> m_child;
    QString m_address;
};

} // namespace wemo::service
