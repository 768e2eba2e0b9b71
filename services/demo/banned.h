#pragma once
#include "models/staff/session.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"

namespace wemo::demo {

/// An invented ban list: who was put there by hand in the last months and why, a file of forty, prefixes and networks,
/// some ended, some lifted. Written once; nothing that the demo's riders or the Auth lab use is on it.
Result<void> seedBans(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets,
                      const staff::Account &service, const staff::Account &admin);

} // namespace wemo::demo
