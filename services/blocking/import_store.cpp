#include "services/blocking/import_store.h"

namespace wemo::blocking {

namespace {
ImportRecord recordOf(const storage::Row &row) {
    ImportRecord record;
    BanImport &import = record.import;
    import.id = row.integer("id");
    import.name = row.text("name");
    import.state = importStateFromString(row.text("state")).value_or(ImportState::Failed);
    import.lines = row.integer("lines");
    import.good = row.integer("good");
    import.bad = row.integer("bad");
    import.duplicates = row.integer("duplicates");
    import.done = row.integer("done");
    import.author = row.text("author");
    import.createdAt = fromMs(row.integer("created_at"));
    import.detail = row.text("detail");
    record.isDryRun = row.integer("is_dry_run") != 0;
    record.wish = row.text("wish");
    record.authorId = row.integer("author_id");
    record.totalBytes = row.integer("total_bytes");
    record.nextByte = row.integer("next_byte");
    record.nextLine = row.integer("next_line");
    record.lastId = row.integer("last_id");
    record.undoReason = row.text("undo_reason");
    record.owner = row.text("owner");
    return record;
}

Result<ImportRecord> onlyOf(const Result<storage::Rows> &rows) {
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound, "import-not-found", "There is no such import.");
    return recordOf(rows->first());
}

Result<void> done(const Result<qint64> &changed) {
    return changed ? Result<void>() : Failure(changed.error());
}
} // namespace

Result<void> ImportStore::insert(const ImportRecord &record, Instant now) {
    return done(m_connection.execute("ban_imports/insert", {{"id", record.import.id},
                                                            {"name", record.import.name},
                                                            {"is_dry_run", record.isDryRun ? 1 : 0},
                                                            {"author", record.import.author},
                                                            {"author_id", record.authorId},
                                                            {"now", toMs(now)},
                                                            {"total_bytes", record.totalBytes}}));
}

Result<ImportRecord> ImportStore::read(Id id) {
    return onlyOf(m_connection.query("ban_imports/read", {{"id", id}}));
}

Result<ImportRecord> ImportStore::lock(Id id) {
    return onlyOf(m_connection.query("ban_imports/lock", {{"id", id}}));
}

Result<QList<ImportRecord>> ImportStore::newest(Id before, int limit) {
    const auto rows = m_connection.query("ban_imports/newest", {{"before", before}, {"limit", limit}});
    if (!rows)
        return Failure(rows.error());
    QList<ImportRecord> records;
    for (const storage::Row &row : *rows)
        records.append(recordOf(row));
    return records;
}

Result<void> ImportStore::setState(const ImportRecord &record, Instant now) {
    return done(m_connection.execute("ban_imports/set_state", {{"id", record.import.id},
                                                               {"state", toString(record.import.state)},
                                                               {"wish", record.wish},
                                                               {"is_dry_run", record.isDryRun ? 1 : 0},
                                                               {"detail", record.import.detail},
                                                               {"undo_reason", record.undoReason},
                                                               {"now", toMs(now)}}));
}

Result<bool> ImportStore::save(const ImportRecord &record, Instant now, Instant until) {
    const BanImport &import = record.import;
    const auto saved = m_connection.execute("ban_imports/save_work", {{"id", import.id},
                                                                      {"owner", record.owner},
                                                                      {"state", toString(import.state)},
                                                                      {"clear_wish", record.wish.isEmpty() ? 1 : 0},
                                                                      {"lines", import.lines},
                                                                      {"good", import.good},
                                                                      {"bad", import.bad},
                                                                      {"duplicates", import.duplicates},
                                                                      {"done", import.done},
                                                                      {"next_byte", record.nextByte},
                                                                      {"next_line", record.nextLine},
                                                                      {"last_id", record.lastId},
                                                                      {"detail", import.detail},
                                                                      {"now", toMs(now)},
                                                                      {"until", toMs(until)}});
    return saved ? Result<bool>(*saved == 1) : Failure(saved.error());
}

Result<QList<ImportStore::Part>> ImportStore::parts(Id id) {
    const auto rows = m_connection.query("ban_imports/parts", {{"import_id", id}});
    if (!rows)
        return Failure(rows.error());
    QList<Part> parts;
    for (const storage::Row &row : *rows)
        parts.append({static_cast<int>(row.integer("part")), row.integer("size")});
    return parts;
}

Result<bool> ImportStore::addPart(const ImportRecord &record, int number, const QByteArray &bytes,
                                  const runtime::Secrets &secrets) {
    const Id id = record.import.id;
    const QByteArray hash = runtime::hmac(bytes, secrets.lookupKey);
    const auto there = m_connection.query("ban_imports/part_hash", {{"import_id", id}, {"part", number}});
    if (!there)
        return Failure(there.error());
    if (!there->isEmpty() && there->first().bytes("hash") == hash)
        return false;
    if (record.import.state != ImportState::Receiving)
        return failure(ErrorKind::Conflict, "wrong-state", "This file is not being received any more.");
    if (!there->isEmpty())
        return failure(ErrorKind::Conflict, "other-part", "Another part of this number is there already.");
    const auto added =
        m_connection.execute("ban_imports/insert_part", {{"import_id", id},
                                                         {"part", number},
                                                         {"size", bytes.size()},
                                                         {"hash", hash},
                                                         {"sealed", runtime::seal(bytes, secrets.sealKey)}});
    return added ? Result<bool>(true) : Failure(added.error());
}

Result<QByteArray> ImportStore::part(Id id, int number, const runtime::Secrets &secrets) {
    const auto rows = m_connection.query("ban_imports/part", {{"import_id", id}, {"part", number}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::Internal, "import-part-gone", "A part of the file is missing.");
    return runtime::unseal(rows->first().bytes("sealed"), secrets.sealKey);
}

Result<void> ImportStore::deleteParts(Id id) {
    return done(m_connection.execute("ban_imports/delete_parts", {{"import_id", id}}));
}

Result<void> ImportStore::replaceErrors(Id id, const QList<ImportError> &errors, const runtime::Secrets &secrets) {
    if (const auto deleted = m_connection.execute("ban_imports/delete_errors", {{"import_id", id}}); !deleted)
        return Failure(deleted.error());
    for (int n = 0; n < errors.size(); ++n) {
        const ImportError &error = errors[n];
        const auto added = m_connection.execute("ban_imports/insert_error",
                                                {{"import_id", id},
                                                 {"n", n},
                                                 {"line", error.line},
                                                 {"field", error.column},
                                                 {"code", error.code},
                                                 {"message", error.message},
                                                 {"text_sealed", runtime::seal(error.text.toUtf8(), secrets.sealKey)}});
        if (!added)
            return Failure(added.error());
    }
    return {};
}

Result<QList<ImportError>> ImportStore::errors(Id id, const runtime::Secrets &secrets) {
    const auto rows = m_connection.query("ban_imports/errors", {{"import_id", id}});
    if (!rows)
        return Failure(rows.error());
    QList<ImportError> errors;
    for (const storage::Row &row : *rows) {
        const auto text = runtime::unseal(row.bytes("text_sealed"), secrets.sealKey);
        errors.append({row.integer("line"), static_cast<int>(row.integer("field")), row.text("code"),
                       row.text("message"), text ? QString::fromUtf8(*text) : QString()});
    }
    return errors;
}

} // namespace wemo::blocking
