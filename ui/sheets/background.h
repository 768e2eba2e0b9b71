#pragma once
#include "ui/sheets/table.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace wemo::sheets {

/// `work()` in a thread of the pool. Its result comes even when nobody waits for it any more.
template <typename Work>
QFuture<std::invoke_result_t<Work>> inPool(Work work) {
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

/// writeFile() and readFile() in a thread of the pool. The future tells its progress in rows (its range is 0 to 0 while
/// nobody knows how many there are: a QProgressBar shows that as busy) and is stopped by cancel(): it then ends
/// canceled, without a result, and the file is as it was. Go on with `.then(this, …)` and `.onCanceled(this, …)`.
QFuture<Result<void>> writeFileInBackground(Table table, QString path);
QFuture<Result<Table>> readFileInBackground(QString path);

} // namespace wemo::sheets
