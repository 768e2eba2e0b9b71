#pragma once
#include "models/sms/text_preview.h"
#include "services/sms/new_message.h"
#include "services/sms/template_book.h"

#include <functional>

namespace wemo::sms {

/// A message as another service or a member of staff asks for it:
///     number, template + parameters + language, or text + purpose; priority, validity_minutes, send_at
/// Every mistake is told at its field. Only mobile numbers of Taiwan are taken, as people write them: whoever could
/// make us send abroad could make us pay for it. A code needs a template, so that its place in the text is known and
/// nothing of it is stored in the clear, and is never scheduled. A `send_at` that has passed means now.
Result<NewMessage> newMessageFromJson(const QJsonObject &body, const TemplateBook &templates, Instant now);

/// What a segment costs of the gateway that would be given the message; ten-thousandths of a TWD.
using SegmentPrice = std::function<qint64(Purpose)>;

TextPreview previewOf(const QString &text, qint64 segmentPrice);
/// {language, parameters}: parameters that are not given stand in the text with their example.
Result<TextPreview> previewFromJson(const QJsonObject &body, const Template &one, const SegmentPrice &price);

} // namespace wemo::sms
