#pragma once
#include "models/sms/message.h"
#include "services/demo/rhythm.h"

namespace wemo::demo {

struct Scale;

/// One invented message with all that happened to it.
struct Invented {
    sms::Message message;
    int person = 0;
    int validityMinutes = 5;
    QList<sms::MessageEvent> events; ///< oldest first
};

/// Message `index` of the company; 0 is the oldest. Depends on nothing else, so chunks can be made in any order.
class Invention {
public:
    Invention(Instant now, const Scale &scale);
    Invented message(int index) const;

private:
    Instant m_now;
    int m_messages;
    quint32 m_seed;
    Rhythm m_rhythm;
};

} // namespace wemo::demo
