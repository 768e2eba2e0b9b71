#include "services/queue/checker.h"

#include "services/queue/scripts.h"

namespace wemo::queue {

Result<std::vector<Fault>> check(Queue &queue, int most) {
    Result<redis::Connection> connection = queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const auto answer =
        Scripts::all().check.run(*connection, {queue.base()}, {std::to_string(most)}, std::chrono::minutes(1));
    if (!answer)
        return Failure(answer.error());
    std::vector<Fault> faults;
    for (std::size_t i = 0; i + 1 < answer->items.size(); i += 2)
        faults.push_back({answer->items[i].text, answer->items[i + 1].text});
    return faults;
}

} // namespace wemo::queue
