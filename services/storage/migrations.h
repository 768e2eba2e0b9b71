#pragma once
#include "models/core/result.h"

#include <QStringList>

namespace wemo::storage {

struct Migration {
    int version = 0;
    QString name;     ///< "0001_outbox"
    QString checksum; ///< SHA-256 of the file, hex
    QStringList statements;
};

/// All NNNN_name.sql of a folder in order. Two of one number, or a name of another form, are a fault.
Result<QList<Migration>> readMigrations(const QString &folder);
/// A statement ends at a line that ends with ";" outside of a $$ body.
QStringList splitStatements(const QString &text);

} // namespace wemo::storage
