#pragma once
#include "services/demo/chance.h"
#include "services/sms/new_message.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace wemo::demo {

/// The company goes on living while people look at it: now and then a message to somebody, through the same queue,
/// gateway and receipts as every other. One thread.
class Traffic {
public:
    using Send = std::function<void(const sms::NewMessage &)>;
    Traffic(Send send, int perMinute, quint32 seed);
    ~Traffic(); ///< stop()
    Q_DISABLE_COPY_MOVE(Traffic)

    void start();
    void stop();
    /// The n-th message; the same for the same seed.
    sms::NewMessage message(int n) const;

private:
    void loop();
    const Send m_send;
    const int m_perMinute;
    const quint32 m_seed;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
};

} // namespace wemo::demo
