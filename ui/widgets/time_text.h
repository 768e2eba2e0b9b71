#pragma once
#include "models/core/time.h"

#include <QLocale>
#include <QString>

namespace wemo::ui {

/// Instants as staff read them: always the clock of Taipei, whatever the machine is set to.
QString timeOfDay(Instant at);                 ///< "14:03:22"
QString timeOfDayMs(Instant at);               ///< "14:03:22.418"
QString dateAndTime(Instant at);               ///< "2026/11/22 14:03:22"
QString shortTime(Instant at, Instant now);    ///< today the time, this year without the year
QString relativeTime(Instant at, Instant now); ///< "12 s ago", translated; empty when it lies ahead
QString durationText(Milliseconds span);       ///< "1.8 s", "2 min 05 s", translated
QString remainingText(Milliseconds span);      ///< "4:59", never below 0:00
/// Midnight in Taipei of the day `at` falls in.
Instant startOfDay(Instant at);
/// For a date and time picker that shows Taipei time.
QDateTime toTaipei(Instant at);
Instant fromTaipei(const QDateTime &local);

} // namespace wemo::ui
