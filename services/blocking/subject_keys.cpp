#include "services/blocking/subject_keys.h"

#include "models/phone/phone_number.h"
#include "services/blocking/subject_hash.h"
#include "services/blocking/subject_value.h"

#include <arpa/inet.h>

#include <cstring>

namespace wemo::blocking {

namespace {
const QString dots = QString::fromUtf8("•••");

QString emailMasked(const QString &value) {
    const qsizetype at = value.lastIndexOf(u'@');
    return at < 1 ? dots : value.left(1) + dots + value.mid(at);
}

QString addressMasked(const QString &value) {
    const qsizetype dot = value.lastIndexOf(u'.');
    return dot < 0 ? requesterOf(value) : value.left(dot + 1) + u'•'; // of IPv6 the network is told
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
    if (kind == u"id_card" || kind == u"device")
        return endsMasked(value, kind == u"device" ? 3 : 2);
    return value; // prefixes, accounts and the tenant are nobody's secret
}
} // namespace

QString SubjectKeys::idOf(const Subject &subject) const {
    // Bans look at whole addresses; what is counted is counted by subscriber.
    const QString value = subject.kind == u"address" ? requesterOf(subject.value) : subject.value;
    return QString::fromLatin1(subjectHash(subject.kind, value, m_lookupKey).toHex());
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
    const QString other = subject.value.section(u'\n', 1);
    return oneMasked(whole->kind, whole->value) + QString::fromUtf8(" · ") +
           oneMasked(subject.kind == u"pair" ? "address" : "device", other);
}

Result<Subject> canonical(const QString &kind, const QString &written) {
    const Result<QString> value = canonicalValue(kind, written);
    if (value)
        return Subject{kind, *value};
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = {{"value", value.error().code, value.error().message}};
    return Failure(std::move(error));
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
