#include "services/otp/otp_keys.h"

#include <arpa/inet.h>

#include <cstring>

namespace wemo::otp {

std::string OtpKeys::hash(const char *domain, const QString &value) const {
    return runtime::hmac(QByteArray(domain) + '\0' + value.toUtf8(), m_lookupKey).left(16).toHex().toStdString();
}

std::string OtpKeys::idempotency(const QString &device, const QString &key) const {
    return "wemo:otp:idempotency:" + hash("idempotency", device + QChar(u'\0') + key);
}

std::string OtpKeys::sendsOfDevice(const std::string &subject, const std::string &device) {
    return "wemo:otp:sends:device:" + subject + ":" + device;
}

std::string OtpKeys::sendsOfRequester(const std::string &subject, const QString &requester) const {
    return "wemo:otp:sends:requester:" + subject + ":" + hash("requester", requesterOf(requester));
}

std::string OtpKeys::known(const std::string &subject, const std::string &device) {
    return "wemo:otp:known:" + subject + ":" + device;
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

} // namespace wemo::otp
