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
/// A folder of migrations, the same for both dialects.
class Folder {
public:
    void write(const QString &name, const QString &text) const {
        for (const char *dialect : {"sqlite/migrations/", "postgres/migrations/", "common/"}) {
            QFile file(m_folder.filePath(dialect + name + ".sql"));
            QDir().mkpath(QFileInfo(file).path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
        }
    }
    void remove(const QString &name) const {
        for (const char *dialect : {"sqlite/migrations/", "postgres/migrations/"})
            QFile::remove(m_folder.filePath(dialect + name + ".sql"));
    }
    QString root() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

const QString first = "CREATE TABLE a (n BIGINT);\nINSERT INTO a VALUES (1);\n";
const QString second = "-- more;\nALTER TABLE a ADD COLUMN m BIGINT;\nINSERT INTO a (n) VALUES (2);\n";

QList<qint64> numbers(Database &database) {
    const auto rows = database.read([](Connection &connection) { return connection.query("numbers"); });
    QList<qint64> result;
    if (!rows)
        return {-1};
    for (const Row &row : *rows)
        result += row.integer("n");
    return result;
}

QString codeOf(const Result<void> &result) {
    return result ? QString() : result.error().code;
}
} // namespace

class MigrationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRealOnesApplyTwice_data() { StorageFixture::dialects(); }
    void theRealOnesApplyTwice();
    void addsWhatIsNew_data() { StorageFixture::dialects(); }
    void addsWhatIsNew();
    void newerSchemaIsRefused_data() { StorageFixture::dialects(); }
    void newerSchemaIsRefused();
    void changedMigrationIsRefused_data() { StorageFixture::dialects(); }
    void changedMigrationIsRefused();
    void failedMigrationLeavesNothingAndResumes_data() { StorageFixture::dialects(); }
    void failedMigrationLeavesNothingAndResumes();
    void killedMidwayResumes_data() { StorageFixture::dialects(); }
    void killedMidwayResumes();
    void severalServicesStartAtOnce_data() { StorageFixture::dialects(); }
    void severalServicesStartAtOnce();
    void badNameIsAFault_data() { StorageFixture::dialects(); }
    void badNameIsAFault();
};

#define OPEN_FOLDER                                                                                                    \
    const Folder folder;                                                                                               \
    folder.write("numbers", "SELECT n FROM a ORDER BY n");                                                             \
    for (const char *dialect : {"/sqlite/migrations/numbers.sql", "/postgres/migrations/numbers.sql"})                 \
        QFile::remove(folder.root() + dialect);                                                                        \
    folder.write("0001_first", first);                                                                                 \
    StorageFixture fixture(tests::currentDialect(), folder.root(), false);                                             \
    Database &database = fixture.database()

void MigrationTest::theRealOnesApplyTwice() {
    StorageFixture fixture;
    QCOMPARE(codeOf(fixture.database().migrate()), QString());
}

void MigrationTest::addsWhatIsNew() {
    OPEN_FOLDER;
    QVERIFY(database.migrate());
    QCOMPARE(numbers(database), QList<qint64>{1});
    folder.write("0002_second", second);
    QVERIFY(database.migrate());
    QVERIFY(database.migrate());
    QCOMPARE(numbers(database), (QList<qint64>{1, 2}));
}

void MigrationTest::newerSchemaIsRefused() {
    OPEN_FOLDER;
    folder.write("0007_second", second);
    QVERIFY(database.migrate());
    folder.remove("0007_second");
    const auto refused = database.migrate();
    QCOMPARE(codeOf(refused), QString("schema-too-new"));
    QVERIFY2(refused.error().message.contains("schema 7") && refused.error().message.contains("nstall"),
             qPrintable(refused.error().message));
    QCOMPARE(numbers(database), (QList<qint64>{1, 2}));
}

void MigrationTest::changedMigrationIsRefused() {
    OPEN_FOLDER;
    QVERIFY(database.migrate());
    folder.write("0001_first", first + "INSERT INTO a VALUES (5);\n");
    folder.write("0002_second", second);
    const auto refused = database.migrate();
    QCOMPARE(codeOf(refused), QString("migration-changed"));
    QVERIFY(refused.error().message.contains("0001_first"));
    QCOMPARE(numbers(database), QList<qint64>{1});
}

void MigrationTest::failedMigrationLeavesNothingAndResumes() {
    OPEN_FOLDER;
    folder.write("0002_second", second + "INSERT INTO nowhere VALUES (3);\n");
    QVERIFY(!database.migrate());
    QCOMPARE(numbers(database), QList<qint64>{1});
    folder.write("0002_second", second);
    QVERIFY(database.migrate());
    QCOMPARE(numbers(database), (QList<qint64>{1, 2}));
}

void MigrationTest::killedMidwayResumes() {
    OPEN_FOLDER;
    // A statement that takes long, so that the kill comes in the middle of the migration.
    const bool sqlite = tests::currentDialect() == Dialect::Sqlite;
    const QString slow = sqlite ? "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                                  "INSERT INTO a (n) SELECT x FROM c WHERE x < 0;\n"
                                : "SELECT pg_sleep(600);\n";
    folder.write("0002_second", second + slow);
    int ready[2];
    QVERIFY(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto own = Database::open(fixture.options());
        std::thread([&] {
            // The first migration is seen from outside once it is committed; then the second runs, and locks its table.
            const auto watch = Database::open(fixture.options());
            const auto applied = [&] {
                return (*watch)->read([](Connection &connection) { return connection.query("schema/applied"); });
            };
            for (auto rows = applied(); !rows || rows->size() != 1; rows = applied())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            (void)!::write(ready[1], "x", 1);
        }).detach();
        (void)(*own)->migrate();
        ::_exit(0);
    }
    ::close(ready[1]);
    char mark = 0;
    QVERIFY(::read(ready[0], &mark, 1) == 1);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(ready[0]);
    QVERIFY2(WIFSIGNALED(status), "it was killed in the middle");
    QCOMPARE(numbers(database), QList<qint64>{1});
    folder.write("0002_second", second);
    QCOMPARE(codeOf(database.migrate()), QString());
    QCOMPARE(numbers(database), (QList<qint64>{1, 2}));
}

void MigrationTest::severalServicesStartAtOnce() {
    OPEN_FOLDER;
    folder.write("0002_second", second);
    std::atomic<int> failures = 0;
    std::vector<std::thread> services;
    for (int i = 0; i < 4; ++i)
        services.emplace_back([&] {
            const auto own = Database::open(fixture.options());
            failures += own && (*own)->migrate() ? 0 : 1;
        });
    for (std::thread &service : services)
        service.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(numbers(database), (QList<qint64>{1, 2}));
}

void MigrationTest::badNameIsAFault() {
    OPEN_FOLDER;
    folder.write("0001_other", first);
    QCOMPARE(codeOf(database.migrate()), QString("bad-migration"));
    folder.remove("0001_other");
    folder.write("next", first);
    QCOMPARE(codeOf(database.migrate()), QString("bad-migration"));
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "migration_test.moc"
