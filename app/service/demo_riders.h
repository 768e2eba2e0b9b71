#pragma once
#include "services/sms/message_sender.h"

#include <deque>

namespace wemo::service {

/// The demo company's riders: what is sent to them goes out, and of the codes most are used a few messages later, as
/// real riders would; else the company would look as if somebody had codes sent for money. One thread.
class DemoRiders {
public:
    using CodeUsed = std::function<void(const QString &keyStem)>;
    DemoRiders(sms::MessageSender &sender, CodeUsed codeUsed)
        : m_sender(sender)
        , m_codeUsed(std::move(codeUsed)) {}

    void receive(sms::NewMessage message);

private:
    sms::MessageSender &m_sender;
    CodeUsed m_codeUsed;
    std::deque<QString> m_typing; ///< stems of the keys of codes on their way
};

} // namespace wemo::service
