#include "services/storage/database.h"
#include "services/storage/link.h"
#include "services/storage/migrations.h"

#include <QDateTime>

namespace wemo::storage {

namespace {
using Applied = QMap<int, QString>; // version → checksum

/// One service migrates at a time: an advisory lock on PostgreSQL, the write transaction itself on SQLite.
Result<Applied> lockAndRead(Connection &connection) {
    if (const auto locked = connection.query("schema/lock"); !locked)
        return Failure(locked.error());
    if (const auto created = connection.execute("schema/create"); !created)
        return Failure(created.error());
    const Result<Rows> rows = connection.query("schema/applied");
    if (!rows)
        return Failure(rows.error());
    Applied applied;
    for (const Row &row : *rows)
        applied.insert(static_cast<int>(row.integer("version")), row.text("checksum"));
    return applied;
}

Result<void> check(const Applied &applied, const QList<Migration> &known) {
    Applied left = applied;
    for (const Migration &migration : known) {
        const QString checksum = left.take(migration.version);
        if (!checksum.isEmpty() && checksum != migration.checksum)
            return failure(ErrorKind::Conflict, "migration-changed",
                           QString("Migration %1 was changed after it had been applied to this database. Restore the "
                                   "file as it was and put the change into a new migration.")
                               .arg(migration.name));
    }
    if (left.isEmpty())
        return {};
    return failure(ErrorKind::Conflict, "schema-too-new",
                   QString("The database is at schema %1 and this program knows schemas up to %2. Install the newer "
                           "program, or restore a backup made before it was used.")
                       .arg(left.lastKey())
                       .arg(known.isEmpty() ? 0 : known.last().version));
}
} // namespace

Result<void> Database::migrate() {
    const Result<QList<Migration>> known = readMigrations(m_files->migrationsFolder());
    if (!known)
        return Failure(known.error());
    const Result<Applied> before = write(lockAndRead);
    if (!before)
        return Failure(before.error());
    if (const Result<void> fits = check(*before, *known); !fits)
        return fits;
    for (const Migration &migration : *known) {
        if (before->contains(migration.version))
            continue;
        const Result<void> done = write([&](Connection &connection) -> Result<void> {
            const Result<Applied> applied = lockAndRead(connection);
            if (!applied)
                return Failure(applied.error());
            if (applied->contains(migration.version)) // a sister service was faster
                return check(*applied, *known);
            for (const QString &statement : migration.statements)
                if (const Result<void> executed = connection.m_link.execRaw(statement); !executed)
                    return executed;
            const auto noted = connection.execute("schema/note", {{"version", migration.version},
                                                                  {"name", migration.name},
                                                                  {"checksum", migration.checksum},
                                                                  {"at", QDateTime::currentMSecsSinceEpoch()}});
            return noted ? Result<void>() : Failure(noted.error());
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace wemo::storage
