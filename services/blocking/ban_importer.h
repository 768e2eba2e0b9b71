#pragma once
#include "services/blocking/import_file.h"
#include "services/blocking/import_row.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace wemo::blocking {

/// Checks, writes and takes back imports, one at a time, in batches that are a transaction each. Where it was killed,
/// it or a sister service goes on from the last batch; of several services one works on an import. Thread-safe.
class BanImporter {
public:
    static constexpr int batch = 5'000;      ///< rows a transaction
    static constexpr int mostErrors = 1'000; ///< that are kept

    explicit BanImporter(BanDesk desk, int rowsABatch = batch);
    ~BanImporter(); ///< stop()
    Q_DISABLE_COPY_MOVE(BanImporter)

    void start();
    void stop(); ///< after the batch it is at
    void wake();
    /// What the thread does, in the caller's: works on the oldest import that nobody works on, until it is at rest.
    /// False where there was none.
    Result<bool> runOnce();

private:
    struct Tally;
    Result<std::optional<ImportRecord>> take();
    Result<void> work(ImportRecord record);
    Result<void> check(ImportRecord &record);
    Result<void> write(ImportRecord &record);
    Result<void> takeBack(ImportRecord &record);
    Result<void> fail(ImportRecord &record, const QList<ImportError> &errors, const QString &detail);
    Result<ImportColumns> columnsOf(ImportRecord &record, ImportFile &file);
    Result<void> note(ImportRecord &record); ///< progress
    Result<qint64> writeBatch(ImportRecord &record, const QList<ImportRow> &rows);
    Result<bool> takeBackBatch(ImportRecord &record);
    Result<void> finish(ImportRecord &record, const QList<ImportError> *errors, bool keepsParts);
    Instant leaseEnd() const;
    void loop();

    const BanDesk m_desk;
    const int m_batch;
    const QString m_owner; ///< this importer, among those of all services
    qint64 m_lastSeq = 0;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
};

} // namespace wemo::blocking
