#pragma once
#include <QtGlobal>

namespace wemo::demo {

/// Chance that is the same every time: a number from (seed, which message, which question).
class Chance {
public:
    Chance(quint32 seed, quint64 which)
        : m_state(mix(seed * 0x9e3779b97f4a7c15ULL + which)) {}
    quint64 bits(quint64 question) const { return mix(m_state ^ (question * 0xd1342543de82ef95ULL)); }
    double unit(quint64 question) const { return static_cast<double>(bits(question) >> 11) * 0x1.0p-53; } ///< [0, 1)
    int below(quint64 question, int bound) const { return static_cast<int>(unit(question) * bound); }

private:
    static quint64 mix(quint64 x) { // splitmix64
        x += 0x9e3779b97f4a7c15ULL;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    }
    quint64 m_state;
};

} // namespace wemo::demo
