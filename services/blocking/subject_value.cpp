#include "services/blocking/subject_value.h"

#include "services/blocking/id_card.h"
#include "services/blocking/network.h"
#include "services/blocking/subject_keys.h"
#include "services/phone/parse.h"

#include <QSet>
#include <QUrl>

namespace wemo::blocking {

namespace {
constexpr qsizetype longestMail = 254, longestOther = 200, shortestPrefix = 6, numberSize = 13;

Failure refused(const char *code, const char *message) {
    return failure(ErrorKind::InvalidInput, QString::fromLatin1(code), QString::fromLatin1(message));
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool hasControlOrSpace(const QString &text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

Result<QString> number(const QString &text) {
    const auto parsed = phone::parse(text);
    return parsed ? Result<QString>(parsed->e164()) : Failure(parsed.error());
}

Result<QString> mail(const QString &text) {
    const qsizetype at = text.lastIndexOf(u'@');
    const QString domain = QString::fromLatin1(QUrl::toAce(text.mid(at + 1)));
    const bool isFit = at > 0 && text.size() <= longestMail && !hasControlOrSpace(text) && domain.contains(u'.') &&
                       !domain.startsWith(u'.') && !domain.endsWith(u'.') && !text.left(at).contains(u'@');
    if (!isFit)
        return refused("bad-email", "This is not an e-mail address.");
    return text.left(at).toLower() + '@' + domain.toLower();
}

Result<QString> address(const QString &text) {
    const auto parsed = Network::address(text);
    if (!parsed)
        return refused("bad-address", "Write an address as 203.0.113.7 or 2001:db8::1.");
    return parsed->text();
}

Result<QString> other(const QString &text) {
    if (text.isEmpty() || text.size() > longestOther ||
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return refused("bad-value", "This value is empty, too long or has control characters.");
    return text;
}

Result<QString> account(const QString &text) {
    const Result<QString> taken = other(text);
    return taken ? Result<QString>(taken->toLower()) : Failure(taken.error());
}

/// A subject of two values, made by us.
Result<QString> whole(const QString &text) {
    return text.isEmpty() ? refused("bad-value", "This value is empty.") : Result<QString>(text);
}

struct Kind {
    Result<QString> (*canonical)(const QString &);
    bool isBannable;
};

const QHash<QString, Kind> &kinds() {
    static const QHash<QString, Kind> all{{"number", {number, true}},   {"email", {mail, true}},
                                          {"address", {address, true}}, {"id_card", {idCard, true}},
                                          {"device", {other, true}},    {"account", {account, true}},
                                          {"pair", {whole, true}},      {"owner", {whole, true}}};
    return all;
}

Result<QString> numberPrefix(const QString &text) {
    QString digits;
    for (const QChar c : text)
        if (isDigit(c) || (c == u'+' && digits.isEmpty()))
            digits += c;
        else if (!c.isSpace() && c != u'-')
            return refused("bad-prefix", "Write a prefix as 0912 or +886912.");
    if (digits.startsWith(u"09"))
        digits = "+886" + digits.mid(1);
    else if (digits.startsWith(u"8869"))
        digits.prepend(u'+');
    if (!QString("+8869").startsWith(digits.left(5)) || digits.size() > numberSize)
        return refused("bad-prefix", "Write the beginning of a Taiwan mobile number, as 0912 or +886912.");
    if (digits.size() < shortestPrefix)
        return refused("too-wide", "This would ban every mobile number in Taiwan. Write more of it.");
    return digits;
}

QString maskedAddress(const QString &value) {
    const qsizetype last = qMax(value.lastIndexOf(u'.'), value.lastIndexOf(u':'));
    return value.left(last + 1) + u'•';
}
} // namespace

bool isBannableKind(const QString &kind) {
    return kinds().value(kind, {other, false}).isBannable;
}

Result<QString> canonicalValue(const QString &kind, const QString &text) {
    return kinds().value(kind, {other, false}).canonical(text.trimmed());
}

Result<QString> canonicalRange(const QString &kind, BanMatch match, const QString &text) {
    if (match == BanMatch::Prefix && kind == u"number")
        return numberPrefix(text.trimmed());
    if (match != BanMatch::Cidr || kind != u"address")
        return refused("no-range", "Prefixes are for numbers, networks for addresses.");
    const auto network = Network::cidr(text.trimmed());
    return network ? Result<QString>(network->text()) : Failure(network.error());
}

QString maskedValue(const QString &kind, const QString &value) {
    return kind == u"address" ? maskedAddress(value) : masked(Subject{kind, value});
}

} // namespace wemo::blocking
