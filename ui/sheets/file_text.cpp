#include "ui/sheets/file_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace wemo::sheets {

namespace {
struct Row {
    const char *code;
    const char *text;
};
const Row rows[] = {
    {"not-a-workbook", QT_TRANSLATE_NOOP("FileText", "This file is neither a workbook (.xlsx) nor a CSV file.")},
    {"old-workbook",
     QT_TRANSLATE_NOOP("FileText",
                       "Workbooks of the old kind (.xls) cannot be read. Save it as .xlsx, then try again.")},
    {"password",
     QT_TRANSLATE_NOOP("FileText", "The workbook is protected by a password. Take it off, then try again.")},
    {"damaged",
     QT_TRANSLATE_NOOP("FileText", "The workbook is damaged. Open it in a spreadsheet program and save it again.")},
    {"no-sheet", QT_TRANSLATE_NOOP("FileText", "The workbook has no sheet.")},
    {"too-large", QT_TRANSLATE_NOOP("FileText", "The file is too large to be read here.")},
    {"too-many-rows", QT_TRANSLATE_NOOP("FileText", "A sheet has at most 1,048,576 rows.")},
    {"too-many-columns", QT_TRANSLATE_NOOP("FileText", "A sheet has at most 16,384 columns.")},
    {"unknown-encoding",
     QT_TRANSLATE_NOOP("FileText", "The text of this file cannot be read. Save it as CSV UTF-8, then try again.")},
    {"open-quote", QT_TRANSLATE_NOOP("FileText", "A quotation mark in this file is never closed.")},
    {"unreadable",
     QT_TRANSLATE_NOOP("FileText", "The file cannot be opened. Perhaps it was moved, or you may not read it.")},
    {"unwritable",
     QT_TRANSLATE_NOOP(
         "FileText",
         "The file cannot be written. Perhaps it is open elsewhere, the disk is full, or you may not write there.")},
    {"canceled", QT_TRANSLATE_NOOP("FileText", "This was canceled. The file is as it was before.")},
};
} // namespace

QString fileErrorText(const Error &error) {
    if (error.code == u"cell-too-long")
        return QCoreApplication::translate("FileText", "Cell %1 is too long for a workbook. Export it as CSV.")
            .arg(error.extra.value("cell").toString());
    for (const Row &row : rows)
        if (error.code == QLatin1StringView(row.code))
            return QCoreApplication::translate("FileText", row.text);
    return QCoreApplication::translate("FileText", "The file could not be used: %1").arg(error.message);
}

QStringList knownFileCodes() {
    QStringList codes{"cell-too-long"};
    for (const Row &row : rows)
        codes.append(QString::fromLatin1(row.code));
    return codes;
}

} // namespace wemo::sheets
