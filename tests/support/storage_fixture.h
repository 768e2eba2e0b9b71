#pragma once
#include "services/storage/database.h"

#include <QTemporaryDir>

namespace wemo::tests {

/// A fresh database of either dialect, migrated. A suite runs on both so:
///     void commits_data() { StorageFixture::dialects(); }
///     void commits() { StorageFixture fixture; storage::Database &database = fixture.database(); … }
class StorageFixture {
public:
    /// Adds the column "dialect" and a row for each.
    static void dialects();

    /// The dialect of the current data row.
    StorageFixture();
    explicit StorageFixture(storage::Dialect dialect, const QString &sqlRoot = ":/sql", bool migrated = true);
    Q_DISABLE_COPY_MOVE(StorageFixture)

    storage::Database &database() { return *m_database; }
    /// To open a second Database on the same store, as a sister service would.
    const storage::Options &options() const { return m_options; }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    storage::Options m_options;
    std::unique_ptr<storage::Database> m_database;
};

/// The dialect of the current data row.
storage::Dialect currentDialect();

} // namespace wemo::tests

Q_DECLARE_METATYPE(wemo::storage::Dialect)
