#include "services/queue/queue.h"

#include "services/queue/scripts.h"

namespace wemo::queue {

const Scripts &Scripts::all() {
    static const Scripts scripts;
    return scripts;
}

std::string prefixOf(const std::string &queue) {
    return "wemo:queue:" + queue + ":";
}

Queue::Queue(redis::Pool &pool, std::string name)
    : m_pool(pool)
    , m_name(std::move(name)) {}

Result<bool> Queue::add(const std::string &id, const std::string &data, Milliseconds delay) {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto added =
        Scripts::all().add.run(*connection, {prefixOf(m_name)}, {id, data, std::to_string(delay.count())});
    if (!added)
        return Failure(added.error());
    return added->integer == 1;
}

Result<Counts> Queue::counts() {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const std::string prefix = prefixOf(m_name);
    const auto sizes = connection->pipeline({{"LLEN", prefix + "wait"},
                                             {"ZCARD", prefix + "delayed"},
                                             {"ZCARD", prefix + "active"},
                                             {"ZCARD", prefix + "failed"}});
    if (!sizes)
        return Failure(sizes.error());
    return Counts{(*sizes)[0].integer, (*sizes)[1].integer, (*sizes)[2].integer, (*sizes)[3].integer};
}

} // namespace wemo::queue
