#include "services/demo/traffic.h"

#include "services/demo/people.h"
#include "services/demo/texts.h"

#include <cmath>

namespace wemo::demo {

namespace {
using sms::Purpose;

Purpose purposeOf(const Chance &chance) {
    const double share = chance.unit(1);
    return share < 0.5 ? Purpose::Otp : share < 0.85 ? Purpose::Transactional : Purpose::Marketing;
}

/// Times between messages that come independently of each other.
std::chrono::milliseconds pause(const Chance &chance, int perMinute) {
    return std::chrono::milliseconds(static_cast<int>(-std::log(1 - chance.unit(2)) * 60'000 / perMinute));
}
} // namespace

Traffic::Traffic(Send send, int perMinute, quint32 seed)
    : m_send(std::move(send))
    , m_perMinute(perMinute)
    , m_seed(seed) {}

Traffic::~Traffic() {
    stop();
}

void Traffic::start() {
    if (m_perMinute > 0)
        m_thread = std::thread([this] { loop(); });
}

void Traffic::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

sms::NewMessage Traffic::message(int n) const {
    const Chance chance(m_seed, static_cast<quint64>(n));
    sms::NewMessage message;
    message.number = numberOf(1 + chance.below(3, people - 1));
    message.purpose = purposeOf(chance);
    const Text text = message.purpose == Purpose::Otp             ? otpText()
                      : message.purpose == Purpose::Transactional ? transactionalText(chance)
                                                                  : marketingText(chance);
    message.templateName = QString::fromLatin1(text.templateName);
    message.shownText = text.text;
    message.text = text.text;
    message.text.replace(QString("••••••"), QString("%1").arg(chance.below(4, 1'000'000), 6, 10, QChar(u'0')));
    message.validityMinutes = text.validityMinutes;
    message.requestId = QString::asprintf("%016llx", chance.bits(5));
    return message;
}

void Traffic::loop() {
    std::unique_lock lock(m_mutex);
    for (int n = 0; !m_stopping; ++n) {
        m_changed.wait_for(lock, pause(Chance(m_seed, static_cast<quint64>(n)), m_perMinute),
                           [this] { return m_stopping; });
        if (m_stopping)
            return;
        lock.unlock();
        m_send(message(n));
        lock.lock();
    }
}

} // namespace wemo::demo
