#include "services/redis/pool.h"

#include <QCryptographicHash>
#include <QFile>

namespace wemo::redis {

Script::Script(std::string source)
    : m_source(std::move(source))
    , m_sha(QCryptographicHash::hash(QByteArray::fromStdString(m_source), QCryptographicHash::Sha1)
                .toHex()
                .toStdString()) {}

Script Script::resource(std::initializer_list<const char *> names) {
    std::string source;
    for (const char *name : names) {
        QFile file(QString(":/lua/%1.lua").arg(QString::fromLatin1(name)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no script %s in the resources", name);
        source += file.readAll().toStdString();
    }
    return Script(std::move(source));
}

Result<Reply> Script::run(Connection &connection, const std::vector<std::string> &keys, Args args,
                          std::optional<Milliseconds> limit) const {
    Args command{"EVALSHA", m_sha, std::to_string(keys.size())};
    command.reserve(command.size() + keys.size() + args.size());
    command.insert(command.end(), keys.begin(), keys.end());
    command.insert(command.end(), std::make_move_iterator(args.begin()), std::make_move_iterator(args.end()));
    const auto send = [&] { return limit ? connection.command(command, *limit) : connection.command(command); };
    Result<Reply> reply = send();
    if (reply || reply.error().detail != "NOSCRIPT")
        return reply;
    command[0] = "EVAL";
    command[1] = m_source;
    return send();
}

} // namespace wemo::redis
