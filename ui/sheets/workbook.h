#pragma once
#include "models/core/result.h"
#include "ui/sheets/zip_archive.h"

#include <QList>
#include <QStringList>
#include <QXmlStreamReader>

namespace wemo::sheets {

/// What the cells of a workbook's first sheet need to be understood.
struct Workbook {
    QString sheetPart; ///< of the first sheet that is shown
    QStringList sharedTexts;
    QList<bool> isDateStyle; ///< by the cell's style
    bool isFrom1904 = false;
};
/// Errors: not-a-workbook, no-sheet, damaged, password, too-large.
Result<Workbook> readWorkbook(const ZipArchive &archive);

/// The text of an <is> or <si>, the reader at its start: plain or in runs, without the readings of Japanese.
QString richText(QXmlStreamReader &xml);
/// How reading a part ended: nothing wrong, or damaged, or too-large.
Result<void> xmlEnd(const QXmlStreamReader &xml, const QIODevice &part);
/// Moves to the next token. False at the end, after an error, and at a document type: no workbook has one, and it could
/// blow itself up.
bool nextToken(QXmlStreamReader &xml);

} // namespace wemo::sheets
