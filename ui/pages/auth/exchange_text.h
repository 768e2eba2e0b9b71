#pragma once
#include "ui/client/raw_exchange.h"
#include "ui/widgets/tokens.h"

#include <QString>

namespace wemo::pages::auth {

/// Indented JSON; what is no JSON stays as it came.
QString prettyJson(const QByteArray &body);
/// As a command for a shell, quoted so that it can be pasted.
QString asCurl(const ui::RawExchange &exchange);
/// "POST /auth/v1/challenges"
QString requestLine(const ui::RawExchange &exchange);
/// "202 Accepted", or that no answer came.
QString statusText(const ui::RawExchange &exchange);
ui::Tone statusTone(const ui::RawExchange &exchange);

} // namespace wemo::pages::auth
