#pragma once
#include "models/core/time.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"
#include "tests/support/postgres_server.h"

#include <QTemporaryDir>

namespace wemo::bench {

/// A log of a year that ends now, written by the database itself: 93 % delivered, two gateways, half a million people,
/// one afternoon without credit. Each row in its month, the planner's numbers up to date.
class BigLog {
public:
    BigLog(storage::Dialect dialect, qint64 rows);
    storage::Database &database() { return *m_database; }
    const storage::Options &options() const { return m_options; }

private:
    void fill(qint64 rows);

    QTemporaryDir m_folder;
    std::unique_ptr<tests::PostgresServer> m_server;
    storage::Options m_options;
    std::unique_ptr<storage::Database> m_database;
};

const runtime::Secrets &bigLogSecrets();
Instant bigLogEnd();           ///< the newest message
QString bigLogNumber();        ///< somebody who is in it
QByteArray bigLogNumberHash(); ///< as the store knows them
QString bigLogBatch();
QString bigLogRequest();

} // namespace wemo::bench
