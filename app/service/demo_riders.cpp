#include "app/service/demo_riders.h"

#include "services/runtime/log.h"

namespace wemo::service {

namespace {
constexpr std::size_t typedAfter = 3; // messages to others: some seconds

/// One in eight gives up: by the last digit of a random number in hexadecimal.
bool givesUp(const QString &requestId) {
    return requestId.endsWith(u'0') || requestId.endsWith(u'8');
}
} // namespace

void DemoRiders::receive(sms::NewMessage message) {
    const QString stem = "demo:" + message.requestId + u':';
    message.idempotencyKey = stem + u'1';
    if (const auto sent = m_sender.send(message); !sent) {
        runtime::log::warn("demo-message-failed", {{"code", sent.error().code}});
        return;
    }
    if (message.purpose == sms::Purpose::Otp && !givesUp(message.requestId))
        m_typing.push_back(stem);
    if (m_typing.size() > typedAfter) {
        m_codeUsed(m_typing.front());
        m_typing.pop_front();
    }
}

} // namespace wemo::service
