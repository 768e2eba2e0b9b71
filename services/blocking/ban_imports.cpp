#include "services/blocking/ban_imports.h"

#include <QJsonArray>

#include <limits>
#include <utility>

namespace wemo::blocking {

namespace {
Failure wrongState(const char *message) {
    return failure(ErrorKind::Conflict, "wrong-state", QString::fromLatin1(message));
}

Failure wrongField(const char *field, const char *code, const char *message) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = {{QString::fromLatin1(field), QString::fromLatin1(code), QString::fromLatin1(message)}};
    return failure(std::move(error));
}

/// What there is to be told of the file's bytes while they come in, and of its lines later.
BanImport told(const ImportRecord &record, const QList<ImportStore::Part> &parts) {
    BanImport import = record.import;
    if (import.state == ImportState::Receiving) {
        import.total = record.totalBytes;
        import.done = 0;
        for (const ImportStore::Part &part : parts)
            import.done += part.size;
    } else {
        import.total = import.state == ImportState::Checking ? 0 : import.good;
    }
    return import;
}

Result<BanImport> read(ImportStore &store, Id id, const runtime::Secrets &secrets) {
    const Result<ImportRecord> record = store.read(id);
    if (!record)
        return Failure(record.error());
    const auto parts = store.parts(id);
    const auto errors = store.errors(id, secrets);
    if (!parts || !errors)
        return Failure(!parts ? parts.error() : errors.error());
    BanImport import = told(*record, *parts);
    import.errors = *errors;
    return import;
}

Result<void> checkWhole(ImportStore &store, const ImportRecord &record) {
    const auto parts = store.parts(record.import.id);
    if (!parts)
        return Failure(parts.error());
    qint64 bytes = 0;
    int next = !parts->isEmpty() && parts->first().number == 0 ? 0 : 1;
    QJsonArray missing;
    for (const ImportStore::Part &part : *parts) {
        for (; next < part.number; ++next)
            missing.append(next);
        ++next;
        bytes += part.size;
    }
    if (missing.isEmpty() && bytes < record.totalBytes)
        missing.append(next);
    if (missing.isEmpty() && bytes == record.totalBytes)
        return {};
    Error error{ErrorKind::Conflict, "parts-missing", "The file is not here in whole.", {}};
    if (missing.isEmpty())
        error = {ErrorKind::Conflict, "too-many-bytes", "The parts are longer than the file was said to be.", {}};
    error.extra = {{"missing", missing}, {"bytes", bytes}};
    return failure(std::move(error));
}
} // namespace

Result<BanImport> BanImports::start(const staff::Account &actor, const Start &start) const {
    if (start.totalBytes < 1 || start.totalBytes > mostBytes)
        return wrongField("total_bytes", "out-of-range", "A file has 1 byte to 256 MB.");
    ImportRecord record;
    record.import.id = m_desk.ids.next();
    record.import.name = start.name;
    record.import.author = actor.displayName;
    record.authorId = actor.id;
    record.totalBytes = start.totalBytes;
    record.isDryRun = start.waits;
    return m_desk.database.write([&](storage::Connection &connection) -> Result<BanImport> {
        ImportStore store(connection);
        const Result<void> inserted = store.insert(record, m_desk.clock.now());
        const Result<void> recorded =
            inserted ? m_desk.audit.record(connection, {actor.id,
                                                        actor.username,
                                                        "blocking.import",
                                                        "ban-import/" + idToString(record.import.id),
                                                        {},
                                                        {{"name", start.name}, {"bytes", start.totalBytes}}})
                     : inserted;
        return recorded ? read(store, record.import.id, m_desk.secrets) : Failure(recorded.error());
    });
}

Result<BanImport> BanImports::addPart(Id id, int number, const QByteArray &bytes) const {
    if (number < 0 || number > mostParts || bytes.isEmpty() || bytes.size() > mostBytesAPart)
        return wrongField("part", "out-of-range", "Parts are numbered from 0 or 1 and have 1 to 921,600 bytes.");
    const auto added = m_desk.database.write([&](storage::Connection &connection) -> Result<BanImport> {
        ImportStore store(connection);
        Result<ImportRecord> record = store.lock(id);
        const Result<bool> isNew =
            record ? store.addPart(*record, number, bytes, m_desk.secrets) : Failure(record.error());
        if (!isNew)
            return Failure(isNew.error());
        if (*isNew && checkWhole(store, *record)) {
            record->import.state = ImportState::Checking;
            if (const Result<void> begun = store.setState(*record, m_desk.clock.now()); !begun)
                return Failure(begun.error());
        }
        return read(store, id, m_desk.secrets);
    });
    if (added && added->state == ImportState::Checking)
        m_wakeImporter();
    return added;
}

Result<BanImport> BanImports::change(const staff::Account &actor, Id id, const char *action,
                                     const Change &change) const {
    Result<BanImport> done = m_desk.database.write([&](storage::Connection &connection) -> Result<BanImport> {
        ImportStore store(connection);
        Result<ImportRecord> record = store.lock(id);
        const Result<bool> changed = record ? change(connection, *record) : Failure(record.error());
        if (!changed)
            return Failure(changed.error());
        if (!*changed)
            return read(store, id, m_desk.secrets);
        const Result<void> saved = store.setState(*record, m_desk.clock.now());
        const Result<void> recorded =
            saved ? m_desk.audit.record(connection, {actor.id,
                                                     actor.username,
                                                     QString::fromLatin1(action),
                                                     "ban-import/" + idToString(id),
                                                     {},
                                                     {{"name", record->import.name}, {"reason", record->undoReason}}})
                  : saved;
        const Result<void> told = recorded ? tellBansChanged(connection) : recorded;
        return told ? read(store, id, m_desk.secrets) : Failure(told.error());
    });
    if (done) {
        m_desk.wake();
        m_wakeImporter();
    }
    return done;
}

Result<BanImport> BanImports::commit(const staff::Account &actor, Id id) const {
    return change(actor, id, "blocking.import-commit",
                  [](storage::Connection &connection, ImportRecord &record) -> Result<bool> {
                      ImportStore store(connection);
                      switch (record.import.state) {
                      case ImportState::Receiving:
                          if (const Result<void> whole = checkWhole(store, record); !whole)
                              return Failure(whole.error());
                          record.import.state = ImportState::Checking;
                          record.isDryRun = false;
                          return true;
                      case ImportState::Checking: // which begins anew if somebody is at it
                          return std::exchange(record.isDryRun, false);
                      case ImportState::Ready:
                          record.import.state = ImportState::Writing;
                          return true;
                      case ImportState::Writing:
                      case ImportState::Done:
                          return false; // asked for once more
                      default:
                          return wrongState("This import is over.");
                      }
                  });
}

Result<BanImport> BanImports::get(Id id) const {
    return m_desk.database.read([&](storage::Connection &connection) {
        ImportStore store(connection);
        return read(store, id, m_desk.secrets);
    });
}

Result<QList<BanImport>> BanImports::newest(int limit) const {
    return m_desk.database.read([&](storage::Connection &connection) -> Result<QList<BanImport>> {
        const auto records = ImportStore(connection).newest(std::numeric_limits<Id>::max(), limit);
        if (!records)
            return Failure(records.error());
        QList<BanImport> imports;
        for (const ImportRecord &record : *records)
            imports.append(told(record, {}));
        return imports;
    });
}

Result<BanImport> BanImports::cancel(const staff::Account &actor, Id id) const {
    return change(actor, id, "blocking.import-cancel",
                  [](storage::Connection &connection, ImportRecord &record) -> Result<bool> {
                      switch (record.import.state) {
                      case ImportState::Canceled:
                          return false;
                      case ImportState::Writing:
                          if (record.wish == u"undo")
                              return wrongState("This import is being taken back already.");
                          record.wish = "cancel";
                          return true;
                      case ImportState::Receiving:
                      case ImportState::Checking:
                      case ImportState::Ready:
                          record.import.state = ImportState::Canceled;
                          break;
                      default:
                          return wrongState("This import is over. Undo it instead.");
                      }
                      const Result<void> gone = ImportStore(connection).deleteParts(record.import.id);
                      return gone ? Result<bool>(true) : Failure(gone.error());
                  });
}

Result<BanImport> BanImports::undo(const staff::Account &actor, Id id, const QString &reason) const {
    return change(actor, id, "blocking.import-undo", [&](storage::Connection &, ImportRecord &record) -> Result<bool> {
        if (record.import.state == ImportState::Undone || record.wish == u"undo")
            return false;
        if (record.import.state != ImportState::Done)
            return wrongState("Only an import that is done can be undone.");
        record.import.state = ImportState::Writing;
        record.wish = "undo";
        record.undoReason = reason;
        return true;
    });
}

} // namespace wemo::blocking
