#pragma once
#include "services/redis/pool.h"

#include <QString>

namespace wemo::redis {

/// redis://[user@]host[:6379][/database], unix:///path[?database=n] or
/// sentinel://host[:26379][,host…]/master[/database]. A password in the address is refused: it would show in process
/// lists and logs.
Result<Options> optionsFromUrl(const QString &url);

} // namespace wemo::redis
