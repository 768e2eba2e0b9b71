#pragma once
#include "models/core/result.h"

#include <QByteArray>
#include <QList>

namespace wemo::sms {

/// The base URL of a gateway, without a slash at its end; one without a path gets `usualPath`. InvalidInput, naming the
/// configuration's `key`, unless it is https or on this machine: logins and codes go over it.
Result<QString> gatewayUrl(const char *key, const QString &url, const QString &usualPath);

/// application/x-www-form-urlencoded, in UTF-8.
QByteArray formBody(const QList<std::pair<QByteArray, QString>> &fields);

} // namespace wemo::sms
