#pragma once
#include "models/core/error.h"
#include "services/storage/database.h"

class QSqlError;

namespace wemo::storage {

/// The driver's error in our words. The driver's text goes into `detail` only, shortened, since it may quote a value.
Error toError(Dialect dialect, const QSqlError &error, const QString &statement);
/// PostgreSQL gave this transaction up for another's sake; the same work may well pass when run again.
bool mayPassNextTime(Dialect dialect, const QSqlError &error);

} // namespace wemo::storage
