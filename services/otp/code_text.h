#pragma once
#include <QString>

namespace wemo::otp {

/// The SMS of a sign-in code in zh-TW: whole, and as it may be shown and stored. One UCS-2 segment.
struct CodeText {
    QString whole;
    QString shown; ///< "••••••" in place of the code
};
CodeText signInText(const QString &code, int validMinutes);

} // namespace wemo::otp
