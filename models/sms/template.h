#pragma once
#include "models/sms/message.h"

#include <QMap>

namespace wemo::sms {

/// The languages every template is written in, as in Message::language; the first is the usual one.
const QStringList &templateLanguages(); ///< zh-TW, en

/// A value to fill in: "{name}" in the texts.
struct TemplateParameter {
    QString name;
    QString example;       ///< what a preview shows
    int maxLength = 0;     ///< characters
    bool isSecret = false; ///< a code: whoever reads the stored text sees dots
};

/// A text that is sent again and again, as a file of resources/sms/templates.
struct Template {
    QString name; ///< "otp.sign_in"
    Purpose purpose = Purpose::Transactional;
    int validityMinutes = 0; ///< where the sender does not say otherwise
    QList<TemplateParameter> parameters;
    QMap<QString, QString> texts; ///< by language
};

/// JSON: name, purpose, validity_minutes, parameters of {name, example, max_length, secret}, languages {language:
/// text}.
Result<Template> templateFromJson(const QJsonObject &json);
QJsonObject toJson(const Template &one);

/// What is wrong with it, in words for who writes templates; empty = it is sound: both languages, each parameter
/// declared and used in both, one secret in a code and none elsewhere, and with the longest values a code fits into one
/// segment and any other text into the gateway's limit.
QStringList faultsOf(const Template &one);

struct RenderedText {
    QString whole; ///< what the rider reads
    QString shown; ///< "••••••" in place of secrets: what is stored, listed and logged
};

/// Values are strings or whole numbers, by parameter. InvalidInput with the fields "language" and "parameters.<name>":
/// missing, unknown, too long, of a wrong type, or holding a line break or another control character.
Result<RenderedText> render(const Template &one, const QString &language, const QJsonObject &values);
/// With its examples.
QJsonObject exampleValues(const Template &one);

} // namespace wemo::sms
