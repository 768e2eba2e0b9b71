#include "services/otp/code_text.h"

namespace wemo::otp {

QString codeTemplateOf(const QString &flow) {
    return "otp." + flow;
}

Result<sms::RenderedText> codeText(const sms::TemplateBook &templates, const QString &flow, const QString &language,
                                   const QString &code, int validMinutes) {
    if (const sms::Template *one = templates.find(codeTemplateOf(flow)))
        return sms::render(*one, language, {{"code", code}, {"minutes", validMinutes}});
    return failure(ErrorKind::Internal, "no-template", "The code cannot be sent now.", "no text for the flow " + flow);
}

} // namespace wemo::otp
