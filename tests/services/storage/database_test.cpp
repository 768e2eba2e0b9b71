#include "tests/support/postgres_server.h"
#include "tests/support/storage_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace wemo;
using namespace wemo::storage;
using wemo::tests::StorageFixture;

namespace {
/// A folder of queries and one migration for a table that only this test has.
class Samples {
public:
    Samples() {
        migration("0001_sample", "CREATE TABLE sample (id BIGINT PRIMARY KEY, made BIGINT NOT NULL, name TEXT UNIQUE, "
                                 "note TEXT, data %1);\nCREATE INDEX sample_made ON sample (made, id);\n");
        query("put", "INSERT INTO sample (id, made, name, note, data) VALUES (:id, :made, :name, :note, :data)");
        query("bump", "UPDATE sample SET made = made + 1 WHERE id = :id");
        query("one", "SELECT id, made, name, note, data FROM sample WHERE id = :id");
        query("count", "SELECT COUNT(*) AS n FROM sample");
        query("page", "SELECT id, made FROM sample WHERE TRUE\n--? after AND (made, id) < (:made, :id)\n"
                      "ORDER BY made DESC, id DESC LIMIT :limit");
        query("broken", "SELECT nothing FROM nowhere");
    }
    QString root() const { return m_folder.path(); }
    void migration(const QString &name, const QString &text) const {
        write("sqlite/migrations/" + name, QString(text).replace("%1", "BLOB"));
        write("postgres/migrations/" + name, QString(text).replace("%1", "BYTEA"));
    }

private:
    void query(const QString &name, const QString &text) const { write("common/" + name, text); }
    void write(const QString &name, const QString &text) const {
        QFile file(m_folder.filePath(name + ".sql"));
        QDir().mkpath(QFileInfo(file).path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    QTemporaryDir m_folder;
};

Params sample(qint64 id, const QVariant &name = {}) {
    return {{"id", id}, {"made", id / 3}, {"name", name}, {"note", QString()}, {"data", QByteArray("\0\xff'\\", 4)}};
}

Result<qint64> put(Database &database, qint64 id, const QVariant &name = {}) {
    return database.write([&](Connection &connection) { return connection.execute("put", sample(id, name)); });
}

qint64 count(Database &database) {
    const auto rows = database.read([](Connection &connection) { return connection.query("count"); });
    if (!rows)
        qWarning("%s", qPrintable(rows.error().detail));
    return rows ? rows->first().integer("n") : -1;
}
} // namespace

class DatabaseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsValues_data() { StorageFixture::dialects(); }
    void keepsValues();
    void rollsBack_data() { StorageFixture::dialects(); }
    void rollsBack();
    void duplicateIsAConflict_data() { StorageFixture::dialects(); }
    void duplicateIsAConflict();
    void failedStatementSpoilsItsTransaction_data() { StorageFixture::dialects(); }
    void failedStatementSpoilsItsTransaction();
    void faultsAreNotEmptyAnswers_data() { StorageFixture::dialects(); }
    void faultsAreNotEmptyAnswers();
    void nestedTransactionIsRefused_data() { StorageFixture::dialects(); }
    void nestedTransactionIsRefused();
    void writersLoseNothing_data() { StorageFixture::dialects(); }
    void writersLoseNothing();
    void twoServicesLoseNothing_data() { StorageFixture::dialects(); }
    void twoServicesLoseNothing();
    void pagesByKey_data() { StorageFixture::dialects(); }
    void pagesByKey();
    void killedWriterLosesOnlyWhatWasNotCommitted_data() { StorageFixture::dialects(); }
    void killedWriterLosesOnlyWhatWasNotCommitted();
    void readsOneSnapshot_data() { StorageFixture::dialects(); }
    void readsOneSnapshot();
    void serverGoneIsUnavailableAndComesBack();
    void fileThatCannotBeOpenedIsUnavailable();

private:
    Samples m_samples;
};

#define OPEN_SAMPLES                                                                                                   \
    StorageFixture fixture(tests::currentDialect(), m_samples.root());                                                 \
    Database &database = fixture.database()

void DatabaseTest::keepsValues() {
    OPEN_SAMPLES;
    QVERIFY(put(database, 7'000'000'000'000'000'001, QString::fromUtf8("名'字")));
    const auto rows = database.read([](Connection &connection) {
        return connection.query("one", {{"id", qint64(7'000'000'000'000'000'001)}});
    });
    QVERIFY(rows && rows->size() == 1);
    const Row row = rows->first();
    QCOMPARE(row.integer("id"), 7'000'000'000'000'000'001);
    QCOMPARE(row.text("name"), QString::fromUtf8("名'字"));
    QVERIFY2(!row.isNull("note"), "a null QString is an empty text");
    QCOMPARE(row.bytes("data"), QByteArray("\0\xff'\\", 4));
    QVERIFY(put(database, 2));
    const auto second = database.read([](Connection &connection) { return connection.query("one", {{"id", 2}}); });
    QVERIFY(second->first().isNull("name"));
    QCOMPARE(second->first().optionalInteger("name"), std::nullopt);
    const auto none = database.read([](Connection &connection) { return connection.query("one", {{"id", 3}}); });
    QVERIFY(none && none->isEmpty());
}

void DatabaseTest::rollsBack() {
    OPEN_SAMPLES;
    const auto failed = database.write([](Connection &connection) -> Result<void> {
        if (const auto done = connection.execute("put", sample(1)); !done)
            return Failure(done.error());
        return failure(ErrorKind::Forbidden, "changed-my-mind", "No.");
    });
    QCOMPARE(failed.error().code, QString("changed-my-mind"));
    QCOMPARE(count(database), 0);
    QVERIFY(put(database, 1));
    QCOMPARE(count(database), 1);
}

void DatabaseTest::duplicateIsAConflict() {
    OPEN_SAMPLES;
    QVERIFY(put(database, 1, "a"));
    for (const auto &again : {put(database, 1, "b"), put(database, 2, "a")}) {
        QVERIFY(!again);
        QCOMPARE(toString(again.error().kind), toString(ErrorKind::Conflict));
        QCOMPARE(again.error().code, QString("duplicate"));
    }
    QCOMPARE(count(database), 1);
}

void DatabaseTest::failedStatementSpoilsItsTransaction() {
    OPEN_SAMPLES;
    QVERIFY(put(database, 1));
    const auto stubborn = database.write([](Connection &connection) -> Result<void> {
        (void)connection.execute("put", sample(2));
        (void)connection.execute("put", sample(1));
        return {};
    });
    QVERIFY(!stubborn);
    QCOMPARE(stubborn.error().code, QString("duplicate"));
    QCOMPARE(count(database), 1);
}

void DatabaseTest::faultsAreNotEmptyAnswers() {
    OPEN_SAMPLES;
    const auto broken = database.read([](Connection &connection) { return connection.query("broken"); });
    QVERIFY(!broken);
    QCOMPARE(toString(broken.error().kind), toString(ErrorKind::Internal));
    QVERIFY(broken.error().detail.contains("broken"));
    QVERIFY(!broken.error().message.contains("nowhere"));
    const auto short_ = database.read([](Connection &connection) { return connection.query("one"); });
    QCOMPARE(short_.error().code, QString("missing-parameter"));
    QCOMPARE(count(database), 0);
}

void DatabaseTest::nestedTransactionIsRefused() {
    OPEN_SAMPLES;
    const auto nested = database.write([&](Connection &) { return put(database, 1); });
    QVERIFY(!nested);
    QCOMPARE(nested.error().code, QString("nested-transaction"));
}

namespace {
/// Each thread bumps row 1 so many times; the number of failures.
int bump(const std::vector<Database *> &databases, int times) {
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (Database *database : databases)
        threads.emplace_back([&failures, database, times] {
            for (int i = 0; i < times; ++i) {
                const auto done = database->write([](Connection &connection) {
                    return connection.execute("bump", {{"id", 1}});
                });
                failures += done && *done == 1 ? 0 : 1;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    return failures;
}

qint64 bumps(Database &database) {
    const auto rows = database.read([](Connection &connection) { return connection.query("one", {{"id", 1}}); });
    return rows->first().integer("made");
}
} // namespace

void DatabaseTest::writersLoseNothing() {
    OPEN_SAMPLES;
    QVERIFY(put(database, 1));
    QCOMPARE(bump({&database, &database, &database, &database}, 200), 0);
    QCOMPARE(bumps(database), 800);
}

void DatabaseTest::twoServicesLoseNothing() {
    OPEN_SAMPLES;
    QVERIFY(put(database, 1));
    const auto sister = Database::open(fixture.options());
    QVERIFY(sister);
    QCOMPARE(bump({&database, sister->get(), &database, sister->get()}, 100), 0);
    QCOMPARE(bumps(database), 400);
}

void DatabaseTest::pagesByKey() {
    OPEN_SAMPLES;
    const auto filled = database.write([](Connection &connection) -> Result<void> {
        for (qint64 id = 1; id <= 1000; ++id)
            if (const auto done = connection.execute("put", sample(id)); !done)
                return Failure(done.error());
        return {};
    });
    QVERIFY(filled);
    QList<qint64> seen;
    Params key{{"limit", 64}};
    QSet<QString> with;
    for (;;) {
        const auto rows = database.read([&](Connection &connection) { return connection.query("page", key, with); });
        QVERIFY(rows);
        if (rows->isEmpty())
            break;
        for (const Row &row : *rows)
            seen += row.integer("id");
        key = {{"limit", 64}, {"made", rows->last().integer("made")}, {"id", rows->last().integer("id")}};
        with = {"after"};
    }
    QCOMPARE(seen.size(), 1000);
    QVERIFY(std::is_sorted(seen.crbegin(), seen.crend()));
    QCOMPARE(QSet<qint64>(seen.cbegin(), seen.cend()).size(), 1000);
}

void DatabaseTest::killedWriterLosesOnlyWhatWasNotCommitted() {
    OPEN_SAMPLES;
    int ready[2];
    QVERIFY(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto own = Database::open(fixture.options());
        if (!own || !put(**own, 1))
            ::_exit(1);
        (void)(*own)->write([&](Connection &connection) {
            (void)connection.execute("put", sample(2));
            (void)!::write(ready[1], "x", 1);
            ::pause();
            return Result<void>();
        });
        ::_exit(1);
    }
    ::close(ready[1]);
    char mark = 0;
    const bool midway = ::read(ready[0], &mark, 1) == 1;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    QVERIFY(midway);
    QVERIFY(put(database, 3));
    QCOMPARE(count(database), 2);
}

void DatabaseTest::readsOneSnapshot() {
    OPEN_SAMPLES;
    const auto seen = database.read([&](Connection &connection) -> Result<qint64> {
        if (const auto first = connection.query("count"); !first)
            return Failure(first.error());
        std::thread([&] { (void)put(database, 1); }).join();
        const auto second = connection.query("count");
        return second ? Result<qint64>(second->first().integer("n")) : Failure(second.error());
    });
    QVERIFY(seen);
    QCOMPARE(*seen, 0);
    QCOMPARE(count(database), 1);
}

void DatabaseTest::serverGoneIsUnavailableAndComesBack() {
    tests::PostgresServer server;
    Options options = server.createDatabase();
    options.sqlRoot = m_samples.root();
    const auto database = Database::open(options);
    QVERIFY(database && (*database)->migrate());
    QVERIFY(put(**database, 1));
    server.kill();
    for (int i = 0; i < 2; ++i) {
        const auto rows = (*database)->read([](Connection &connection) { return connection.query("count"); });
        QVERIFY(!rows);
        QCOMPARE(toString(rows.error().kind), toString(ErrorKind::Unavailable));
    }
    QCOMPARE(toString(Database::open(options).error().kind), toString(ErrorKind::Unavailable));
    QVERIFY(server.start());
    QCOMPARE(count(**database), 1);
    // Lost and back while this connection lay idle: the work does not notice.
    server.kill();
    QVERIFY(server.start());
    const auto unnoticed = put(**database, 2);
    QVERIFY2(unnoticed, unnoticed ? "" : qPrintable(unnoticed.error().detail));
    // Lost in the middle: an error, and the connection is made anew for the next.
    const auto cut = (*database)->write([&](Connection &connection) -> Result<qint64> {
        server.kill();
        return connection.execute("put", sample(3));
    });
    QCOMPARE(toString(cut.error().kind), toString(ErrorKind::Unavailable));
    QVERIFY(server.start());
    QCOMPARE(count(**database), 2);
}

void DatabaseTest::fileThatCannotBeOpenedIsUnavailable() {
    QTemporaryDir folder;
    Options options;
    options.path = folder.filePath("no/such/folder/wemo.sqlite");
    QCOMPARE(toString(Database::open(options).error().kind), toString(ErrorKind::Unavailable));
    options.path = folder.filePath("text");
    QFile file(options.path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
    file.close();
    const auto notADatabase = Database::open(options);
    QVERIFY(!notADatabase);
    QCOMPARE(notADatabase.error().code, QString("storage-corrupt"));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
