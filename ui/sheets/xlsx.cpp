#include "ui/sheets/xlsx.h"

#include "ui/sheets/csv.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/row_writer.h"
#include "ui/sheets/sheet_reader.h"

#include <QFile>

namespace wemo::sheets {

namespace {
const QByteArray zipMark("PK\x03\x04", 4);
const QByteArray emptyZipMark("PK\x05\x06", 4);
const QByteArray oldOfficeMark("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

/// Office puts a workbook with a password into the container of its old formats, under this name in UTF-16.
bool isEncrypted(const QByteArray &bytes) {
    const QString name = QStringLiteral("EncryptedPackage");
    return bytes.contains(QByteArray::fromRawData(reinterpret_cast<const char *>(name.utf16()),
                                                  name.size() * qsizetype(sizeof(char16_t))));
}

Result<Table> tableFrom(QByteArray bytes, const Progress &progress) {
    if (bytes.startsWith(oldOfficeMark) && isEncrypted(bytes))
        return failure(ErrorKind::InvalidInput, "password", "The workbook is protected by a password.");
    if (bytes.startsWith(oldOfficeMark))
        return failure(ErrorKind::InvalidInput, "old-workbook", "Workbooks of the old kind (.xls) are not read.");
    if (!bytes.startsWith(zipMark) && !bytes.startsWith(emptyZipMark))
        return failure(ErrorKind::InvalidInput, "not-a-workbook", "The file is no workbook.");
    const Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(std::move(bytes));
    if (!archive)
        return Failure(archive.error());
    const Result<Workbook> book = readWorkbook(**archive);
    if (!book)
        return Failure(book.error());
    const Result<std::unique_ptr<QIODevice>> sheet = (*archive)->part(book->sheetPart);
    if (!sheet)
        return Failure(sheet.error());
    return SheetReader(*book, progress).read(**sheet);
}
} // namespace

Result<Table> readXlsx(QIODevice &device, const Progress &progress) {
    Result<QByteArray> bytes = bytesOf(device);
    if (!bytes)
        return Failure(bytes.error());
    return tableFrom(*std::move(bytes), progress);
}

Result<Table> readXlsx(const QString &path, const Progress &progress) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    return readXlsx(file, progress);
}

Result<Table> readFile(const QString &path, const Progress &progress) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const QByteArray mark = file.peek(oldOfficeMark.size());
    const bool isWorkbook = mark.startsWith(zipMark) || mark.startsWith(emptyZipMark) || mark == oldOfficeMark;
    return isWorkbook ? readXlsx(file, progress) : readCsv(file, progress);
}

Result<void> writeFile(const Table &table, const QString &path, const Progress &progress) {
    if (path.endsWith(".csv", Qt::CaseInsensitive))
        return writeCsv(table, path, progress);
    return writeXlsx(table, path, progress);
}

Result<std::unique_ptr<RowWriter>> openRows(const QString &path, const QStringList &header) {
    return path.endsWith(".csv", Qt::CaseInsensitive) ? openCsvRows(path, header) : openXlsxRows(path, header);
}

} // namespace wemo::sheets
