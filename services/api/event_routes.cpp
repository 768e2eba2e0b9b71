#include "services/api/event_routes.h"

#include "services/api/event_stream.h"
#include "services/api/query_reader.h"

#include <QRegularExpression>

namespace wemo::api {

namespace {
Result<QString> lastIdOf(const http::Request &request) {
    QueryReader reader(request.query);
    const QString asked = reader.text("after", 64).value_or(QString());
    if (const Result<void> ok = reader.finish(); !ok)
        return Failure(ok.error());
    const QByteArray header = request.header("Last-Event-ID");
    const QString last = header.isEmpty() ? asked : QString::fromLatin1(header);
    static const QRegularExpression place("^[0-9]{1,20}-[0-9]{1,20}$");
    if (!last.isEmpty() && !place.match(last).hasMatch())
        return failure(ErrorKind::InvalidInput, "bad-event-id", "The last event id is not one of ours.");
    return last;
}
} // namespace

EventRoutes::EventRoutes(Subscribe subscribe, const Clock &clock, Options options)
    : m_subscribe(std::move(subscribe))
    , m_clock(clock)
    , m_options(options)
    , m_thread([this] { beat(); }) {}

EventRoutes::~EventRoutes() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
    for (const auto &each : m_streams)
        if (const auto stream = each.lock())
            stream->end();
}

QList<Route> EventRoutes::routes() {
    return {{"GET", "/api/v1/events", Access::Session, std::nullopt,
             [this](const Context &context) { return open(context); }}};
}

Result<http::Response> EventRoutes::open(const Context &context) {
    const Result<QString> lastId = lastIdOf(context.request);
    if (!lastId)
        return Failure(lastId.error());
    const Caller &caller = *context.caller;
    auto stream = std::make_shared<EventStream>(caller.account.role, caller.accessExpiresAt, m_options.maxWaiting);
    // Weak: the subscription belongs to the stream, and would otherwise keep it alive for ever.
    const auto listener = [weak = std::weak_ptr(stream)](const live::LiveEvent &event) {
        if (const auto alive = weak.lock())
            alive->add(event);
    };
    Result<std::shared_ptr<void>> subscription = m_subscribe(*lastId, listener);
    if (!subscription)
        return Failure(subscription.error());
    stream->hold(*std::move(subscription));
    {
        const std::lock_guard lock(m_mutex);
        m_streams.push_back(stream);
    }
    http::Response response;
    response.headers = {
        {"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    response.stream = std::move(stream);
    return response;
}

void EventRoutes::beat() {
    auto lastBeat = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, m_options.tick, [this] { return m_stopping; })) {
        std::erase_if(m_streams, [](const auto &each) { return each.expired(); });
        const std::vector<std::weak_ptr<EventStream>> streams = m_streams;
        lock.unlock();
        const auto now = std::chrono::steady_clock::now();
        const bool due = now - lastBeat >= m_options.heartbeat;
        for (const auto &each : streams) {
            const auto stream = each.lock();
            if (!stream)
                continue;
            if (stream->until() <= m_clock.now())
                stream->end();
            else if (due)
                stream->heartbeat();
        }
        lastBeat = due ? now : lastBeat;
        lock.lock();
    }
}

} // namespace wemo::api
