#pragma once
#include <QString>

namespace wemo::runtime::log {

/// Whether the value of a field of this name is a secret whatever it looks like: password, token, authorization, …
bool isSecretName(QStringView fieldName);

} // namespace wemo::runtime::log
