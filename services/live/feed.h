#pragma once
#include "models/live/live_event.h"
#include "services/redis/pool.h"

#include <functional>
#include <memory>

namespace wemo::live {

/// Tails the Redis stream `wemo:live` on one thread and hands its events to subscribers, so that each console of each
/// service sees all of them in one order.
class Feed {
public:
    using Listener = std::function<void(const LiveEvent &)>; ///< called on the feed's thread; must not block

    explicit Feed(redis::Pool &pool);
    ~Feed();
    Q_DISABLE_COPY_MOVE(Feed)
    void start();
    void stop();

    /// Ends the subscription when destroyed; after that the listener is not called any more.
    class Subscription;
    /// Everything after `lastId` (empty = from now), then what comes, each event once and in order. Where the stream no
    /// longer reaches back to `lastId`, the first event is stream.reset. So it is later, when Redis has lost the
    /// stream. While Redis is down nothing comes; the subscription stays. InvalidInput if `lastId` is no id of an
    /// event.
    Result<std::shared_ptr<Subscription>> subscribe(const QString &lastId, Listener listener);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace wemo::live
