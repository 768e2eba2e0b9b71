#pragma once
#include <QStringView>

namespace wemo::sms {

enum class Encoding {
    Gsm7, ///< the GSM 03.38 default alphabet; characters of its extension table cost two units
    Ucs2, ///< anything else: UTF-16 units, so an emoji costs two
};

struct SegmentCount {
    Encoding encoding = Encoding::Gsm7;
    int units = 0;    ///< septets or UTF-16 units
    int segments = 0; ///< 0 for an empty text
    bool operator==(const SegmentCount &) const = default;
};

/// How a text is cut into messages on the air: 160 or 70 units alone, 153 or 67 in each part of a longer one. No
/// character is split between two parts.
SegmentCount countSegments(QStringView text);

} // namespace wemo::sms
