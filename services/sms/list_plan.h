#pragma once
#include "services/sms/list_walk.h"

namespace wemo::sms {

/// The walks that give the scope's rows below `before` with the least looking: down the index of the condition that
/// fewest rows meet there, which is asked of the indexes themselves.
Result<QList<ListWalk>> walksOf(storage::Connection &connection, const MessageScope &scope, Id before);

} // namespace wemo::sms
