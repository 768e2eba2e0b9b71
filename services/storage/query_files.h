#pragma once
#include "models/core/result.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <mutex>

namespace wemo::storage {

/// A statement as the driver takes it: "?" in place of each :name, whose order is in `names`.
struct Statement {
    QString sql;
    QStringList names;
};

/// The conditional lines that `with` does not hold and all whole-line comments are taken out, then :names become "?".
/// Quotes, "::" casts and $$ bodies are left alone.
Statement parseStatement(const QString &text, const QSet<QString> &with);

/// Reads <root>/<dialect>/<name>.sql, else <root>/common/<name>.sql, once each. Thread-safe.
class QueryFiles {
public:
    QueryFiles(QString root, QString dialectFolder);
    Result<Statement> statement(const QString &name, const QSet<QString> &with);
    QString migrationsFolder() const;

private:
    Result<QString> text(const QString &name);
    const QString m_root;
    const QString m_dialectFolder;
    std::mutex m_mutex;
    QHash<QString, QString> m_texts;
};

} // namespace wemo::storage
