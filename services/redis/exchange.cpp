#include "services/redis/state.h"

#include <hiredis/hiredis.h>

#include <array>
#include <cerrno>

namespace wemo::redis {

namespace {
Reply toReply(const redisReply &from) {
    Reply reply;
    switch (from.type) {
    case REDIS_REPLY_INTEGER:
        reply.type = Reply::Type::Integer;
        reply.integer = from.integer;
        break;
    case REDIS_REPLY_ARRAY:
        reply.type = Reply::Type::Array;
        reply.items.reserve(from.elements);
        for (std::size_t i = 0; i < from.elements; ++i)
            reply.items.push_back(toReply(*from.element[i]));
        break;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
    case REDIS_REPLY_ERROR:
        reply.type = from.type == REDIS_REPLY_STRING   ? Reply::Type::Text
                     : from.type == REDIS_REPLY_STATUS ? Reply::Type::Status
                                                       : Reply::Type::Error;
        reply.text.assign(from.str, from.len);
        break;
    default:
        break;
    }
    return reply;
}
} // namespace

void ContextDeleter::operator()(redisContext *context) const {
    redisFree(context);
}

Error lost(redisContext *context, const char *what) {
    const bool slow = context && context->err == REDIS_ERR_IO && (errno == EAGAIN || errno == EWOULDBLOCK);
    const QString reason = QString::fromUtf8(context ? context->errstr : "out of memory");
    return {ErrorKind::Unavailable,
            slow ? "redis-timeout" : "redis-unavailable",
            "Redis cannot be reached just now.",
            QString("%1: %2").arg(QString::fromLatin1(what), reason),
            {},
            1000};
}

Error serverError(const std::string &text) {
    // The rest of the text may quote what was sent.
    const std::string word = text.substr(0, text.find(' '));
    static constexpr std::array passing{"LOADING", "MASTERDOWN", "READONLY", "OOM",       "MISCONF",
                                        "BUSY",    "TRYAGAIN",   "NOAUTH",   "WRONGPASS", "NOREPLICAS"};
    const bool down = std::find(passing.begin(), passing.end(), word) != passing.end();
    return {down ? ErrorKind::Unavailable : ErrorKind::Internal,
            down ? "redis-unavailable" : "redis-error",
            down ? "Redis cannot be reached just now." : "The service has a fault.",
            QString::fromStdString(word),
            {},
            down ? 1000 : 0};
}

Result<void> send(redisContext *context, const Args &args) {
    std::vector<const char *> texts;
    std::vector<std::size_t> sizes;
    for (const std::string &arg : args) {
        texts.push_back(arg.data());
        sizes.push_back(arg.size());
    }
    if (redisAppendCommandArgv(context, static_cast<int>(args.size()), texts.data(), sizes.data()) != REDIS_OK)
        return failure(lost(context, "send"));
    return {};
}

Result<Reply> receive(redisContext *context) {
    void *raw = nullptr;
    if (redisGetReply(context, &raw) != REDIS_OK || !raw)
        return failure(lost(context, "answer"));
    Reply reply = toReply(*static_cast<redisReply *>(raw));
    freeReplyObject(raw);
    return reply;
}

Result<Reply> exchange(redisContext *context, const Args &args) {
    if (const Result<void> sent = send(context, args); !sent)
        return Failure(sent.error());
    return receive(context);
}

} // namespace wemo::redis
