#pragma once
#include "ui/client/api_error.h"

namespace wemo::pages::auth {

/// What the rider's app says about a problem: friendly, and never more than a rider may know.
QString riderText(const ui::ApiError &error);
/// "123456" out of the text of a message; empty when it holds no code.
QString codeIn(const QString &text);

} // namespace wemo::pages::auth
