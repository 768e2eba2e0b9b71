#pragma once
#include "models/core/time.h"
#include "models/live/live_event.h"
#include "models/staff/permission.h"
#include "services/http/message.h"

#include <mutex>

namespace wemo::api {

/// Who may see an event of this type; nobody may see one that is not in the table.
bool maySee(staff::Role role, const QString &eventType);

/// One listener's events in the form of server-sent events. Fed by the feed's thread, read by the server's.
class EventStream final : public http::Stream {
public:
    EventStream(staff::Role role, Instant until, qsizetype maxWaiting);

    void start(std::function<void()> wake) override;
    QByteArray take() override;
    bool closed() const override;

    void add(const live::LiveEvent &event);
    void heartbeat();
    void end();
    Instant until() const { return m_until; }
    void hold(std::shared_ptr<void> subscription);

private:
    void append(const QByteArray &text);

    const staff::Role m_role;
    const Instant m_until;
    const qsizetype m_maxWaiting;
    mutable std::mutex m_mutex;
    QByteArray m_waiting;
    std::function<void()> m_wake;
    bool m_closed = false;
    std::shared_ptr<void> m_subscription; ///< last, so that it ends before what its listener uses
};

} // namespace wemo::api
