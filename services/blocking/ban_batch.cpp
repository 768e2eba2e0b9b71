#include "services/blocking/ban_batch.h"

#include <limits>

namespace wemo::blocking {

namespace {
/// A PostgreSQL array as text.
class Array {
public:
    void add(qint64 value) { next() += QByteArray::number(value); }
    void addHex(const QByteArray &bytes) { next() += bytes.toHex(); }
    void add(const QString &text) {
        QByteArray &to = next();
        to += '"';
        for (const char c : text.toUtf8()) {
            if (c == '"' || c == '\\')
                to += '\\';
            to += c;
        }
        to += '"';
    }
    QString text() const { return QString::fromUtf8(m_text + '}'); }

private:
    QByteArray &next() {
        if (m_text.size() > 1)
            m_text += ',';
        return m_text;
    }
    QByteArray m_text = "{";
};

qint64 endsOf(const ImportRow &row) {
    return row.expiresAt ? toMs(*row.expiresAt) : 0;
}

Result<qint64> addAtOnce(storage::Connection &connection, const BanDesk &desk, const BatchSource &source,
                         const QList<ImportRow> &rows, const QList<Id> &ids) {
    Array idArray, kinds, matches, lengths, hashes, sealed, masked, reasons, ends;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ImportRow &row = rows[i];
        idArray.add(ids[i]);
        kinds.add(row.value.kind);
        matches.add(toString(row.value.match));
        lengths.add(row.value.length);
        hashes.addHex(hashOf(row, desk.secrets.lookupKey));
        sealed.addHex(runtime::seal(row.value.value.toUtf8(), desk.secrets.sealKey));
        masked.add(row.value.masked);
        reasons.add(row.reason.isEmpty() ? source.reason : row.reason);
        ends.add(endsOf(row));
    }
    const auto closed =
        connection.execute("bans/close_overdue_many", {{"hashes", hashes.text()}, {"now", toMs(source.now)}});
    if (!closed)
        return closed;
    return connection.execute("bans/insert_many", {{"ids", idArray.text()},
                                                   {"kinds", kinds.text()},
                                                   {"matches", matches.text()},
                                                   {"lengths", lengths.text()},
                                                   {"hashes", hashes.text()},
                                                   {"sealed", sealed.text()},
                                                   {"masked", masked.text()},
                                                   {"reasons", reasons.text()},
                                                   {"ends", ends.text()},
                                                   {"author", source.author},
                                                   {"author_id", source.authorId},
                                                   {"created_at", toMs(source.now)},
                                                   {"import_id", source.import}});
}

Result<qint64> addOne(storage::Connection &connection, const BanDesk &desk, const BatchSource &source,
                      const ImportRow &row, Id id) {
    const QByteArray hash = hashOf(row, desk.secrets.lookupKey);
    const auto insert = [&] {
        return connection.execute("bans/insert",
                                  {{"id", id},
                                   {"kind", row.value.kind},
                                   {"match", toString(row.value.match)},
                                   {"length", row.value.length},
                                   {"value_hash", hash},
                                   {"value_sealed", runtime::seal(row.value.value.toUtf8(), desk.secrets.sealKey)},
                                   {"masked", row.value.masked},
                                   {"reason", row.reason.isEmpty() ? source.reason : row.reason},
                                   {"author", source.author},
                                   {"author_id", source.authorId},
                                   {"created_at", toMs(source.now)},
                                   {"expires_at", row.expiresAt ? QVariant(endsOf(row)) : QVariant()},
                                   {"import_id", source.import}});
    };
    const Result<qint64> added = insert();
    if (!added || *added > 0)
        return added;
    const auto closed = connection.execute("bans/close_overdue_of", {{"value_hash", hash}, {"now", toMs(source.now)}});
    return !closed || *closed == 0 ? closed : insert();
}

Result<void> addLengths(storage::Connection &connection, const QList<ImportRow> &rows) {
    QSet<std::pair<QString, int>> lengths;
    for (const ImportRow &row : rows)
        if (row.value.length > 0)
            lengths.insert({row.value.kind, row.value.length});
    for (const auto &[kind, length] : lengths)
        if (const auto known = connection.execute("bans/insert_length", {{"kind", kind}, {"length", length}}); !known)
            return Failure(known.error());
    return {};
}
} // namespace

QByteArray hashOf(const ImportRow &row, const QByteArray &lookupKey) {
    return banHash(row.value.kind, toString(row.value.match), row.value.value, lookupKey);
}

Result<qint64> countKnown(storage::Connection &connection, const QList<QByteArray> &hashes, Instant now) {
    if (connection.dialect() == storage::Dialect::Postgres) {
        Array array;
        for (const QByteArray &hash : hashes)
            array.addHex(hash);
        const auto rows = connection.query("bans/known_many", {{"hashes", array.text()}, {"now", toMs(now)}});
        return rows ? Result<qint64>(rows->first().integer("known")) : Failure(rows.error());
    }
    qint64 known = 0;
    for (const QByteArray &hash : hashes) {
        const auto counted = connection.scan("bans/known", {{"value_hash", hash}, {"now", toMs(now)}},
                                             [&known](const storage::Cells &cells) { known += cells.integer(0); });
        if (!counted)
            return Failure(counted.error());
    }
    return known;
}

Result<qint64> addBatch(storage::Connection &connection, const BanDesk &desk, qint64 seq, const BatchSource &source,
                        const QList<ImportRow> &rows) {
    if (rows.isEmpty())
        return 0;
    QList<Id> ids;
    for (qsizetype i = 0; i < rows.size(); ++i)
        ids.append(desk.ids.next());
    Result<qint64> added = 0;
    if (connection.dialect() == storage::Dialect::Postgres) {
        added = addAtOnce(connection, desk, source, rows, ids);
    } else {
        for (qsizetype i = 0; added && i < rows.size(); ++i) {
            const Result<qint64> one = addOne(connection, desk, source, rows[i], ids[i]);
            added = one ? Result<qint64>(*added + *one) : one;
        }
    }
    const Result<void> known = added ? addLengths(connection, rows) : Result<void>(Failure(added.error()));
    const Result<void> noted = known ? noteChange(connection, desk, seq, ids.first(), ids.last()) : known;
    return noted ? added : Failure(noted.error());
}

} // namespace wemo::blocking
