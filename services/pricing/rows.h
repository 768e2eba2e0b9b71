#pragma once
#include "models/pricing/book.h"
#include "services/storage/database.h"

/// Rows of the pricing tables as values, and back.
namespace wemo::pricing {

Plan planOf(const storage::Row &row);
Interval intervalOf(const storage::Row &row);
/// Internal "config-unreadable" where a stored body no longer is a config.
Result<ConfigRecord> configOf(const storage::Row &row, bool hasBody);
CatalogEntry catalogEntryOf(const storage::Row &row);

storage::Params paramsOf(const Plan &plan);
storage::Params paramsOf(const Interval &interval);
QVariant orNull(const std::optional<Instant> &at);

} // namespace wemo::pricing
