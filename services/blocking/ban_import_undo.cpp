#include "services/blocking/ban_importer.h"
#include "services/blocking/import_interrupted.h"
#include "services/runtime/failpoint.h"

namespace wemo::blocking {

Result<void> BanImporter::takeBack(ImportRecord &record) {
    if (record.lastId == 0)
        record.import.done = 0;
    for (bool more = true; more;) {
        if (m_stopping)
            return importInterrupted();
        const Result<bool> some = takeBackBatch(record);
        if (!some)
            return Failure(some.error());
        more = *some;
        WEMO_FAILPOINT("bans.import-undo-batch");
    }
    afterChange(m_desk, m_lastSeq); // before it is said to be undone
    record.import.state = record.wish == u"cancel" ? ImportState::Canceled : ImportState::Undone;
    record.wish.clear();
    return finish(record, nullptr, false);
}

/// False: there are no more of its bans.
Result<bool> BanImporter::takeBackBatch(ImportRecord &record) {
    const ImportRecord before = record;
    return m_desk.database.write([&](storage::Connection &connection) -> Result<bool> {
        record = before; // a transaction may run again
        BanImport &import = record.import;
        const Result<qint64> begun = beginChange(connection);
        const auto ids =
            begun ? connection.query("ban_imports/added_after",
                                     {{"import_id", import.id}, {"after", record.lastId}, {"limit", m_batch}})
                  : Failure(begun.error());
        if (!ids)
            return Failure(ids.error());
        m_lastSeq = *begun;
        const Id first = ids->isEmpty() ? 0 : ids->first().integer("id");
        const Id last = ids->isEmpty() ? 0 : ids->last().integer("id");
        const auto lifted = connection.execute("ban_imports/take_back", {{"import_id", import.id},
                                                                         {"first_id", first},
                                                                         {"last_id", last},
                                                                         {"now", toMs(m_desk.clock.now())},
                                                                         {"by", import.author},
                                                                         {"reason", record.undoReason}});
        const Result<void> noted =
            lifted ? noteChange(connection, m_desk, m_lastSeq, first, last) : Result<void>(Failure(lifted.error()));
        if (!noted)
            return Failure(noted.error());
        import.done += *lifted;
        record.lastId = qMax(record.lastId, last);
        const Result<bool> saved = ImportStore(connection).save(record, m_desk.clock.now(), leaseEnd());
        if (!saved || !*saved)
            return saved ? importInterrupted() : Failure(saved.error());
        const Result<void> told = tellBansChanged(connection);
        return told ? Result<bool>(!ids->isEmpty()) : Failure(told.error());
    });
}

} // namespace wemo::blocking
