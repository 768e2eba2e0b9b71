#include "tests/support/redis_server.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QFile>

#include <csignal>
#include <cstring>

namespace wemo::tests {

namespace {
/// PING by hand, so that this does not depend on what it is there to test.
bool answers(const QString &socketPath) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, qPrintable(socketPath), sizeof address.sun_path - 1);
    char answer[8] = {};
    const bool pong = ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 &&
                      ::write(fd, "PING\r\n", 6) == 6 && ::read(fd, answer, 7) == 7 &&
                      (std::strncmp(answer, "+PONG", 5) == 0 || std::strncmp(answer, "-NOAUTH", 7) == 0);
    ::close(fd);
    return pong;
}
} // namespace

RedisServer::RedisServer(Setup setup)
    : m_setup(std::move(setup)) {
    if (!start())
        qFatal("redis-server does not start: %s", log().constData());
}

QString RedisServer::socket() const {
    return m_folder.filePath("r.sock");
}

QByteArray RedisServer::log() const {
    QFile file(m_folder.filePath("log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool RedisServer::start() {
    Subprocess::Start start;
    start.command = QStringList{"redis-server",
                                "--port",
                                QString::number(m_setup.tcpPort),
                                "--unixsocket",
                                socket(),
                                "--save",
                                "",
                                "--appendonly",
                                m_setup.keepsData ? "yes" : "no",
                                "--appendfsync",
                                "no",
                                "--maxmemory-policy",
                                "noeviction",
                                "--dir",
                                m_folder.path(),
                                "--enable-debug-command",
                                "yes"} +
                    m_setup.arguments;
    start.folder = m_folder.path();
    start.logFile = m_folder.filePath("log");
    m_process = Subprocess(start);
    return waitUntil(10'000, [this] { return answers(socket()) || !m_process.running(); }) && m_process.running();
}

void RedisServer::kill() {
    m_process.stop(SIGKILL);
}

void RedisServer::freeze(bool frozen) {
    m_process.signal(frozen ? SIGSTOP : SIGCONT);
}

redis::Options RedisServer::options() const {
    redis::Options options;
    options.unixSocket = socket().toStdString();
    options.connectTimeout = Milliseconds(1000);
    options.commandTimeout = Milliseconds(2000);
    return options;
}

} // namespace wemo::tests
