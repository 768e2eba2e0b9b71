#pragma once
#include "models/core/time.h"

#include <QString>

#include <mutex>

namespace wemo {

/// A 63-bit id that sorts by time of creation: 42 bits of milliseconds since 2020, then 21 bits that start at random in
/// each millisecond and count up. In JSON it is a string of digits, since a JavaScript number loses the low bits.
using Id = qint64;

inline QString idToString(Id id) {
    return QString::number(id);
}
/// Nothing for anything but 1 to 19 digits that fit.
std::optional<Id> idFromString(QStringView text);

/// The lowest id that can be made in this millisecond; 0 before 2020. A range of time is a range of ids: from
/// firstIdAt(start) on, below firstIdAt(end).
Id firstIdAt(Instant at);
/// When it was made.
Instant instantOf(Id id);

/// Makes ids. Thread-safe; ids of one source never repeat and never go back, even when the clock does.
class IdSource {
public:
    explicit IdSource(const Clock &clock, quint32 seed);
    Id next();

private:
    const Clock &m_clock;
    std::mutex m_mutex;
    quint64 m_random;
    Id m_last = 0;
};

} // namespace wemo
