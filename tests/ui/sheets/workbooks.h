#pragma once
#include "ui/sheets/table.h"

#include <zip.h>

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

/// Workbooks put together by hand, and tables that are hard on a file format.
namespace wemo::sheets::test {

using Parts = QMap<QString, QByteArray>;

/// Zips the parts; with a password where one is given.
inline void zipInto(const QString &path, const Parts &parts, const char *password = nullptr) {
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        zip_source_t *source = zip_source_buffer(zip, part->constData(), static_cast<zip_uint64_t>(part->size()), 0);
        const zip_int64_t index = zip_file_add(zip, part.key().toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (password)
            zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_128, password);
    }
    if (zip_close(zip) != 0)
        qFatal("the zip was not written");
}

inline QByteArray relations(const QList<std::pair<QByteArray, QByteArray>> &typeAndTarget) {
    QByteArray xml = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    int id = 0;
    for (const auto &relation : typeAndTarget)
        xml += "<Relationship Id='r" + QByteArray::number(++id) +
               "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relation.first +
               "' Target='" + relation.second + "'/>";
    return xml + "</Relationships>";
}

/// A workbook of one sheet, `rows` being the inside of its sheetData.
inline Parts workbook(const QByteArray &rows, const QByteArray &shared = {}, const QByteArray &styles = {}) {
    const QByteArray ns = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                          "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    return {{"_rels/.rels", relations({{"officeDocument", "xl/workbook.xml"}})},
            {"xl/workbook.xml",
             "<workbook " + ns + "><workbookPr/><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", relations({{"worksheet", "worksheets/sheet1.xml"},
                                                      {"sharedStrings", "/xl/sharedStrings.xml"},
                                                      {"styles", "styles.xml"}})},
            {"xl/worksheets/sheet1.xml", "<worksheet " + ns + "><sheetData>" + rows + "</sheetData></worksheet>"},
            {"xl/sharedStrings.xml", "<sst " + ns + ">" + shared + "</sst>"},
            {"xl/styles.xml", "<styleSheet " + ns + ">" + styles + "</styleSheet>"}};
}

inline Table hardTable() {
    return {{"plan_code", QStringLiteral("名稱"), "value", "note"},
            {{"007", QStringLiteral("夜間加成，「跨區」"), "2.5", "=1+1"},
             {"1e5", QStringLiteral("𠮷野家 🛵"), "-0.0001", "+886912345678"},
             {"", "", "", ""},
             {"a,b;c\td", "say \"hi\"", "999999999999999", "@SUM(A1)"},
             {"line\nbreak", "return\r\nand feed", "9999999999999999", "-1+cmd|' /C calc'!A0"},
             {"'=quoted", "''", "0", "'plain"},
             {" spaces ", "\ttab", "-5", QStringLiteral("＝1+1")},
             {"_x0041_", "TRUE", "1.50", "-"},
             {"<&>'", "2026-11-24", "00", ".5"},
             {"+3", "\rreturn", "1,000", "NaN"}}};
}

/// Rows that are empty altogether come back without cells.
inline Table asRead(Table table) {
    for (QStringList &row : table.rows)
        if (row.join(QString()).isEmpty())
            row.clear();
    return table;
}

template <typename T>
QString codeOf(const Result<T> &result) {
    return result ? QStringLiteral("fine") : result.error().code;
}

} // namespace wemo::sheets::test
