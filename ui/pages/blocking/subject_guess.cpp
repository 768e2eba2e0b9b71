#include "ui/pages/blocking/subject_guess.h"

#include "ui/pages/blocking/blocking_text.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace wemo::pages::blocking {

using wemo::blocking::BanMatch;

namespace {
bool fits(const char *pattern, const QString &text) {
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QLatin1StringView(pattern)),
                                        QRegularExpression::CaseInsensitiveOption);
    return expression.match(text).hasMatch();
}

/// Without what people put between digits.
QString bare(const QString &text) {
    QString digits = text.trimmed();
    for (const QChar separator : {QChar(u' '), QChar(u'-'), QChar(u'('), QChar(u')')})
        digits.remove(separator);
    return digits;
}

bool isNumber(const QString &text) {
    return fits(R"((\+?886)?0?9\d{8})", bare(text));
}
bool isAddress(const QString &text) {
    return (text.contains(u'.') || text.contains(u':')) && !QHostAddress(text.trimmed()).isNull();
}
bool isEmail(const QString &text) {
    return fits(R"([^\s@]+@[^\s@]+\.[^\s@]+)", text.trimmed());
}
bool isIdCard(const QString &text) {
    return fits(R"([A-Z][A-D1289]\d{8})", text.trimmed());
}
bool isDevice(const QString &text) {
    return fits(R"([0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12})", text.trimmed());
}

QString exactFault(const QString &kind, const QString &value) {
    if (kind == u"number" && !isNumber(value))
        return Words::tr("This is no mobile number such as 0912 345 678.");
    if (kind == u"email" && !isEmail(value))
        return Words::tr("This is no e-mail address.");
    if (kind == u"address" && !isAddress(value))
        return Words::tr("This is no network address such as 203.0.113.7.");
    if (kind == u"id_card" && !isIdCard(value))
        return Words::tr("This is no ID number such as A123456789.");
    return {};
}

QString cidrFault(const QString &kind, const QString &value) {
    if (kind != u"address")
        return Words::tr("Only network addresses have ranges.");
    const bool right = value.contains(u'/') && QHostAddress::parseSubnet(value.trimmed()).second >= 0;
    return right ? QString() : Words::tr("This is no address range such as 203.0.113.0/24.");
}
} // namespace

QString guessKind(const QString &typed) {
    if (isNumber(typed))
        return QStringLiteral("number");
    if (isEmail(typed))
        return QStringLiteral("email");
    if (isAddress(typed))
        return QStringLiteral("address");
    if (isIdCard(typed))
        return QStringLiteral("id_card");
    if (isDevice(typed))
        return QStringLiteral("device");
    return QStringLiteral("account");
}

bool isTellingValue(const QString &typed) {
    return isNumber(typed) || isEmail(typed) || isAddress(typed) || isIdCard(typed) || isDevice(typed);
}

QString valueFault(const QString &kind, BanMatch match, const QString &value) {
    switch (match) {
    case BanMatch::Exact:
        return exactFault(kind, value);
    case BanMatch::Cidr:
        return cidrFault(kind, value);
    case BanMatch::Prefix:
        break;
    }
    if (kind == u"address")
        return Words::tr("A range of addresses is written as 203.0.113.0/24: choose “Address range”.");
    if (kind == u"number" && !fits(R"(\+?\d{3,12})", bare(value)))
        return Words::tr("This is no prefix such as +88690055.");
    return {};
}

} // namespace wemo::pages::blocking
