#pragma once
#include "models/core/result.h"

#include <QString>

namespace wemo::phone {

/// A Taiwan mobile number that libphonenumber accepted (services/phone parses; a console never decides). Kept as E.164.
class PhoneNumber {
public:
    PhoneNumber() = default;
    /// Takes "+8869" and 8 digits and nothing else: for what was stored by us. Input of people goes to services/phone.
    static Result<PhoneNumber> fromE164(QStringView text);

    const QString &e164() const { return m_e164; }
    QString national() const; ///< "0912345678", what the gateway is given
    QString masked() const;   ///< "0912•••678", what lists and logs may show
    bool isEmpty() const { return m_e164.isEmpty(); }
    bool operator==(const PhoneNumber &) const = default;

private:
    explicit PhoneNumber(QString e164)
        : m_e164(std::move(e164)) {}
    QString m_e164;
};

} // namespace wemo::phone
