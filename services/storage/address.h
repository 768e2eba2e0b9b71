#pragma once
#include "services/storage/database.h"

namespace wemo::storage {

/// sqlite:///path/to/file or postgresql://user@host[:5432]/name[?sslmode=…]. A password in the address is refused.
Result<Options> optionsFromUrl(const QString &url, const QString &password);

} // namespace wemo::storage
