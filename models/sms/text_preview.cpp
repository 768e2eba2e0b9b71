#include "models/sms/text_preview.h"

#include "models/core/enum_names.h"

namespace wemo::sms {

namespace {
constexpr EnumNames<Encoding, 2> encodings{{{Encoding::Gsm7, "gsm7"}, {Encoding::Ucs2, "ucs2"}}};
} // namespace

QString toString(Encoding encoding) {
    return encodings.toString(encoding);
}
std::optional<Encoding> encodingFromString(QStringView text) {
    return encodings.fromString(text);
}

QJsonObject toJson(const TextPreview &preview) {
    return {{"text", preview.text},
            {"encoding", toString(preview.count.encoding)},
            {"units", preview.count.units},
            {"segments", preview.count.segments},
            {"cost_ten_thousandths", preview.costTenThousandths}};
}

Result<TextPreview> textPreviewFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    TextPreview preview;
    preview.text = reader.string("text", 4000, 0);
    preview.count.encoding = reader.word("encoding", encodingFromString);
    preview.count.units = static_cast<int>(reader.integer("units", 0, 10'000));
    preview.count.segments = static_cast<int>(reader.integer("segments", 0, 100));
    preview.costTenThousandths = reader.integer("cost_ten_thousandths", 0, 1'000'000'000'000);
    return reader.finishLenient(std::move(preview));
}

} // namespace wemo::sms
