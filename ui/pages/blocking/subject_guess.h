#pragma once
#include "models/blocking/ban.h"

namespace wemo::pages::blocking {

/// Which kind of subject somebody has most likely written: a number, an e-mail, an address, an ID number, a device,
/// else an account. Only a guess to save a choice; the service decides what it is.
QString guessKind(const QString &typed);
/// Whether it is surely more than a name: what the palette offers a history for.
bool isTellingValue(const QString &typed);
/// What is wrong with the form of a value, while it is typed; empty when nothing is, or only the service can tell.
QString valueFault(const QString &kind, wemo::blocking::BanMatch match, const QString &value);

} // namespace wemo::pages::blocking
