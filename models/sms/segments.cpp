#include "models/sms/segments.h"

namespace wemo::sms {

namespace {
constexpr QStringView basic =
    u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    u"ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr QStringView extension = u"\f^{}\\[~]|€";

int septets(QChar c) {
    if (basic.contains(c))
        return 1;
    return extension.contains(c) ? 2 : 0;
}

bool fitsGsm7(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return septets(c) > 0; });
}

/// Units of the character that starts at `at`, and how many QChars it takes.
std::pair<int, int> characterAt(QStringView text, qsizetype at, Encoding encoding) {
    if (encoding == Encoding::Gsm7)
        return {septets(text[at]), 1};
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? std::pair(2, 2) : std::pair(1, 1);
}
} // namespace

SegmentCount countSegments(QStringView text) {
    SegmentCount count;
    count.encoding = fitsGsm7(text) ? Encoding::Gsm7 : Encoding::Ucs2;
    const int alone = count.encoding == Encoding::Gsm7 ? 160 : 70;
    const int part = count.encoding == Encoding::Gsm7 ? 153 : 67;
    int parts = text.isEmpty() ? 0 : 1;
    int used = 0;
    for (qsizetype at = 0; at < text.size();) {
        const auto [units, length] = characterAt(text, at, count.encoding);
        if (used + units > part) {
            ++parts;
            used = 0;
        }
        used += units;
        count.units += units;
        at += length;
    }
    count.segments = count.units == 0 ? 0 : count.units <= alone ? 1 : parts;
    return count;
}

} // namespace wemo::sms
