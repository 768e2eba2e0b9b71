#include "tests/support/storage_fixture.h"

#include "tests/support/postgres_server.h"

#include <QTest>

namespace wemo::tests {

void StorageFixture::dialects() {
    QTest::addColumn<storage::Dialect>("dialect");
    QTest::newRow("sqlite") << storage::Dialect::Sqlite;
    QTest::newRow("postgres") << storage::Dialect::Postgres;
}

storage::Dialect currentDialect() {
    QFETCH(storage::Dialect, dialect);
    return dialect;
}

StorageFixture::StorageFixture()
    : StorageFixture(currentDialect()) {}

StorageFixture::StorageFixture(storage::Dialect dialect, const QString &sqlRoot, bool migrated) {
    if (dialect == storage::Dialect::Postgres)
        m_options = PostgresServer::shared().createDatabase();
    else
        m_options.path = m_folder.filePath("wemo.sqlite");
    m_options.sqlRoot = sqlRoot;
    auto opened = storage::Database::open(m_options);
    if (!opened)
        qFatal("%s: %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
    m_database = std::move(*opened);
    if (!migrated)
        return;
    if (const auto done = m_database->migrate(); !done)
        qFatal("%s: %s", qPrintable(done.error().message), qPrintable(done.error().detail));
}

} // namespace wemo::tests
