#pragma once
#include "models/core/json_reader.h"
#include "models/sms/segments.h"

namespace wemo::sms {

QString toString(Encoding encoding); ///< gsm7, ucs2
std::optional<Encoding> encodingFromString(QStringView text);

/// A text as it would be sent, and what that takes.
struct TextPreview {
    QString text;
    SegmentCount count;
    qint64 costTenThousandths = 0; ///< of a TWD
};

QJsonObject toJson(const TextPreview &preview);
Result<TextPreview> textPreviewFromJson(const QJsonObject &json);

} // namespace wemo::sms
