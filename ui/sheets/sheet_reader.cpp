#include "ui/sheets/sheet_reader.h"

#include "ui/sheets/cell_value.h"

namespace wemo::sheets {

namespace {
Failure damaged(const QString &detail) {
    return failure(ErrorKind::InvalidInput, "damaged", "The workbook is damaged.", detail);
}

/// The column of "AB12" from 0; -1 = no such place.
int columnOf(QStringView place) {
    int column = 0;
    qsizetype letters = 0;
    for (; letters < place.size() && place[letters] >= u'A' && place[letters] <= u'Z' && column <= mostColumns;
         ++letters)
        column = column * 26 + (place[letters].unicode() - u'A' + 1);
    return letters == 0 || letters == place.size() || column > mostColumns ? -1 : column - 1;
}

struct CellContent {
    QString value;
    bool isInline = false;
};
/// What stands in a <c>; the reader ends at its end.
CellContent contentOf(QXmlStreamReader &xml) {
    CellContent content;
    while (nextToken(xml) && !xml.isEndElement()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"v") {
            content.value = xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.name() == u"is") {
            content.value = richText(xml);
            content.isInline = true;
        } else {
            xml.skipCurrentElement();
        }
    }
    return content;
}
} // namespace

Result<Table> SheetReader::read(QIODevice &part) {
    QXmlStreamReader xml(&part);
    Result<void> step;
    bool isInData = false;
    while (step && nextToken(xml)) {
        if (xml.isStartElement() && xml.name() == u"sheetData")
            isInData = true;
        else if (xml.isEndElement() && xml.name() == u"sheetData")
            break; // what follows draws, and is no content
        else if (isInData && xml.isStartElement() && xml.name() == u"row")
            step = beginRow(xml.attributes().value("r"));
        else if (isInData && xml.isStartElement() && xml.name() == u"c")
            step = readCell(xml);
        else if (isInData && xml.isEndElement() && xml.name() == u"row")
            step = endRow();
    }
    if (step)
        step = xmlEnd(xml, part);
    if (step && !isInData)
        step = damaged("no sheetData");
    return step ? Result<Table>(m_rows.take()) : Failure(step.error());
}

Result<void> SheetReader::beginRow(QStringView place) {
    const qint64 before = m_rowNumber;
    bool isNumber = true;
    m_rowNumber = place.isEmpty() ? before + 1 : place.toLongLong(&isNumber);
    if (!isNumber || m_rowNumber <= before)
        return damaged("row " + place.toString());
    if (m_rowNumber > mostRows)
        return tooManyRows();
    for (qint64 row = before + 1; row < m_rowNumber; ++row)
        if (Result<void> added = m_rows.add({}); !added)
            return added;
    m_row.clear();
    return {};
}

Result<void> SheetReader::endRow() {
    return m_rows.add(std::exchange(m_row, {}));
}

Result<void> SheetReader::readCell(QXmlStreamReader &xml) {
    const QXmlStreamAttributes attributes = xml.attributes();
    const QString place = attributes.value("r").toString();
    const qsizetype column = place.isEmpty() ? m_row.size() : columnOf(place);
    if (column < 0 || column >= mostColumns)
        return damaged("cell " + place);
    const QString type = attributes.value("t").toString();
    const int style = attributes.value("s").toInt();
    const CellContent content = contentOf(xml);
    Result<QString> text = content.isInline ? unescaped(content.value) : textOf(type, style, content.value);
    if (!text)
        return Failure(text.error());
    if (text->isEmpty())
        return {};
    while (m_row.size() <= column)
        m_row.append(QString());
    m_row[column] = *std::move(text);
    return {};
}

Result<QString> SheetReader::textOf(QStringView type, int style, const QString &value) const {
    if (type == u"s") {
        bool isNumber = false;
        const int index = value.toInt(&isNumber);
        if (!isNumber || index < 0 || index >= m_book.sharedTexts.size())
            return damaged("shared text " + value);
        return m_book.sharedTexts[index];
    }
    if (type == u"b")
        return value == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    if (type == u"str" || type == u"inlineStr")
        return unescaped(value);
    if (type == u"e" || type == u"d" || value.isEmpty())
        return value;
    return m_book.isDateStyle.value(style, false) ? dateText(value, m_book.isFrom1904) : numberText(value);
}

} // namespace wemo::sheets
