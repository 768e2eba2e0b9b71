#include "services/blocking/ban_cursor.h"
#include "services/blocking/ban_list.h"
#include "services/blocking/subject_value.h"

namespace wemo::blocking {

namespace {
QString likeText(const QString &text) {
    QString result = text.toLower();
    for (const QChar c : {u'!', u'%', u'_'})
        result.replace(c, QString("!") + c);
    return '%' + result + '%';
}

QSet<QString> wordsOf(const BanFilter &filter) {
    QSet<QString> with;
    if (!filter.kind.isEmpty())
        with.insert("kind");
    if (filter.importId != 0)
        with.insert("import");
    if (filter.state)
        with.insert(toString(*filter.state));
    if (!filter.text.isEmpty())
        with.insert("text");
    return with;
}

/// The kinds that the text may be a value of, with that value.
QList<Subject> subjectsOf(const QString &kind, const QString &text) {
    QList<Subject> subjects;
    const QStringList kinds =
        kind.isEmpty() ? QStringList{"number", "email", "address", "id_card", "device", "account"} : QStringList{kind};
    for (const QString &one : kinds)
        if (const auto value = canonicalValue(one, text))
            subjects.append({one, *value});
    return subjects;
}
} // namespace

Result<BanPage> BanList::page(const BanFilter &filter, int limit, const QString &cursor) const {
    const Result<Id> before = banPlaceFromCursor(cursor, filter);
    if (!before)
        return Failure(before.error());
    const Instant now = m_desk.clock.now();
    const storage::Params params{
        {"before", *before}, {"kind", filter.kind}, {"import_id", filter.importId}, {"text", likeText(filter.text)},
        {"now", toMs(now)},  {"limit", limit + 1}};
    const auto rows = m_desk.database.read(
        [&](storage::Connection &connection) { return connection.query("bans/page", params, wordsOf(filter)); });
    if (!rows)
        return Failure(rows.error());
    BanPage page{bansOf(rows->mid(0, limit), now), {}};
    if (rows->size() > limit)
        page.nextCursor = toBanCursor(page.items.last().id, filter);
    return page;
}

Result<QList<Ban>> BanList::catching(const QString &kind, const QString &text) const {
    if (!kind.isEmpty() && !isBannableKind(kind))
        return QList<Ban>();
    return m_desk.database.read([&](storage::Connection &connection) -> Result<QList<Ban>> {
        const auto lengths = BanSource::lengths(connection);
        if (!lengths)
            return Failure(lengths.error());
        const BanLengths inUse = BanLengths::fromText(*lengths);
        const Instant now = m_desk.clock.now();
        QList<Ban> bans;
        for (const Subject &subject : subjectsOf(kind, text)) {
            QList<BanLengths::Range> asked = inUse.rangesOf(subject);
            asked.prepend({QStringLiteral("exact"), subject.value});
            for (const BanLengths::Range &range : asked) {
                const QByteArray hash = banHash(subject.kind, range.match, range.value, m_desk.secrets.lookupKey);
                const auto rows = connection.query("bans/open_of", {{"value_hash", hash}});
                if (!rows)
                    return Failure(rows.error());
                for (const Ban &ban : bansOf(*rows, now))
                    if (ban.state == BanState::Active)
                        bans.append(ban);
            }
        }
        return bans;
    });
}

Result<QList<HistoryEntry>> BanList::historyOf(const QByteArray &subjectHash, int limit) const {
    const auto rows = m_desk.database.read([&](storage::Connection &connection) {
        return connection.query("bans/all_of", {{"value_hash", subjectHash}, {"limit", limit}});
    });
    if (!rows)
        return Failure(rows.error());
    QList<HistoryEntry> history;
    for (const storage::Row &row : *rows) {
        const Ban ban = banOf(row, m_desk.clock.now());
        history.append({ban.createdAt, HistoryWhat::Banned, {}, {}, {}, ban.author, ban.reason, ban.expiresAt});
        if (ban.state == BanState::Lifted)
            history.append({fromMs(row.integer("lifted_at")),
                            HistoryWhat::BanLifted,
                            {},
                            {},
                            {},
                            row.text("lifted_by"),
                            row.text("lift_reason"),
                            {}});
    }
    std::stable_sort(history.begin(), history.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    return history;
}

} // namespace wemo::blocking
