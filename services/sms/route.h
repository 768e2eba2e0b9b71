#pragma once
#include "models/core/result.h"

#include <QList>
#include <QString>

namespace wemo::sms {

/// "every8d:90, mitake:10" → names and weights from 0 to 1000 in that order; empty = none. InvalidInput, naming the
/// configuration's `key`, for anything else, a gateway that is not in `known`, or one that stands there twice.
Result<QList<std::pair<QString, int>>> readRoute(const QString &key, const QString &text, const QStringList &known);

} // namespace wemo::sms
