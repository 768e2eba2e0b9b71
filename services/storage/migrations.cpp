#include "services/storage/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace wemo::storage {

QStringList splitStatements(const QString &text) {
    QStringList statements;
    QString current;
    bool inBody = false;
    const QStringList lines = text.split('\n');
    for (const QString &line : lines) {
        const QString bare = line.trimmed();
        if (!inBody && (bare.isEmpty() || bare.startsWith("--")))
            continue;
        if (line.count("$$") % 2 == 1)
            inBody = !inBody;
        current += line + '\n';
        if (!inBody && bare.endsWith(';')) {
            statements += current.trimmed();
            current.clear();
        }
    }
    if (!current.trimmed().isEmpty())
        statements += current.trimmed();
    return statements;
}

Result<QList<Migration>> readMigrations(const QString &folder) {
    static const QRegularExpression form("^([0-9]{4})_[a-z0-9_]+$");
    QList<Migration> migrations;
    const QStringList files = QDir(folder).entryList({"*.sql"}, QDir::Files, QDir::Name);
    for (const QString &fileName : files) {
        Migration migration;
        migration.name = fileName.chopped(4);
        migration.version = migration.name.left(4).toInt();
        const bool twice = !migrations.isEmpty() && migrations.last().version == migration.version;
        QFile file(folder + '/' + fileName);
        if (!form.match(migration.name).hasMatch() || twice || !file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Internal, "bad-migration", "The service has a fault.", "migration " + fileName);
        const QByteArray text = file.readAll();
        migration.checksum = QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
        migration.statements = splitStatements(QString::fromUtf8(text));
        migrations += migration;
    }
    return migrations;
}

} // namespace wemo::storage
