#include "services/blocking/ban_importer.h"

#include "services/blocking/ban_batch.h"
#include "services/blocking/import_interrupted.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

namespace wemo::blocking {

namespace {
using namespace std::chrono_literals;
constexpr auto tick = 1'000ms;
constexpr auto lease = 5'000ms; // how long a killed service's import lies still

} // namespace

BanImporter::BanImporter(BanDesk desk, int rowsABatch)
    : m_desk(std::move(desk))
    , m_batch(rowsABatch)
    , m_owner(QString::fromLatin1(runtime::randomToken(9))) {}

BanImporter::~BanImporter() {
    stop();
}

void BanImporter::start() {
    m_thread = std::thread([this] { loop(); });
}

void BanImporter::stop() {
    m_stopping = true;
    wake();
    if (m_thread.joinable())
        m_thread.join();
}

void BanImporter::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void BanImporter::loop() {
    while (!m_stopping) {
        const Result<bool> worked = runOnce();
        if (!worked && worked.error().kind != ErrorKind::Canceled)
            runtime::log::warn("ban-import-waits", {{"code", worked.error().code}, {"detail", worked.error().detail}});
        if (worked && *worked)
            continue;
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, tick, [this] { return m_woken || m_stopping; });
        m_woken = false;
    }
}

Instant BanImporter::leaseEnd() const {
    return m_desk.clock.now() + lease;
}

Result<bool> BanImporter::runOnce() {
    const Result<std::optional<ImportRecord>> taken = take();
    if (!taken || !*taken)
        return taken ? Result<bool>(false) : Failure(taken.error());
    const Result<void> done = work(**taken);
    return done ? Result<bool>(true) : Failure(done.error());
}

Result<std::optional<ImportRecord>> BanImporter::take() {
    return m_desk.database.write([&](storage::Connection &connection) -> Result<std::optional<ImportRecord>> {
        const qint64 now = toMs(m_desk.clock.now());
        const auto next = connection.query("ban_imports/next_work", {{"now", now}, {"owner", m_owner}});
        if (!next || next->isEmpty())
            return next ? Result<std::optional<ImportRecord>>(std::nullopt) : Failure(next.error());
        const Id id = next->first().integer("id");
        const auto mine = connection.execute(
            "ban_imports/take", {{"id", id}, {"owner", m_owner}, {"now", now}, {"until", toMs(leaseEnd())}});
        if (!mine || *mine == 0)
            return mine ? Result<std::optional<ImportRecord>>(std::nullopt) : Failure(mine.error());
        const Result<ImportRecord> record = ImportStore(connection).read(id);
        return record ? Result<std::optional<ImportRecord>>(*record) : Failure(record.error());
    });
}

Result<void> BanImporter::work(ImportRecord record) {
    if (record.import.state == ImportState::Checking)
        return check(record);
    return record.wish.isEmpty() ? write(record) : takeBack(record);
}

/// Saves how far it has come, and learns whether it is still ours.
Result<void> BanImporter::note(ImportRecord &record) {
    return finish(record, nullptr, true);
}

Result<void> BanImporter::finish(ImportRecord &record, const QList<ImportError> *errors, bool keepsParts) {
    return m_desk.database.write([&](storage::Connection &connection) -> Result<void> {
        ImportStore store(connection);
        const Result<bool> mine = store.save(record, m_desk.clock.now(), leaseEnd());
        if (!mine || !*mine)
            return mine ? importInterrupted() : Failure(mine.error());
        if (errors)
            if (const Result<void> done = store.replaceErrors(record.import.id, *errors, m_desk.secrets); !done)
                return done;
        if (!keepsParts)
            if (const Result<void> done = store.deleteParts(record.import.id); !done)
                return done;
        return tellBansChanged(connection);
    });
}

Result<void> BanImporter::fail(ImportRecord &record, const QList<ImportError> &errors, const QString &detail) {
    record.import.state = ImportState::Failed;
    record.import.detail = detail;
    record.import.bad = errors.size();
    return finish(record, &errors, false);
}

/// The columns by the file's first line; where they make no sense the import has failed.
Result<ImportColumns> BanImporter::columnsOf(ImportRecord &record, ImportFile &file) {
    const auto header = file.next();
    if (!header)
        return Failure(header.error());
    const CsvRecord first = header->value_or(CsvRecord{1, 0, {}, {}, {}, 0});
    ImportResult<ImportColumns> columns = ImportColumns::of(first);
    if (columns)
        return *std::move(columns);
    const Result<void> failed = fail(record, {columns.error()}, columns.error().message);
    return failed ? importInterrupted() : Failure(failed.error());
}

Result<void> BanImporter::write(ImportRecord &record) {
    ImportFile file(m_desk.database, m_desk.secrets, record.import.id);
    Result<ImportColumns> columns = columnsOf(record, file);
    if (!columns)
        return columns.error().code == "import-interrupted" ? Result<void>() : Failure(columns.error());
    if (record.nextByte > 0)
        file.seek(record.nextByte, record.nextLine);
    bool isLast = false;
    while (!isLast) {
        if (m_stopping)
            return importInterrupted();
        QList<ImportRow> rows;
        rows.reserve(m_batch);
        for (int lines = 0; lines < m_batch && !isLast; ++lines) {
            const auto next = file.next();
            if (!next)
                return Failure(next.error());
            isLast = !*next;
            if (isLast)
                break;
            record.nextByte = (*next)->end;
            record.nextLine = file.line();
            if (ImportResult<ImportRow> row = columns->read(**next, m_desk.clock.now()))
                rows.append(*std::move(row));
        }
        const Result<qint64> written = rows.isEmpty() ? 0 : writeBatch(record, rows);
        if (!written)
            return Failure(written.error());
        WEMO_FAILPOINT("bans.import-batch");
    }
    afterChange(m_desk, m_lastSeq); // before it is said to be done
    BanImport &import = record.import;
    import.state = ImportState::Done;
    import.good = import.done;
    import.duplicates = import.lines - import.bad - import.done;
    if (const Result<void> finished = finish(record, nullptr, false); !finished)
        return finished;
    runtime::log::info("ban-import-done", {{"import", record.import.id}, {"bans", record.import.done}});
    return {};
}

Result<qint64> BanImporter::writeBatch(ImportRecord &record, const QList<ImportRow> &rows) {
    const ImportRecord before = record;
    qint64 seq = 0;
    const Result<qint64> done = m_desk.database.write([&](storage::Connection &connection) -> Result<qint64> {
        record = before; // a transaction may run again
        ImportStore store(connection);
        const Result<qint64> begun = beginChange(connection);
        const Result<ImportRecord> now = begun ? store.lock(record.import.id) : Failure(begun.error());
        if (!now)
            return Failure(now.error());
        if (now->owner != m_owner || !now->wish.isEmpty())
            return importInterrupted();
        seq = *begun;
        BanImport &import = record.import;
        const BatchSource source{import.id, import.author, record.authorId, import.name, m_desk.clock.now()};
        const Result<qint64> added = addBatch(connection, m_desk, seq, source, rows);
        if (!added)
            return added;
        import.done += *added;
        const Result<bool> saved = store.save(record, m_desk.clock.now(), leaseEnd());
        if (!saved || !*saved)
            return saved ? importInterrupted() : Failure(saved.error());
        const Result<void> told = tellBansChanged(connection);
        return told ? added : Failure(told.error());
    });
    if (done)
        m_lastSeq = seq;
    return done;
}

} // namespace wemo::blocking
