#pragma once
#include "services/sms/template_book.h"

namespace wemo::otp {

/// The SMS of a flow's code, by the template "otp.<flow>": whole, and as it may be shown and stored. One segment.
/// Internal "no-template" where there is none for the flow.
Result<sms::RenderedText> codeText(const sms::TemplateBook &templates, const QString &flow, const QString &language,
                                   const QString &code, int validMinutes);
QString codeTemplateOf(const QString &flow); ///< "otp.sign_in"

} // namespace wemo::otp
