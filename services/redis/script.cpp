#include "services/redis/pool.h"

#include <QCryptographicHash>
#include <QFile>

namespace wemo::redis {

Script::Script(std::string source)
    : m_source(std::move(source))
    , m_sha(QCryptographicHash::hash(QByteArray::fromStdString(m_source), QCryptographicHash::Sha1)
                .toHex()
                .toStdString()) {}

Script Script::resource(const char *name) {
    QFile file(QString(":/lua/%1.lua").arg(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no script %s in the resources", name);
    return Script(file.readAll().toStdString());
}

Result<Reply> Script::run(Connection &connection, const std::vector<std::string> &keys, const Args &args) const {
    Args command{"EVALSHA", m_sha, std::to_string(keys.size())};
    command.insert(command.end(), keys.begin(), keys.end());
    command.insert(command.end(), args.begin(), args.end());
    Result<Reply> reply = connection.command(command);
    if (reply || reply.error().detail != "NOSCRIPT")
        return reply;
    command[0] = "EVAL";
    command[1] = m_source;
    return connection.command(command);
}

} // namespace wemo::redis
