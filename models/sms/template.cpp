#include "models/sms/template.h"

#include <QJsonArray>

namespace wemo::sms {

namespace {
constexpr int mostParameters = 20;
constexpr int longestText = 1000;
constexpr int longestValidity = 2880; // minutes

TemplateParameter parameterFromJson(const QJsonObject &json, const QString &path, QList<FieldError> &errors) {
    JsonReader reader(json, path);
    TemplateParameter parameter;
    parameter.name = reader.string("name", 40);
    parameter.example = reader.string("example", 100);
    parameter.maxLength = static_cast<int>(reader.integer("max_length", 1, 200));
    parameter.isSecret = reader.optionalBoolean("secret").value_or(false);
    if (const auto read = reader.finish(); !read)
        errors += read.error().fields;
    return parameter;
}

QMap<QString, QString> textsFromJson(const QJsonObject &json, QList<FieldError> &errors) {
    JsonReader reader(json, "languages");
    QMap<QString, QString> texts;
    for (const QString &language : templateLanguages())
        texts.insert(language, reader.string(language, longestText));
    if (const auto read = reader.finish(); !read)
        errors += read.error().fields;
    return texts;
}

/// A whole number is written out, so that {"amount": 120} is no mistake.
QJsonValue asText(const QJsonValue &value) {
    const double number = value.toDouble();
    const bool isWhole = value.isDouble() && number == static_cast<double>(static_cast<qint64>(number));
    return isWhole ? QJsonValue(QString::number(static_cast<qint64>(number))) : value;
}

bool isControl(QChar c) {
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isOfCode(QChar c) {
    return (c >= u'0' && c <= u'9') || (c.toUpper() >= u'A' && c.toUpper() <= u'Z');
}

QString valueOf(JsonReader &reader, const TemplateParameter &parameter) {
    const QString value = reader.string(parameter.name, parameter.maxLength);
    if (std::any_of(value.begin(), value.end(), isControl))
        reader.fail(parameter.name, "bad-character", "Line breaks and control characters cannot be sent.");
    else if (parameter.isSecret && !std::all_of(value.begin(), value.end(), isOfCode))
        reader.fail(parameter.name, "bad-character", "A code is made of digits and letters A to Z.");
    return value;
}

/// In one pass over the text, so that a value which looks like a place is not filled in itself.
QString filledIn(const QString &text, const QMap<QString, QString> &values) {
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf(u'{', at), close = text.indexOf(u'}', open);
        if (open < 0 || close < 0)
            return result + text.sliced(at);
        result += text.sliced(at, open - at) + values.value(text.sliced(open + 1, close - open - 1));
        at = close + 1;
    }
    return result;
}
} // namespace

const QStringList &templateLanguages() {
    static const QStringList languages{QStringLiteral("zh-TW"), QStringLiteral("en")};
    return languages;
}

Result<Template> templateFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Template one;
    QList<FieldError> errors;
    one.name = reader.string("name", 60);
    one.purpose = reader.word("purpose", purposeFromString);
    one.validityMinutes = static_cast<int>(reader.integer("validity_minutes", 1, longestValidity));
    const QJsonArray parameters = reader.array("parameters", mostParameters);
    for (qsizetype i = 0; i < parameters.size(); ++i)
        one.parameters.append(parameterFromJson(parameters[i].toObject(), QString("parameters[%1]").arg(i), errors));
    one.texts = textsFromJson(reader.object("languages"), errors);
    reader.failAll(errors);
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    return one;
}

QJsonObject toJson(const Template &one) {
    QJsonArray parameters;
    for (const TemplateParameter &parameter : one.parameters)
        parameters.append(QJsonObject{{"name", parameter.name},
                                      {"example", parameter.example},
                                      {"max_length", parameter.maxLength},
                                      {"secret", parameter.isSecret}});
    QJsonObject texts;
    for (auto text = one.texts.begin(); text != one.texts.end(); ++text)
        texts.insert(text.key(), text.value());
    return {{"name", one.name},
            {"purpose", toString(one.purpose)},
            {"validity_minutes", one.validityMinutes},
            {"parameters", parameters},
            {"languages", texts}};
}

Result<RenderedText> render(const Template &one, const QString &language, const QJsonObject &values) {
    QJsonObject texts;
    for (auto value = values.begin(); value != values.end(); ++value)
        texts.insert(value.key(), asText(value.value()));
    JsonReader reader(texts, "parameters");
    QMap<QString, QString> whole, shown;
    for (const TemplateParameter &parameter : one.parameters) {
        const QString value = valueOf(reader, parameter);
        whole.insert(parameter.name, value);
        shown.insert(parameter.name, parameter.isSecret ? QString(value.size(), u'•') : value);
    }
    if (!one.texts.contains(language))
        reader.failAll({{"language", "unknown-word", "The languages are zh-TW and en."}});
    if (const auto read = reader.finish(); !read)
        return Failure(read.error());
    const QString text = one.texts.value(language);
    return RenderedText{filledIn(text, whole), filledIn(text, shown)};
}

QJsonObject exampleValues(const Template &one) {
    QJsonObject values;
    for (const TemplateParameter &parameter : one.parameters)
        values.insert(parameter.name, parameter.example);
    return values;
}

} // namespace wemo::sms
