#include "services/storage/database.h"

#include "services/storage/link.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace wemo::storage {

namespace {
constexpr int maxAttempts = 10; // serialization failures and deadlocks in a row

std::atomic<quint64> serials = 0;

/// Closed when the thread ends, or when it meets the end of the Database itself.
thread_local std::map<quint64, std::unique_ptr<Link>> links;

QString beginStatement(Dialect dialect, bool writing) {
    if (dialect == Dialect::Sqlite) // A deferred BEGIN that turns into a writer fails at once instead of waiting.
        return writing ? "BEGIN IMMEDIATE" : "BEGIN";
    return writing ? "BEGIN ISOLATION LEVEL READ COMMITTED" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}
} // namespace

Database::Database(Options options)
    : m_options(std::move(options))
    , m_serial(++serials)
    , m_files(std::make_unique<QueryFiles>(m_options.sqlRoot,
                                           m_options.dialect == Dialect::Sqlite ? "sqlite" : "postgres")) {}

Database::~Database() {
    links.erase(m_serial);
}

Result<std::unique_ptr<Database>> Database::open(const Options &options) {
    std::unique_ptr<Database> database(new Database(options));
    if (const Result<void> reached = database->ping(); !reached)
        return Failure(reached.error());
    return database;
}

Link &Database::link() {
    std::unique_ptr<Link> &mine = links[m_serial];
    if (!mine)
        mine = std::make_unique<Link>(m_options, *m_files);
    return *mine;
}

Result<void> Database::ping() {
    return read([](Connection &connection) -> Result<void> {
        const Result<void> answered = connection.m_link.execRaw("SELECT 1");
        return answered;
    });
}

Result<void> Database::run(bool writing, const std::function<Result<void>(Connection &)> &body) {
    Link &mine = link();
    if (mine.inTransaction)
        return failure(ErrorKind::Internal, "nested-transaction", "The service has a fault.",
                       "read() or write() inside another one of the same thread");
    std::unique_lock<std::mutex> writer;
    if (writing && dialect() == Dialect::Sqlite)
        writer = std::unique_lock(m_writer);
    for (int count = 1;; ++count) {
        bool again = false;
        const Result<void> done = attempt(mine, writing, body, &again);
        if (!again || count == maxAttempts)
            return done;
        std::this_thread::sleep_for(std::chrono::milliseconds(count * count));
    }
}

Result<void> Database::attempt(Link &mine, bool writing, const std::function<Result<void>(Connection &)> &body,
                               bool *again) {
    const bool fresh = !mine.alive();
    if (const Result<void> opened = mine.ensureOpen(); !opened)
        return opened;
    mine.firstFailure.reset();
    mine.mayPassNextTime = false;
    if (const Result<void> begun = mine.execRaw(beginStatement(dialect(), writing)); !begun) {
        // A connection that died while it lay idle shows it here, before anything was done. libpq may still call it
        // good.
        *again = !fresh && dialect() == Dialect::Postgres && begun.error().kind == ErrorKind::Unavailable;
        if (*again)
            mine.close();
        return begun;
    }
    mine.inTransaction = true;
    Connection connection(mine);
    Result<void> result = body(connection);
    mine.inTransaction = false;
    if (result && mine.firstFailure)
        result = failure(*mine.firstFailure); // PostgreSQL would answer COMMIT with a silent rollback
    if (result)
        result = mine.execRaw("COMMIT");
    if (result)
        return result;
    *again = mine.mayPassNextTime && mine.alive();
    if (!mine.alive() || !mine.execRaw("ROLLBACK"))
        mine.close();
    mine.transactionEnded();
    return result;
}

} // namespace wemo::storage
