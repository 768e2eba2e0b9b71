#include "services/live/feed.h"

#include "services/live/stream.h"
#include "services/runtime/log.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace wemo::live {

namespace {
using namespace std::chrono_literals;
constexpr Milliseconds block = 5s;

/// What a subscription and the feed share. `listener` is empty once it has ended.
struct Entry {
    std::recursive_mutex mutex; ///< recursive: a listener may end its own subscription
    Feed::Listener listener;
    std::optional<Place> position; ///< nothing at or before it is handed on; the feed's thread only, once `joined`
    bool resumes = false;          ///< came with a lastId, which must still be in the stream
    bool joined = false;

    void hand(const LiveEvent &event) {
        const std::lock_guard lock(mutex);
        if (listener)
            listener(event);
    }
    void hand(const PlacedEvent &placed) {
        if (position && placed.place <= *position)
            return;
        position = placed.place;
        hand(placed.event);
    }
};

std::string wakeKey() {
    std::random_device random;
    return "wemo:live:wake:" + std::to_string(random()) + std::to_string(random());
}

std::string text(const Place &place) {
    return place.toString().toStdString();
}
} // namespace

class Feed::Subscription {
public:
    explicit Subscription(std::shared_ptr<Entry> entry)
        : m_entry(std::move(entry)) {}
    ~Subscription() {
        Listener ended; // destroyed outside of the lock, with all it holds
        const std::lock_guard lock(m_entry->mutex);
        ended.swap(m_entry->listener);
    }
    Q_DISABLE_COPY_MOVE(Subscription)

private:
    std::shared_ptr<Entry> m_entry;
};

struct Feed::State {
    explicit State(redis::Pool &redisPool)
        : pool(redisPool) {}

    void loop();
    Result<void> follow(redis::Connection &connection);
    Result<void> findEnd(redis::Connection &connection);
    Result<void> readOn(redis::Connection &connection);
    Result<void> join(redis::Connection &connection, Entry &entry);
    Result<bool> holds(redis::Connection &connection, const Place &place);
    std::vector<std::shared_ptr<Entry>> entriesNow();
    void resetAll();
    void wake();

    redis::Pool &pool;
    const std::string wakeStream = wakeKey(); ///< an entry there ends the wait for events; expires by itself
    std::string wakeRead = "0-0";
    std::thread thread;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::shared_ptr<Entry>> entries;
    std::optional<Place> last; ///< how far the stream was read
    bool running = false;
    bool stopping = false;
};

Feed::Feed(redis::Pool &pool)
    : m_state(new State(pool)) {}

Feed::~Feed() {
    stop();
}

void Feed::start() {
    const std::lock_guard lock(m_state->mutex);
    m_state->running = true;
    m_state->thread = std::thread([state = m_state.get()] { state->loop(); });
}

void Feed::stop() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
        m_state->running = false;
    }
    m_state->changed.notify_all();
    if (!m_state->thread.joinable())
        return;
    m_state->wake();
    m_state->thread.join();
}

Result<std::shared_ptr<Feed::Subscription>> Feed::subscribe(const QString &lastId, Listener listener) {
    const std::optional<Place> after = Place::fromString(lastId);
    if (!lastId.isEmpty() && !after)
        return failure(ErrorKind::InvalidInput, "bad-event-id", "The id of the last event is not one of this service.");
    const auto entry = std::make_shared<Entry>();
    entry->listener = std::move(listener);
    entry->resumes = after.has_value();
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->running)
            return failure(ErrorKind::Unavailable, "feed-stopped", "The service is stopping.");
        entry->position = after ? after : m_state->last;
        m_state->entries.push_back(entry);
    }
    m_state->wake();
    return std::make_shared<Subscription>(entry);
}

/// Level-triggered: the feed sees the entry even if it was not waiting yet.
void Feed::State::wake() {
    if (Result<redis::Connection> connection = pool.lease())
        (void)connection->pipeline(
            {{"XADD", wakeStream, "MAXLEN", "1", "*", "wake", "1"}, {"PEXPIRE", wakeStream, "30000"}});
}

std::vector<std::shared_ptr<Entry>> Feed::State::entriesNow() {
    const std::lock_guard lock(mutex);
    std::erase_if(entries, [](const std::shared_ptr<Entry> &entry) {
        const std::lock_guard entryLock(entry->mutex);
        return !entry->listener;
    });
    return entries;
}

void Feed::State::loop() {
    bool down = false;
    std::unique_lock lock(mutex);
    while (!stopping) {
        lock.unlock();
        Result<redis::Connection> connection = pool.lease();
        const Result<void> followed = connection ? follow(*connection) : Failure(connection.error());
        if (!followed && !std::exchange(down, true))
            runtime::log::warn("live-feed-waits", {{"error", followed.error().detail}});
        down = !followed;
        lock.lock();
        changed.wait_for(lock, 200ms, [this] { return stopping; });
    }
}

/// Until the link fails or stop() is called.
Result<void> Feed::State::follow(redis::Connection &connection) {
    if (const Result<void> found = findEnd(connection); !found)
        return found;
    for (;;) {
        const auto now = entriesNow();
        for (const std::shared_ptr<Entry> &entry : now)
            if (!entry->joined)
                if (const Result<void> joined = join(connection, *entry); !joined)
                    return joined;
        if (const Result<void> read = readOn(connection); !read)
            return read;
        const std::lock_guard lock(mutex);
        if (stopping)
            return {};
    }
}

/// On each new connection: where the stream ends, and whether it is still the one that was read before.
Result<void> Feed::State::findEnd(redis::Connection &connection) {
    const auto newest = connection.command({"XREVRANGE", streamKey, "+", "-", "COUNT", "1"});
    if (!newest)
        return Failure(newest.error());
    const std::vector<PlacedEvent> events = readEntries(*newest);
    const Place end = events.empty() ? Place{} : events.front().place;
    if (last && end >= *last)
        return {};
    const bool lost = last.has_value();
    {
        const std::lock_guard lock(mutex);
        last = end;
    }
    if (lost)
        resetAll();
    return {};
}

Result<bool> Feed::State::holds(redis::Connection &connection, const Place &place) {
    const auto found = connection.command({"XRANGE", streamKey, text(place), text(place)});
    return found ? Result<bool>(!found->items.empty()) : Failure(found.error());
}

/// Brings a subscription from its own position to `last`, from where readOn() serves it. Nobody else moves `last`.
Result<void> Feed::State::join(redis::Connection &connection, Entry &entry) {
    if (entry.resumes) {
        const Result<bool> held = holds(connection, *entry.position);
        if (!held)
            return Failure(held.error());
        if (!*held) {
            entry.position = *last;
            entry.hand(LiveEvent{last->toString(), streamReset, {}});
        }
        entry.resumes = false;
    }
    if (!entry.position)
        entry.position = *last;
    while (*entry.position < *last) {
        const auto missed =
            connection.command({"XRANGE", streamKey, "(" + text(*entry.position), text(*last), "COUNT", "500"});
        if (!missed)
            return Failure(missed.error());
        const std::vector<PlacedEvent> events = readEntries(*missed);
        for (const PlacedEvent &event : events)
            entry.hand(event);
        if (missed->items.size() < 500)
            break;
    }
    entry.joined = true;
    return {};
}

Result<void> Feed::State::readOn(redis::Connection &connection) {
    const auto answer = connection.command({"XREAD", "COUNT", "500", "BLOCK", std::to_string(block.count()), "STREAMS",
                                            streamKey, wakeStream, text(*last), wakeRead},
                                           block + 2s);
    if (!answer)
        return Failure(answer.error());
    for (const redis::Reply &stream : answer->items) {
        if (stream.items.size() != 2 || stream.items[1].items.empty())
            continue;
        if (stream.items[0].text == wakeStream) {
            wakeRead = stream.items[1].items.back().items.at(0).text;
            continue;
        }
        // If what was read last is gone, then so may be what came right after it.
        if (*last != Place{}) {
            const Result<bool> held = holds(connection, *last);
            if (!held)
                return Failure(held.error());
            if (!*held)
                resetAll();
        }
        const std::vector<PlacedEvent> events = readEntries(stream.items[1]);
        const auto now = entriesNow();
        for (const std::shared_ptr<Entry> &entry : now)
            for (const PlacedEvent &event : events)
                if (entry->joined)
                    entry->hand(event);
        if (!events.empty()) {
            const std::lock_guard lock(mutex);
            last = events.back().place;
        }
    }
    return {};
}

void Feed::State::resetAll() {
    const auto now = entriesNow();
    for (const std::shared_ptr<Entry> &entry : now)
        if (entry->joined) {
            entry->position = std::min(*entry->position, *last);
            entry->hand(LiveEvent{last->toString(), streamReset, {}});
        }
}

} // namespace wemo::live
