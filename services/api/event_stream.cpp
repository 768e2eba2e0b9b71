#include "services/api/event_stream.h"

#include <QJsonDocument>

namespace wemo::api {

bool maySee(staff::Role role, const QString &eventType) {
    if (eventType == live::streamReset)
        return true;
    if (eventType == live::smsMessageChanged || eventType == live::smsReplied)
        return staff::allows(role, staff::Permission::SmsRead);
    const bool isPricing = eventType == live::pricingTimelineChanged || eventType == live::pricingCampaignChanged;
    return isPricing && staff::allows(role, staff::Permission::PricingRead);
}

EventStream::EventStream(staff::Role role, Instant until, qsizetype maxWaiting)
    : m_role(role)
    , m_until(until)
    , m_maxWaiting(maxWaiting)
    , m_waiting("retry: 1000\n\n") {} // also tells the client at once that it is connected

void EventStream::start(std::function<void()> wake) {
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

QByteArray EventStream::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, {});
}

bool EventStream::closed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void EventStream::add(const live::LiveEvent &event) {
    if (!maySee(m_role, event.type))
        return;
    append("id: " + event.id.toLatin1() + "\nevent: " + event.type.toLatin1() +
           "\ndata: " + QJsonDocument(event.data).toJson(QJsonDocument::Compact) + "\n\n");
}

void EventStream::heartbeat() {
    append(": beat\n\n");
}

void EventStream::end() {
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        wake = m_wake;
    }
    if (wake)
        wake();
}

void EventStream::hold(std::shared_ptr<void> subscription) {
    m_subscription = std::move(subscription);
}

void EventStream::append(const QByteArray &text) {
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return;
        m_waiting += text;
        if (m_waiting.size() > m_maxWaiting) {
            m_waiting.clear(); // it asks again from the last event it has seen
            m_closed = true;
        }
        wake = m_wake;
    }
    if (wake)
        wake();
}

} // namespace wemo::api
