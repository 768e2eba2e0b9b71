#include "ui/sheets/csv.h"

#include "ui/sheets/csv_parser.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/row_collector.h"
#include "ui/sheets/text_encoding.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace wemo::sheets {

namespace {
constexpr qsizetype chunkSize = 1 << 16; ///< bytes handed to the file at once

void appendCell(QByteArray &out, const QString &cell) {
    const QString safe = needsApostrophe(cell) ? u'\'' + cell : cell;
    const bool isQuoted = std::any_of(safe.begin(), safe.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n' || c == u';' || c == u'\t';
    });
    const QByteArray text = safe.toUtf8();
    if (isQuoted)
        out += '"' + QByteArray(text).replace('"', "\"\"") + '"';
    else
        out += text;
}

void appendRow(QByteArray &out, const QStringList &row) {
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            out += ',';
        appendCell(out, row[i]);
    }
    out += "\r\n";
}
} // namespace

Result<Table> readCsv(QIODevice &device, const Progress &progress) {
    const Result<QByteArray> bytes = bytesOf(device);
    if (!bytes)
        return Failure(bytes.error());
    const Result<QString> text = decodedText(*bytes);
    if (!text)
        return Failure(text.error());
    return CsvParser(*text).parse(progress);
}

Result<Table> readCsv(const QString &path, const Progress &progress) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    return readCsv(file, progress);
}

Result<void> writeCsv(const Table &table, QIODevice &device, const Progress &progress) {
    QByteArray out("\xEF\xBB\xBF");
    appendRow(out, table.header);
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        appendRow(out, table.rows[row]);
        if (!goesOn(progress, row + 1, table.rows.size()))
            return canceled();
        if (out.size() < chunkSize)
            continue;
        if (device.write(out) != out.size())
            return unwritable(device.errorString());
        out.clear();
    }
    return device.write(out) == out.size() ? Result<void>() : unwritable(device.errorString());
}

Result<void> writeCsv(const Table &table, const QString &path, const Progress &progress) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file.errorString());
    if (Result<void> written = writeCsv(table, file, progress); !written)
        return written;
    if (progress && !progress(table.rows.size(), table.rows.size()))
        return canceled();
    return file.commit() ? Result<void>() : unwritable(file.errorString());
}

} // namespace wemo::sheets
