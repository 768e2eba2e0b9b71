#pragma once
#include "services/storage/database.h"

namespace wemo::demo {

/// Sets this thread's SQLite connection up for much writing while it lives; PostgreSQL needs none of it.
class BulkSettings {
public:
    explicit BulkSettings(storage::Database &database);
    ~BulkSettings();
    Q_DISABLE_COPY_MOVE(BulkSettings)

private:
    void set(const char *which);
    storage::Database &m_database;
};

} // namespace wemo::demo
