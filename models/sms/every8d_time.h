#pragma once
#include "models/core/time.h"

#include <QStringView>

#include <optional>

namespace wemo::sms::every8d {

/// The vendor's wall clock, which is Taipei's (UTC+8, no summer time since 1979): "yyyyMMddHHmmss" in callbacks,
/// "yyyy/MM/dd HH:mm:ss" in queries. Nothing for anything else.
std::optional<Instant> instantFromTaipei(QStringView text);
QString taipeiCompact(Instant at); ///< yyyyMMddHHmmss
QString taipeiSpelled(Instant at); ///< yyyy/MM/dd HH:mm:ss

} // namespace wemo::sms::every8d
