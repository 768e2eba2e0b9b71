#include "services/otp/otp_keys.h"

namespace wemo::otp {

std::string OtpKeys::hash(const char *domain, const QString &value) const {
    return runtime::hmac(QByteArray(domain) + '\0' + value.toUtf8(), m_lookupKey).left(16).toHex().toStdString();
}

std::string OtpKeys::idempotency(const QString &device, const QString &key) const {
    return "wemo:otp:idempotency:" + hash("idempotency", device + QChar(u'\0') + key);
}

std::string OtpKeys::known(const std::string &subject, const std::string &device) {
    return "wemo:otp:known:" + subject + ":" + device;
}

} // namespace wemo::otp
