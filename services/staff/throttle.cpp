#include "services/staff/throttle.h"

#include <QCryptographicHash>
#include <QFile>

namespace wemo::staff {

namespace {
std::string readScript(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", qPrintable(path));
    return file.readAll().toStdString();
}

std::string key(const char *what, const QString &subject) {
    return std::string("wemo:staff:attempts:") + what + ":" +
           QCryptographicHash::hash(subject.toUtf8(), QCryptographicHash::Sha256).toHex().first(32).toStdString();
}

std::string pairKey(const QString &username, const QString &address) {
    return key("pair", username + '\n' + address);
}
} // namespace

Throttle::Throttle(redis::Pool &pool, ThrottleOptions options)
    : m_pool(pool)
    , m_options(options)
    , m_script(readScript(":/lua/staff_throttle.lua")) {}

Result<void> Throttle::attempt(const QString &username, const QString &address) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const Milliseconds window = m_options.window;
    const auto wait =
        m_script.run(*connection, {pairKey(username, address), key("account", username), key("address", address)},
                     {std::to_string(window.count()), std::to_string(m_options.perAccountAndAddress),
                      std::to_string(m_options.perAccount), std::to_string(m_options.perAddress)});
    if (!wait)
        return Failure(wait.error());
    if (wait->integer == 0)
        return {};
    Error error{ErrorKind::TooManyRequests, "too-many-attempts", "Too many attempts to sign in. Wait a little.", {}};
    error.retryAfterMs = wait->integer;
    return failure(std::move(error));
}

void Throttle::forget(const QString &username, const QString &address) {
    // If this is lost the count just runs out by itself.
    static_cast<void>(m_pool.command({"DEL", pairKey(username, address)}));
}

} // namespace wemo::staff
