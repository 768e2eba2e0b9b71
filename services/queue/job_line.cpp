#include "services/queue/job_line.h"

namespace wemo::queue {

namespace {
const char *keyOf(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return "wait";
    case JobState::Prioritized:
        return "prioritized";
    case JobState::Delayed:
        return "delayed";
    case JobState::Active:
        return "active";
    case JobState::Completed:
        return "completed";
    case JobState::Failed:
        return "failed";
    }
    return "";
}
} // namespace

JobLine::JobLine(const std::string &base, JobState state)
    : m_state(state)
    , m_key(base + keyOf(state))
    , m_isList(state == JobState::Waiting || state == JobState::Active)
    , m_isNewestFirst(state == JobState::Completed || state == JobState::Failed) {}

redis::Args JobLine::countCommand() const {
    return {m_isList ? "LLEN" : "ZCARD", m_key};
}

Result<qint64> JobLine::behindInList(redis::Connection &connection, const std::string &id) const {
    const auto replies = connection.pipeline({{"LPOS", m_key, id, "RANK", "-1"}, {"LLEN", m_key}});
    if (!replies)
        return Failure(replies.error());
    // Gone means taken, and with it all that stood before it.
    return (*replies)[0].isNil() ? 0 : static_cast<qint64>((*replies)[1].integer - (*replies)[0].integer);
}

Result<qint64> JobLine::behind(redis::Connection &connection, const std::string &id, double score) const {
    if (id.empty())
        return 0;
    if (m_isList)
        return behindInList(connection, id);
    const std::string exclusive = '(' + QByteArray::number(score, 'g', 17).toStdString();
    const auto replies = connection.pipeline({{m_isNewestFirst ? "ZREVRANK" : "ZRANK", m_key, id},
                                              m_isNewestFirst ? redis::Args{"ZCOUNT", m_key, exclusive, "+inf"}
                                                              : redis::Args{"ZCOUNT", m_key, "-inf", exclusive}});
    if (!replies)
        return Failure(replies.error());
    return static_cast<qint64>((*replies)[0].isNil() ? (*replies)[1].integer : (*replies)[0].integer + 1);
}

Result<std::vector<PlacedJob>> JobLine::read(redis::Connection &connection, qint64 position, qint64 count) const {
    std::vector<PlacedJob> jobs;
    if (m_isList) {
        const auto ids =
            connection.command({"LRANGE", m_key, std::to_string(-position - count), std::to_string(-position - 1)});
        if (!ids)
            return Failure(ids.error());
        for (auto id = ids->items.rbegin(); id != ids->items.rend(); ++id)
            jobs.push_back({id->text, m_state, 0});
        return jobs;
    }
    const auto pairs = connection.command({m_isNewestFirst ? "ZREVRANGE" : "ZRANGE", m_key, std::to_string(position),
                                           std::to_string(position + count - 1), "WITHSCORES"});
    if (!pairs)
        return Failure(pairs.error());
    for (std::size_t i = 0; i + 1 < pairs->items.size(); i += 2)
        jobs.push_back({pairs->items[i].text, m_state, QByteArray::fromStdString(pairs->items[i + 1].text).toDouble()});
    return jobs;
}

} // namespace wemo::queue
