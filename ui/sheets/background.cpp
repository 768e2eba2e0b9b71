#include "ui/sheets/background.h"

#include "ui/sheets/xlsx.h"

#include <QPromise>
#include <QThreadPool>

#include <limits>

namespace wemo::sheets {

namespace {
constexpr qint64 mostShown = std::numeric_limits<int>::max();

/// Runs `work(progress)` in the pool and keeps its promise.
template <typename T, typename Work>
QFuture<Result<T>> inBackground(Work work) {
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        const Progress progress = [&promise = *promise](qint64 done, qint64 total) {
            promise.setProgressRange(0, static_cast<int>(std::min(total, mostShown)));
            promise.setProgressValue(static_cast<int>(std::min(done, mostShown)));
            return !promise.isCanceled();
        };
        // What was canceled before its turn came is not begun.
        if (!promise->isCanceled())
            promise->addResult(work(progress));
        promise->finish();
    });
    return promise->future();
}
} // namespace

QFuture<Result<void>> writeFileInBackground(Table table, QString path) {
    return inBackground<void>([table = std::move(table), path = std::move(path)](const Progress &progress) {
        return writeFile(table, path, progress);
    });
}

QFuture<Result<Table>> readFileInBackground(QString path) {
    return inBackground<Table>([path = std::move(path)](const Progress &progress) { return readFile(path, progress); });
}

} // namespace wemo::sheets
