#pragma once
#include "models/delivery/alarm.h"
#include "models/delivery/delivery_stats.h"

#include <QString>

namespace wemo::pages::delivery {

QString percentText(const std::optional<double> &share); ///< "96.4 %", "–"
QString timeText(const std::optional<Milliseconds> &time);
QString costText(qint64 tenThousandths);  ///< "NT$ 1,234"
QString gatewayText(const QString &name); ///< "EVERY8D"; what left by none yet has words of its own
QString keyText(wemo::delivery::Grouping by, const QString &key);
/// What it is, in a sentence, and what to do about it.
QString alarmText(const wemo::delivery::Alarm &alarm);
QString adviceText(wemo::delivery::AlarmKind kind);
QString breakerText(const wemo::delivery::Breaker &breaker);

} // namespace wemo::pages::delivery
