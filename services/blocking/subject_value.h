#pragma once
#include "models/blocking/ban.h"
#include "models/blocking/policy.h"

namespace wemo::blocking {

/// The one form in which a value is compared: numbers in E.164, e-mail addresses and accounts in lower case, network
/// addresses as inet_ntop writes them, ID cards in upper case. InvalidInput with a code of its kind ("not-a-number",
/// "bad-email", …); the message never repeats the value. Kinds that are not known here are taken as they are, trimmed.
Result<QString> canonicalValue(const QString &kind, const QString &text);

/// What is banned beside single subjects. Numbers: "0912", "+886 912" → "+886912", six digits of E.164 at the least,
/// since fewer would ban the country. Addresses: networks (network.h). InvalidInput "no-range" for other kinds.
Result<QString> canonicalRange(const QString &kind, BanMatch match, const QString &text);

/// What lists may show: "0912•••678", "l•••@example.com", "203.0.113.•".
QString maskedValue(const QString &kind, const QString &value);

/// The kinds that can be banned.
bool isBannableKind(const QString &kind);

} // namespace wemo::blocking
