#pragma once
#include "services/api/router.h"
#include "services/live/feed.h"

#include <condition_variable>
#include <thread>

namespace wemo::api {

class EventStream;

/// What a subscription needs of live::Feed; the pointer ends it.
using Subscribe = std::function<Result<std::shared_ptr<void>>(const QString &lastId, live::Feed::Listener listener)>;

/// GET /api/v1/events: live events as server-sent events, each member of staff those he may see. One thread beats for
/// all streams and ends those whose access token has expired.
class EventRoutes {
public:
    struct Options {
        std::chrono::milliseconds heartbeat{15'000};
        std::chrono::milliseconds tick{1'000};
        qsizetype maxWaiting = 1 << 20; ///< a reader that lags by more is cut off; it resumes by Last-Event-ID
    };
    EventRoutes(Subscribe subscribe, const Clock &clock, Options options);
    EventRoutes(Subscribe subscribe, const Clock &clock)
        : EventRoutes(std::move(subscribe), clock, Options()) {}
    ~EventRoutes(); ///< ends all streams; the routes must not be called any more
    Q_DISABLE_COPY_MOVE(EventRoutes)

    QList<Route> routes();

private:
    Result<http::Response> open(const Context &context);
    void beat();

    Subscribe m_subscribe;
    const Clock &m_clock;
    Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::weak_ptr<EventStream>> m_streams;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace wemo::api
