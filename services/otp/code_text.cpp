#include "services/otp/code_text.h"

namespace wemo::otp {

CodeText signInText(const QString &code, int validMinutes) {
    const QString text = QString("【WeMo】登入驗證碼 %1，%2 分鐘內有效。請勿告訴任何人，WeMo 人員不會向您詢問。");
    return {text.arg(code).arg(validMinutes), text.arg(QString(code.size(), u'•')).arg(validMinutes)};
}

} // namespace wemo::otp
