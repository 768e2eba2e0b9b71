#include "ui/sheets/csv.h"

#include "ui/sheets/csv_parser.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/text_encoding.h"

#include <QFile>

namespace wemo::sheets {

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

} // namespace wemo::sheets
