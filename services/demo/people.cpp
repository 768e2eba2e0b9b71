#include "services/demo/people.h"

namespace wemo::demo {

namespace {
constexpr int prefixes[] = {10, 11, 12, 19, 21, 22, 28, 30, 32, 33, 34, 37, 39, 52, 53, 55,
                            58, 60, 63, 66, 68, 70, 72, 75, 76, 78, 80, 82, 85, 86, 87, 88};
constexpr qint64 epochMs = 1577836800000; // of models/core/id.cpp
constexpr int placeBits = 21;
} // namespace

phone::PhoneNumber numberOf(int person) {
    if (person == mrsLin)
        return phone::PhoneNumber::fromE164(u"+886912345678").value();
    constexpr int count = static_cast<int>(std::size(prefixes));
    // 7919 is prime to a million, so no six digits come twice under one prefix; Mrs Lin's are not among them.
    int digits = static_cast<int>((static_cast<qint64>(person / count) * 7919 + 104'729) % 1'000'000);
    if (digits == 345'678)
        digits = 4;
    const QString text = QString("+8869%1%2").arg(prefixes[person % count]).arg(digits, 6, 10, QChar(u'0'));
    return phone::PhoneNumber::fromE164(text).value();
}

Id idAt(Instant at, quint32 place) {
    // What is told of the time before ids were counted has those of their first millisecond: none is below 1.
    return (std::max<qint64>(0, toMs(at) - epochMs) << placeBits) + static_cast<Id>(place & ((1U << placeBits) - 1));
}

} // namespace wemo::demo
