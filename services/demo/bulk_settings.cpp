#include "services/demo/bulk_settings.h"

namespace wemo::demo {

BulkSettings::BulkSettings(storage::Database &database)
    : m_database(database) {
    set("bulk");
}

BulkSettings::~BulkSettings() {
    set("usual");
}

void BulkSettings::set(const char *which) {
    if (m_database.dialect() != storage::Dialect::Sqlite)
        return;
    for (const char *what : {"cache", "checkpoint"}) // without them it is slower, nothing more
        (void)m_database.read([&](storage::Connection &connection) {
            return connection.query(QString("demo/%1_%2").arg(QLatin1StringView(which), QLatin1StringView(what)));
        });
}

} // namespace wemo::demo
