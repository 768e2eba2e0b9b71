#pragma once
#include "ui/sheets/table.h"

#include <QFuture>

namespace wemo::sheets {

/// writeFile() and readFile() in a thread of the pool. The future tells its progress in rows (its range is 0 to 0 while
/// nobody knows how many there are: a QProgressBar shows that as busy) and is stopped by cancel(): it then ends
/// canceled, without a result, and the file is as it was. Go on with `.then(this, …)` and `.onCanceled(this, …)`.
QFuture<Result<void>> writeFileInBackground(Table table, QString path);
QFuture<Result<Table>> readFileInBackground(QString path);

} // namespace wemo::sheets
