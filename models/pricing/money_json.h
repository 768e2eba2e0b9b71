#pragma once
#include "models/core/json_reader.h"
#include "models/pricing/money.h"

namespace wemo::pricing {

/// A rate out of a decimal string.
Rate readRate(JsonReader &reader, const QString &name);
std::optional<Rate> readOptionalRate(JsonReader &reader, const QString &name);
/// Hundredths of a percent as "12.5", and back.
QString percentText(qint64 hundredths);
std::optional<qint64> percentFromText(QStringView text);
qint64 readPercent(JsonReader &reader, const QString &name);

} // namespace wemo::pricing
