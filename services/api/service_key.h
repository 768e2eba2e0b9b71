#pragma once
#include "services/api/application.h"

namespace wemo::api {

/// Lets a program in by its key, everybody else by `staff`. An empty key lets nobody in.
Authenticate authenticateWithKey(const QByteArray &key, Authenticate staff);

} // namespace wemo::api
