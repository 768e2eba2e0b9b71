#include "services/sms/send_request.h"

#include "services/phone/parse.h"

namespace wemo::sms {

namespace {
constexpr int longestText = 333; // a longer one is cut in two by the gateway
constexpr int longestValidity = 2880, usualValidity = 1440;
constexpr std::chrono::hours farthest{24 * 180};

/// Of a text that somebody writes: lines may be broken, but nothing else may hide in it.
bool isReadable(const QString &text) {
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
}

phone::PhoneNumber readNumber(JsonReader &reader) {
    const QString written = reader.string("number", 60);
    if (written.isEmpty())
        return {};
    const auto number = phone::parse(written);
    if (!number)
        reader.fail("number", number.error().code, number.error().message);
    return number.value_or(phone::PhoneNumber());
}

QString readLanguage(JsonReader &reader) {
    const QString language = reader.optionalString("language", 20).value_or(templateLanguages().first());
    if (!templateLanguages().contains(language))
        reader.fail("language", "unknown-word", "The languages are zh-TW and en.");
    return language;
}

void readTemplate(JsonReader &reader, const TemplateBook &templates, NewMessage &message) {
    message.templateName = reader.string("template", 60);
    const QJsonObject values = reader.has("parameters") ? reader.object("parameters") : QJsonObject();
    const auto purpose =
        reader.has("purpose") ? std::optional(reader.word("purpose", purposeFromString)) : std::nullopt;
    const Template *one = templates.find(message.templateName);
    if (!one)
        return reader.fail("template", "unknown-word", "There is no template of this name.");
    if (purpose && *purpose != one->purpose)
        reader.fail("purpose", "mismatch", QString("This template is of the purpose %1.").arg(toString(one->purpose)));
    message.purpose = one->purpose;
    message.validityMinutes = one->validityMinutes;
    const bool isKnown = templateLanguages().contains(message.language);
    const auto text = render(*one, isKnown ? message.language : templateLanguages().first(), values);
    if (!text)
        return reader.failAll(text.error().fields);
    message.text = text->whole;
    message.shownText = text->shown;
}

void readText(JsonReader &reader, NewMessage &message) {
    message.text = message.shownText = reader.string("text", longestText);
    message.purpose = reader.word("purpose", purposeFromString);
    message.validityMinutes = usualValidity;
    if (!isReadable(message.text))
        reader.fail("text", "bad-character", "Control characters cannot be sent.");
    if (message.purpose == Purpose::Otp && reader.has("purpose"))
        reader.fail("purpose", "needs-template",
                    "A code is sent by a template, so that it is not stored in the clear.");
}

std::optional<Instant> readSendAt(JsonReader &reader, Purpose purpose, Instant now) {
    const std::optional<Instant> at = reader.optionalInstant("send_at");
    if (!at || *at <= now)
        return std::nullopt;
    if (purpose == Purpose::Otp)
        reader.fail("send_at", "not-for-codes", "A code is sent at once or not at all.");
    if (*at > now + farthest)
        reader.fail("send_at", "out-of-range", "At most 180 days ahead.");
    return at;
}
} // namespace

Result<NewMessage> newMessageFromJson(const QJsonObject &body, const TemplateBook &templates, Instant now) {
    JsonReader reader(body);
    NewMessage message;
    message.number = readNumber(reader);
    message.language = readLanguage(reader);
    if (reader.has("template") && reader.optionalString("text", longestText))
        reader.fail("text", "ambiguous", "Give either a template or a text.");
    if (reader.has("template"))
        readTemplate(reader, templates, message);
    else
        readText(reader, message);
    message.priority = static_cast<int>(reader.optionalInteger("priority", minPriority, maxPriority).value_or(0));
    message.validityMinutes = static_cast<int>(
        reader.optionalInteger("validity_minutes", 1, longestValidity).value_or(message.validityMinutes));
    message.sendAt = readSendAt(reader, message.purpose, now);
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    return message;
}

TextPreview previewOf(const QString &text, qint64 segmentPrice) {
    const SegmentCount count = countSegments(text);
    return {text, count, count.segments * segmentPrice};
}

Result<TextPreview> previewFromJson(const QJsonObject &body, const Template &one, const SegmentPrice &price) {
    JsonReader reader(body);
    const QString language = readLanguage(reader);
    const QJsonObject given = reader.has("parameters") ? reader.object("parameters") : QJsonObject();
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    QJsonObject values = exampleValues(one);
    for (auto value = given.begin(); value != given.end(); ++value)
        values.insert(value.key(), value.value());
    const auto text = render(one, language, values);
    return text ? Result<TextPreview>(previewOf(text->whole, price(one.purpose))) : Failure(text.error());
}

} // namespace wemo::sms
