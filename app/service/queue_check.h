#pragma once
#include "app/service/settings.h"

namespace wemo::service {

/// `wemo-service --check-queues`: one line a fault on stdout. The program's exit code: 0 without faults, 1 with some, 2
/// where it could not be looked.
int checkQueues(const Result<Settings> &settings);

} // namespace wemo::service
