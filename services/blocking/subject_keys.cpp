#include "services/blocking/subject_keys.h"

#include "services/phone/parse.h"
#include "services/runtime/seal.h"

#include <arpa/inet.h>

#include <cstring>

namespace wemo::blocking {

namespace {
constexpr qsizetype longest = 400;
const QString dots = QString::fromUtf8("•••");

QString emailMasked(const QString &value) {
    const qsizetype at = value.lastIndexOf(u'@');
    return at < 1 ? dots : value.left(1) + dots + value.mid(at);
}

QString addressMasked(const QString &value) {
    const qsizetype dot = value.lastIndexOf(u'.');
    return dot < 0 ? value : value.left(dot + 1) + u'•'; // of IPv6 there is only the network
}

QString endsMasked(const QString &value, qsizetype shown) {
    return value.size() <= 2 * shown ? dots : value.left(shown) + dots + value.right(shown);
}

QString oneMasked(const QString &kind, const QString &value) {
    if (kind == u"number") {
        const auto number = phone::PhoneNumber::fromE164(value);
        return number ? number->masked() : endsMasked(value, 3);
    }
    if (kind == u"email")
        return emailMasked(value);
    if (kind == u"address")
        return addressMasked(value);
    if (kind == u"id_card")
        return endsMasked(value, 2);
    if (kind == u"device")
        return endsMasked(value, 3);
    return value; // prefixes, accounts and the tenant are nobody's secret
}

Failure wrong(const QString &message) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = {{"value", "bad-value", message}};
    return Failure(std::move(error));
}

Result<QString> addressFrom(const QString &text) {
    in6_addr six{};
    in_addr four{};
    const QByteArray latin = text.toLatin1();
    if (inet_pton(AF_INET, latin.constData(), &four) != 1 && inet_pton(AF_INET6, latin.constData(), &six) != 1)
        return wrong("This is no network address.");
    return requesterOf(text);
}

Result<QString> numberFrom(const QString &text) {
    const auto number = phone::parse(text);
    return number ? Result<QString>(number->e164()) : wrong(number.error().message);
}
} // namespace

QString SubjectKeys::idOf(const Subject &subject) const {
    const QString value = subject.kind == u"address" ? requesterOf(subject.value) : subject.value;
    const QByteArray text = (subject.kind + u'\n' + value).toUtf8();
    return QString::fromLatin1(runtime::hmac("subject\n" + text, m_lookupKey).first(16).toHex());
}

Subject pairOf(const QString &what, const QString &requester) {
    return {"pair", what + u'\n' + requesterOf(requester)};
}

Subject ownerOf(const QString &number, const QString &device) {
    return {"owner", number + u'\n' + device};
}

std::optional<Subject> wholeOf(const Subject &subject) {
    if (subject.kind != u"pair" && subject.kind != u"owner")
        return std::nullopt;
    const QString first = subject.value.section(u'\n', 0, 0);
    return Subject{first.startsWith(u'+') ? "number" : "account", first};
}

QString masked(const Subject &subject) {
    const auto whole = wholeOf(subject);
    if (!whole)
        return oneMasked(subject.kind, subject.value);
    const QString other = oneMasked(subject.kind == u"pair" ? "address" : "device", subject.value.section(u'\n', 1));
    return oneMasked(whole->kind, whole->value) + QString::fromUtf8(" · ") + other;
}

Result<Subject> canonical(const QString &kind, const QString &written) {
    const QString text = written.trimmed();
    if (text.isEmpty() || text.size() > longest || text.contains(u'\n'))
        return wrong("This is no value of this kind.");
    if (kind == u"number" || kind == u"address") {
        const Result<QString> value = kind == u"number" ? numberFrom(text) : addressFrom(text);
        return value ? Result<Subject>(Subject{kind, *value}) : Failure(value.error());
    }
    if (kind == u"email" || kind == u"account")
        return Subject{kind, text.toLower()};
    return Subject{kind, kind == u"id_card" ? text.toUpper() : text};
}

QString requesterOf(const QString &address) {
    in6_addr parsed{};
    if (inet_pton(AF_INET6, address.toLatin1().constData(), &parsed) != 1)
        return address;
    if (IN6_IS_ADDR_V4MAPPED(&parsed)) {
        char text[INET_ADDRSTRLEN] = {};
        inet_ntop(AF_INET, parsed.s6_addr + 12, text, sizeof text);
        return QString::fromLatin1(text);
    }
    std::memset(parsed.s6_addr + 8, 0, 8);
    char text[INET6_ADDRSTRLEN] = {};
    inet_ntop(AF_INET6, &parsed, text, sizeof text);
    return QString::fromLatin1(text);
}

} // namespace wemo::blocking
