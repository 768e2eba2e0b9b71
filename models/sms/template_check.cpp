#include "models/sms/segments.h"
#include "models/sms/template.h"

#include <QRegularExpression>

namespace wemo::sms {

namespace {
constexpr int gatewayLimit = 333; // characters; a longer text is cut in two by the gateway

/// Names between braces, in order; a brace that opens or closes nothing is told as "{" or "}".
QStringList placesIn(const QString &text) {
    static const QRegularExpression brace(QStringLiteral("\\{([a-z_]+)\\}|[{}]"));
    QStringList places;
    for (auto found = brace.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        places.append(match.captured(1).isEmpty() ? match.captured(0) : match.captured(1));
    }
    return places;
}

QStringList faultsOfParameters(const Template &one) {
    QStringList faults, names;
    int secrets = 0;
    for (const TemplateParameter &parameter : one.parameters) {
        if (names.contains(parameter.name))
            faults.append(QString("%1 is declared twice").arg(parameter.name));
        if (parameter.example.isEmpty() || parameter.example.size() > parameter.maxLength)
            faults.append(QString("the example of %1 is none").arg(parameter.name));
        names.append(parameter.name);
        secrets += parameter.isSecret ? 1 : 0;
    }
    if (secrets != (one.purpose == Purpose::Otp ? 1 : 0))
        faults.append("a code has one secret, anything else has none");
    return faults;
}

QStringList faultsOfPlaces(const Template &one, const QString &language) {
    QStringList faults, unused;
    for (const TemplateParameter &parameter : one.parameters)
        unused.append(parameter.name);
    const QStringList declared = unused, places = placesIn(one.texts.value(language));
    for (const QString &place : places) {
        unused.removeAll(place);
        if (!declared.contains(place))
            faults.append(QString("%1 is not declared (%2)").arg(place, language));
    }
    for (const QString &name : unused)
        faults.append(QString("%1 is not used (%2)").arg(name, language));
    return faults;
}

/// The text with the longest values, of a character that fits the alphabet the text has anyway.
QString longestText(const Template &one, const QString &language) {
    QString text = one.texts.value(language);
    for (const TemplateParameter &parameter : one.parameters)
        text.replace(u'{' + parameter.name + u'}', QString(parameter.maxLength, u'8'));
    return text;
}

QStringList faultsOfLength(const Template &one, const QString &language) {
    const QString text = longestText(one, language);
    if (one.purpose == Purpose::Otp && countSegments(text).segments != 1)
        return {QString("a code must fit into one segment (%1)").arg(language)};
    if (text.size() > gatewayLimit)
        return {QString("%1 characters are more than %2 (%3)").arg(text.size()).arg(gatewayLimit).arg(language)};
    return {};
}
} // namespace

QStringList faultsOf(const Template &one) {
    static const QRegularExpression nameRule(QStringLiteral("^[a-z]+\\.[a-z_]+$"));
    QStringList faults = faultsOfParameters(one);
    if (!nameRule.match(one.name).hasMatch())
        faults.append("the name is not like \"ride.receipt\"");
    for (const QString &language : templateLanguages()) {
        if (one.texts.value(language).trimmed().isEmpty())
            faults.append(QString("there is no text (%1)").arg(language));
        faults += faultsOfPlaces(one, language);
        faults += faultsOfLength(one, language);
    }
    return faults;
}

} // namespace wemo::sms
