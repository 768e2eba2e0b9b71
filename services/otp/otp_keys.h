#pragma once
#include "models/phone/phone_number.h"
#include "services/runtime/seal.h"

#include <string>

namespace wemo::otp {

/// The Redis keys of codes. Numbers, devices and addresses are in them as keyed hashes only.
class OtpKeys {
public:
    explicit OtpKeys(const QByteArray &lookupKey)
        : m_lookupKey(lookupKey) {}

    std::string subject(const phone::PhoneNumber &number) const { return hash("phone", number.e164()); }
    std::string device(const QString &device) const { return hash("device", device); }
    std::string fingerprint(const QString &what) const { return hash("asking", what); }

    // The codes themselves. Lost: riders ask for a new one.
    static std::string challengePrefix() { return "wemo:otp:challenge:"; }
    static std::string challenge(const QString &id) { return challengePrefix() + id.toStdString(); }
    // Lost: a repeated request makes a second challenge.
    std::string idempotency(const QString &device, const QString &key) const;
    // Devices that have proven a number (otp_resend.lua knows it, too). Lost: they count among the others until their
    // next sign-in.
    static std::string known(const std::string &subject, const std::string &device);

private:
    std::string hash(const char *domain, const QString &value) const;
    QByteArray m_lookupKey;
};

} // namespace wemo::otp
