#include "ui/sheets/workbook.h"

#include "ui/sheets/cell_value.h"
#include "ui/sheets/table.h"

#include <QDir>
#include <QHash>

#include <functional>

namespace wemo::sheets {

namespace {
using OnElement = std::function<void(QXmlStreamReader &)>;

Failure notAWorkbook(const QString &detail) {
    return failure(ErrorKind::InvalidInput, "not-a-workbook", "The file is no workbook.", detail);
}

/// Every start of an element of a part, in turn.
Result<void> scan(const ZipArchive &archive, const QString &name, const OnElement &onElement) {
    const Result<std::unique_ptr<QIODevice>> part = archive.part(name);
    if (!part)
        return Failure(part.error());
    QXmlStreamReader xml(part->get());
    while (nextToken(xml))
        if (xml.isStartElement())
            onElement(xml);
    return xmlEnd(xml, **part);
}

struct Relation {
    QString type; ///< the last word of its address, the same in both dialects of the standard
    QString target;
};
using Relations = QHash<QString, Relation>; ///< by id

/// Where a part of a workbook names others. None is no mistake here.
Result<Relations> relationsOf(const ZipArchive &archive, const QString &name) {
    Relations relations;
    const QString folder = name.section(u'/', 0, -2);
    const QString listed = QDir::cleanPath(folder + "/_rels/" + name.section(u'/', -1) + ".rels");
    const QString path = listed.startsWith(u'/') ? listed.mid(1) : listed;
    if (!archive.has(path))
        return relations;
    Result<void> read = scan(archive, path, [&](QXmlStreamReader &xml) {
        if (xml.name() != u"Relationship")
            return;
        const QString target = xml.attributes().value("Target").toString();
        const QString whole = QDir::cleanPath(target.startsWith(u'/') ? target : "/" + folder + "/" + target).mid(1);
        relations.insert(xml.attributes().value("Id").toString(),
                         {xml.attributes().value("Type").toString().section(u'/', -1), whole});
    });
    return read ? Result<Relations>(relations) : Failure(read.error());
}

QString targetOf(const Relations &relations, QStringView type) {
    for (const Relation &relation : relations)
        if (relation.type == type)
            return relation.target;
    return {};
}

QString relationId(const QXmlStreamAttributes &attributes) {
    for (const QXmlStreamAttribute &attribute : attributes)
        if (attribute.name() == u"id" && attribute.namespaceUri().endsWith(u"/relationships"))
            return attribute.value().toString();
    return {};
}

Result<void> readSheets(const ZipArchive &archive, const QString &name, const Relations &relations, Workbook &book) {
    QString hidden;
    Result<void> read = scan(archive, name, [&](QXmlStreamReader &xml) {
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == u"workbookPr")
            book.isFrom1904 = attributes.value("date1904") == u"1" || attributes.value("date1904") == u"true";
        if (xml.name() != u"sheet")
            return;
        const Relation sheet = relations.value(relationId(attributes));
        const QStringView state = attributes.value("state");
        QString &place = state.isEmpty() || state == u"visible" ? book.sheetPart : hidden;
        if (sheet.type == u"worksheet" && place.isEmpty())
            place = sheet.target;
    });
    if (read && book.sheetPart.isEmpty())
        book.sheetPart = hidden;
    if (read && book.sheetPart.isEmpty())
        return failure(ErrorKind::InvalidInput, "no-sheet", "The workbook has no sheet.");
    return read;
}

Result<void> readStyles(const ZipArchive &archive, const QString &name, Workbook &book) {
    QHash<int, bool> own; // formats the workbook defines
    bool isInCells = false;
    return scan(archive, name, [&, isInCells](QXmlStreamReader &xml) mutable {
        if (xml.name() == u"numFmt")
            own.insert(xml.attributes().value("numFmtId").toInt(),
                       isDateFormat(xml.attributes().value("formatCode").toString()));
        else if (xml.name() == u"cellXfs" || xml.name() == u"cellStyleXfs" || xml.name() == u"cellStyles")
            isInCells = xml.name() == u"cellXfs";
        else if (xml.name() == u"xf" && isInCells) {
            const int id = xml.attributes().value("numFmtId").toInt();
            book.isDateStyle.append(own.value(id, isDateFormat(id)));
        }
    });
}

Result<void> readSharedTexts(const ZipArchive &archive, const QString &name, Workbook &book) {
    qint64 length = 0;
    Result<void> read = scan(archive, name, [&](QXmlStreamReader &xml) {
        if (xml.name() != u"si")
            return;
        book.sharedTexts.append(unescaped(richText(xml)));
        length += book.sharedTexts.back().size();
    });
    if (length > mostUnpackedBytes || book.sharedTexts.size() > mostCells)
        return failure(ErrorKind::TooLarge, "too-large", "The workbook unpacks to more than is read here.", name);
    return read;
}
} // namespace

bool nextToken(QXmlStreamReader &xml) {
    if (xml.atEnd())
        return false;
    xml.readNext();
    if (xml.isDTD())
        xml.raiseError("a document type");
    return !xml.hasError() && !xml.isEndDocument();
}

Result<void> xmlEnd(const QXmlStreamReader &xml, const QIODevice &part) {
    if (part.errorString() == unpacksToTooMuch)
        return failure(ErrorKind::TooLarge, "too-large", "The workbook unpacks to more than is read here.");
    if (!xml.hasError())
        return {};
    return failure(ErrorKind::InvalidInput, "damaged", "The workbook is damaged.",
                   QString("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString()));
}

QString richText(QXmlStreamReader &xml) {
    QString text;
    bool isText = false;
    for (int depth = 1; depth > 0 && nextToken(xml);) {
        if (xml.isStartElement() && xml.name() == u"rPh") {
            xml.skipCurrentElement();
        } else if (xml.isStartElement()) {
            ++depth;
            isText = xml.name() == u"t";
        } else if (xml.isEndElement()) {
            --depth;
            isText = false;
        } else if (isText && xml.isCharacters()) {
            text += xml.text();
        }
    }
    return text;
}

Result<Workbook> readWorkbook(const ZipArchive &archive) {
    const Result<Relations> top = relationsOf(archive, {});
    if (!top)
        return Failure(top.error());
    const QString name = targetOf(*top, u"officeDocument");
    if (name.isEmpty() || !archive.has(name))
        return notAWorkbook("no office document");
    const Result<Relations> relations = relationsOf(archive, name);
    if (!relations)
        return Failure(relations.error());
    if (targetOf(*relations, u"worksheet").isEmpty() && name.contains("word"))
        return notAWorkbook(name);
    Workbook book;
    Result<void> read = readSheets(archive, name, *relations, book);
    if (const QString styles = targetOf(*relations, u"styles"); read && archive.has(styles))
        read = readStyles(archive, styles, book);
    if (const QString texts = targetOf(*relations, u"sharedStrings"); read && archive.has(texts))
        read = readSharedTexts(archive, texts, book);
    return read ? Result<Workbook>(std::move(book)) : Failure(read.error());
}

} // namespace wemo::sheets
