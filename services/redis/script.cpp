#include "services/redis/state.h"

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

Args Script::call(const std::vector<std::string> &keys, Args args) const {
    Args command{"EVALSHA", m_sha, std::to_string(keys.size())};
    command.reserve(command.size() + keys.size() + args.size());
    command.insert(command.end(), keys.begin(), keys.end());
    command.insert(command.end(), std::make_move_iterator(args.begin()), std::make_move_iterator(args.end()));
    return command;
}

Result<Reply> Script::run(Connection &connection, const std::vector<std::string> &keys, Args args,
                          std::optional<Milliseconds> limit) const {
    Args command = call(keys, std::move(args));
    const auto send = [&] { return limit ? connection.command(command, *limit) : connection.command(command); };
    Result<Reply> reply = send();
    if (reply || reply.error().detail != "NOSCRIPT")
        return reply;
    command[0] = "EVAL";
    command[1] = m_source;
    return send();
}

Result<std::vector<Result<Reply>>> Script::runAll(Connection &connection, std::vector<Args> calls) const {
    Result<std::vector<Reply>> replies = connection.pipeline(calls);
    if (!replies)
        return Failure(replies.error());
    std::vector<Result<Reply>> answers;
    answers.reserve(calls.size());
    for (std::size_t i = 0; i < calls.size(); ++i) {
        Reply &reply = (*replies)[i];
        if (reply.type != Reply::Type::Error) {
            answers.emplace_back(std::move(reply));
            continue;
        }
        Error error = serverError(reply.text);
        if (error.detail != "NOSCRIPT") {
            answers.push_back(failure(std::move(error)));
            continue;
        }
        calls[i][0] = "EVAL"; // nothing has happened yet; the first of them loads it for the others
        calls[i][1] = m_source;
        answers.push_back(connection.command(calls[i]));
    }
    return answers;
}

} // namespace wemo::redis
