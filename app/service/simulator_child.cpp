#include "app/service/simulator_child.h"

#include "services/runtime/log.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace wemo::service {

struct SimulatorChild::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    QString address;
    QString problem;
};

SimulatorChild::SimulatorChild(Options options)
    : m_options(std::move(options))
    , m_shared(std::make_shared<Shared>()) {}
SimulatorChild::~SimulatorChild() = default;

Result<void> SimulatorChild::start() {
    runtime::ChildProcess::Options child;
    child.command = {QFile::encodeName(m_options.program).toStdString(), "--listen", "127.0.0.1:0", "--state",
                     QFile::encodeName(m_options.stateFile).toStdString()};
    child.environment = {"WEMO_SIMULATOR_CALLBACK_URL=" + m_options.callbackUrl.toStdString(),
                         "WEMO_SIMULATOR_UID=" + m_options.uid.toStdString(),
                         "WEMO_SIMULATOR_PASSWORD=" + m_options.password.toStdString()};
    child.logFile = QFile::encodeName(m_options.logFile).toStdString();
    child.onLine = [shared = m_shared](const std::string &line) {
        const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        const std::lock_guard lock(shared->mutex);
        if (said["event"] == "ready")
            shared->address = said["address"].toString();
        else if (said["event"] == "failed")
            shared->problem = said["message"].toString();
        shared->changed.notify_all();
    };
    child.onExit = [shared = m_shared](int status) {
        runtime::log::info("simulator-ended", {{"status", status}});
        const std::lock_guard lock(shared->mutex);
        if (shared->problem.isEmpty())
            shared->problem = "it ended";
        shared->changed.notify_all();
    };
    m_child = std::make_unique<runtime::ChildProcess>(std::move(child));
    if (const Result<void> started = m_child->start(); !started)
        return started;
    std::unique_lock lock(m_shared->mutex);
    const bool told = m_shared->changed.wait_for(lock, std::chrono::seconds(15), [this] {
        return !m_shared->address.isEmpty() || !m_shared->problem.isEmpty();
    });
    m_address = m_shared->address;
    if (!m_address.isEmpty())
        return {};
    return failure(ErrorKind::Unavailable, "simulator-failed", "The gateway simulator does not start.",
                   told ? m_shared->problem : QString("it says nothing"));
}

void SimulatorChild::stop(Milliseconds within) {
    if (m_child)
        m_child->stop(within);
}

bool SimulatorChild::running() const {
    return m_child && m_child->running();
}

} // namespace wemo::service
