#include "services/storage/query_files.h"

#include <QFile>

namespace wemo::storage {

namespace {
QString keepLines(const QString &text, const QSet<QString> &with) {
    QString kept;
    const QStringList lines = text.split('\n');
    for (const QString &line : lines) {
        QString body = line.trimmed();
        if (body.startsWith("--? ")) {
            body = body.mid(4).trimmed();
            const qsizetype space = body.indexOf(' ');
            if (space < 0 || !with.contains(body.left(space)))
                continue;
            kept += body.mid(space + 1) + '\n';
        } else if (!body.startsWith("--") && !body.isEmpty()) {
            kept += line + '\n';
        }
    }
    return kept;
}

bool isNameChar(QChar c) {
    return c == '_' || (c.unicode() < 128 && c.isLetterOrNumber());
}

/// The end of the quoted stretch that opens at `from`, or `from` where none opens.
qsizetype quotedEnd(const QString &text, qsizetype from) {
    const QChar c = text[from];
    if (c != '\'' && c != '"' && !QStringView(text).mid(from).startsWith(u"$$"))
        return from;
    const QString mark = c == '$' ? QString("$$") : QString(c);
    const qsizetype close = text.indexOf(mark, from + mark.size());
    return close < 0 ? text.size() : close + mark.size();
}
} // namespace

Statement parseStatement(const QString &text, const QSet<QString> &with) {
    const QString kept = keepLines(text, with);
    Statement result;
    for (qsizetype at = 0; at < kept.size();) {
        const qsizetype end = quotedEnd(kept, at);
        if (end > at) {
            result.sql += QStringView(kept).mid(at, end - at);
            at = end;
            continue;
        }
        const bool cast = kept[at] == ':' && at > 0 && kept[at - 1] == ':';
        if (kept[at] == ':' && !cast && at + 1 < kept.size() && isNameChar(kept[at + 1])) {
            qsizetype stop = at + 1;
            while (stop < kept.size() && isNameChar(kept[stop]))
                ++stop;
            result.names += kept.mid(at + 1, stop - at - 1);
            result.sql += '?';
            at = stop;
            continue;
        }
        result.sql += kept[at++];
    }
    result.sql = result.sql.trimmed();
    if (result.sql.endsWith(';'))
        result.sql.chop(1);
    return result;
}

QueryFiles::QueryFiles(QString root, QString dialectFolder)
    : m_root(std::move(root))
    , m_dialectFolder(std::move(dialectFolder)) {}

QString QueryFiles::migrationsFolder() const {
    return m_root + '/' + m_dialectFolder + "/migrations";
}

Result<QString> QueryFiles::text(const QString &name) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_texts.constFind(name); found != m_texts.cend())
        return *found;
    // The program's own queries are there whatever the root is, so that a test's folder holds only what it adds.
    for (const QString &folder :
         {m_root + '/' + m_dialectFolder, m_root + "/common", ":/sql/" + m_dialectFolder, QString(":/sql/common")}) {
        QFile file(folder + '/' + name + ".sql");
        if (file.open(QIODevice::ReadOnly))
            return *m_texts.insert(name, QString::fromUtf8(file.readAll()));
    }
    return failure(ErrorKind::Internal, "no-such-query", "The service has a fault.", "no SQL file for " + name);
}

Result<Statement> QueryFiles::statement(const QString &name, const QSet<QString> &with) {
    const Result<QString> source = text(name);
    if (!source)
        return Failure(source.error());
    return parseStatement(*source, with);
}

} // namespace wemo::storage
