#include "tests/ui/sheets/workbooks.h"
#include "ui/sheets/xlsx.h"
#include "ui/sheets/zip_archive.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

using namespace wemo;
using namespace wemo::sheets;
using namespace wemo::sheets::test;

class XlsxTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void whatIsWrittenReadsBack() {
        const QString path = m_folder.filePath(QStringLiteral("價格.xlsx"));
        QVERIFY(writeXlsx(hardTable(), path));
        const Result<Table> read = readXlsx(path);
        QVERIFY2(read, qPrintable(codeOf(read)));
        QCOMPARE(read->header, hardTable().header);
        for (qsizetype row = 0; row < read->rows.size(); ++row)
            QCOMPARE(read->rows[row], asRead(hardTable()).rows[row]);
        QVERIFY(*read == asRead(hardTable()));
        QVERIFY(readFile(path) && *readFile(path) == *read);
    }

    void controlCharactersAndNoncharactersSurvive() {
        QString all;
        for (char16_t c = 1; c < 0x20; ++c)
            all += QChar(c);
        const Table table{{"text"}, {{all}, {QString("x") + QChar(0xFFFE) + QChar(0xFFFF)}, {"_x005F_x0041_"}}};
        const QString path = m_folder.filePath("control.xlsx");
        QVERIFY(writeXlsx(table, path));
        QCOMPARE(readXlsx(path)->rows, table.rows);
    }

    void aHundredThousandRows() {
        Table table{{"plan_code", "name", "price", "minutes", "note"}, {}};
        for (int row = 0; row < 100'000; ++row)
            table.rows.append({QString("plan-%1").arg(row), QStringLiteral("基本費率"), QString("%1.5").arg(row),
                               QString::number(row), QStringLiteral("=") + QString::number(row % 7)});
        const QString path = m_folder.filePath("large.xlsx");
        QElapsedTimer timer;
        timer.start();
        QVERIFY(writeXlsx(table, path));
        const qint64 written = timer.restart();
        const Result<Table> read = readXlsx(path);
        qInfo("500,000 cells written in %lld ms, read in %lld ms", written, timer.elapsed());
        QVERIFY(read && *read == table);
        QVERIFY2(written < 10'000 && timer.elapsed() < 10'000, "ten times what it takes on a busy machine");
    }

    void aWorkbookOfLibreOfficeIsRead() {
        const Result<Table> read = readXlsx(QStringLiteral(WEMO_SOURCE_DIR "/tests/ui/sheets/libreoffice.xlsx"));
        QVERIFY2(read, qPrintable(codeOf(read)));
        QCOMPARE(read->header, (QStringList{"plan_code", QStringLiteral("名稱"), "base.price", "date", "on", "sum"}));
        QCOMPARE(read->rows,
                 (QList<QStringList>{{"007", QStringLiteral("基本費率，夜間"), "2.5", "2026-11-24", "TRUE", "0.3"},
                                     {},
                                     {},
                                     {"=1+1", "", "", "", "", "ab"}}));
    }

    void everyKindOfCellIsRead() {
        const QByteArray styles = "<numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
                                  "<numFmt numFmtId='165' formatCode='[Red]\"day\"0.00'/></numFmts>"
                                  "<cellStyleXfs><xf numFmtId='14'/><xf numFmtId='14'/></cellStyleXfs>"
                                  "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
                                  "numFmtId='22'/></cellXfs><cellStyles/>";
        const QByteArray shared = "<si><t>one</t></si><si><r><t>a </t></r><r><t>b</t></r><rPh><t>no</t></rPh></si>";
        const QByteArray rows =
            "<row><c t='s'><v>1</v></c><c t='b'><v>0</v></c><c><v>0.10000000000000001</v></c>"
            "<c s='1'><v>46350</v></c><c s='2'><v>46350</v></c><c s='3'><v>46350.583333333336</v></c>"
            "<c t='e'><v>#N/A</v></c><c t='str'><f>A1</f><v>x_x000D_y</v></c>"
            "<c t='inlineStr'><is><t xml:space='preserve'> in </t></is></c><c/></row>"
            "<row r='4'><c r='C4' t='s'><v>0</v></c></row>";
        const Result<Table> read = readParts(workbook(rows, shared, styles));
        QVERIFY2(read, qPrintable(codeOf(read)));
        QCOMPARE(read->header, (QStringList{"a b", "FALSE", "0.1", "2026-11-24", "46350", "2026-11-24 14:00:00", "#N/A",
                                            "x\ry", " in "}));
        QCOMPARE(read->rows, (QList<QStringList>{{}, {}, {"", "", "one", "", "", "", "", "", ""}}));
    }

    void theFirstSheetThatIsShownIsRead() {
        Parts parts = workbook("<row><c><v>1</v></c></row>");
        QByteArray &book = parts["xl/workbook.xml"];
        book.replace("<sheet name", "<sheet name='H' sheetId='9' state='hidden' r:id='r4'/><sheet name");
        parts["xl/_rels/workbook.xml.rels"] = relations({{"worksheet", "worksheets/sheet1.xml"},
                                                         {"sharedStrings", "sharedStrings.xml"},
                                                         {"styles", "styles.xml"},
                                                         {"worksheet", "worksheets/sheet2.xml"}});
        parts["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>";
        QCOMPARE(readParts(parts)->header, QStringList{"1"});
        book.replace("name='S'", "name='S' state='veryHidden'");
        QCOMPARE(readParts(parts)->header, QStringList{"2"});
        book.replace("workbookPr", "workbookPr date1904='1'");
        parts["xl/styles.xml"] = "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>";
        QCOMPARE(readParts(parts)->header, QStringList{"1904-01-03"});
    }

    void brokenWorkbooksAreRefused_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("code");
        QTest::newRow("cut short") << QByteArray("<row><c><v>1") << "damaged";
        QTest::newRow("shared text out of reach") << QByteArray("<row><c t='s'><v>7</v></c></row>") << "damaged";
        QTest::newRow("shared text below 0") << QByteArray("<row><c t='s'><v>-1</v></c></row>") << "damaged";
        QTest::newRow("place") << QByteArray("<row><c r='1A'><v>1</v></c></row>") << "damaged";
        QTest::newRow("far column") << QByteArray("<row><c r='ZZZZZZZZZZZZ1'><v>1</v></c></row>") << "damaged";
        QTest::newRow("far row") << QByteArray("<row r='1048577'><c><v>1</v></c></row>") << "too-many-rows";
        QTest::newRow("farther row") << QByteArray("<row r='99999999999999999999'/>") << "damaged";
        QTest::newRow("back") << QByteArray("<row r='2'/><row r='1'/>") << "damaged";
        QTest::newRow("last place") << QByteArray("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>") << "fine";
        QTest::newRow("empty") << QByteArray() << "fine";
    }
    void brokenWorkbooksAreRefused() {
        QFETCH(QByteArray, rows);
        QFETCH(QString, code);
        QCOMPARE(codeOf(readParts(workbook(rows))), code);
    }

    void aDocumentTypeIsRefused() {
        Parts parts = workbook("<row><c><v>1</v></c></row>");
        parts["xl/worksheets/sheet1.xml"].prepend("<!DOCTYPE a [<!ENTITY b 'boom'>]>");
        QCOMPARE(codeOf(readParts(parts)), "damaged");
    }

    void otherFilesAreNamedForWhatTheyAre() {
        QCOMPARE(codeOf(readBytes("plan_code,price\n")), "not-a-workbook");
        QCOMPARE(codeOf(readBytes({})), "not-a-workbook");
        const QByteArray old = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(600, '\0');
        QCOMPARE(codeOf(readBytes(old)), "old-workbook");
        const QString name = "EncryptedPackage";
        QCOMPARE(codeOf(readBytes(old + QByteArray(reinterpret_cast<const char *>(name.utf16()), 32))), "password");
        QCOMPARE(codeOf(readParts({{"a.txt", "a"}})), "not-a-workbook");
        QCOMPARE(codeOf(readParts({{"_rels/.rels", relations({{"officeDocument", "word/document.xml"}})},
                                   {"word/document.xml", "<document/>"}})),
                 "not-a-workbook");
        Parts parts = workbook({});
        parts["xl/workbook.xml"] = "<workbook><sheets/></workbook>";
        QCOMPARE(codeOf(readParts(parts)), "no-sheet");
        parts = workbook({});
        parts.remove("xl/worksheets/sheet1.xml");
        QCOMPARE(codeOf(readParts(parts)), "damaged");
        QCOMPARE(codeOf(readParts(workbook({}), "secret")), "password");
        QCOMPARE(codeOf(readXlsx(m_folder.filePath("nowhere.xlsx"))), "unreadable");
    }

    void aPartThatSaysItIsTooLargeIsNotUnpacked() {
        QCOMPARE(codeOf(readParts(workbook(QByteArray(100'000, ' ')))), "fine");
        const QString path = m_folder.filePath("bomb.xlsx");
        zipInto(path, workbook(QByteArray(100'000, ' ')));
        QByteArray bomb = contentOf(path);
        forgeSizes(bomb, mostUnpackedBytes + 1);
        QCOMPARE(codeOf(readBytes(bomb)), "too-large");
        QCOMPARE(codeOf(readBytes(QByteArray(mostBytes + 1, 'P'))), "too-large");
    }

    void aPartThatLiesAboutItsSizeIsReadNoFartherThanAllowed() {
        const QString path = m_folder.filePath("liar.zip");
        zipInto(path, {{"part", QByteArray(1'000'000, ' ')}});
        QByteArray liar = contentOf(path);
        forgeSizes(liar, 10);
        const auto archive = ZipArchive::open(liar, 100'000);
        QVERIFY(archive);
        const auto part = (*archive)->part("part");
        QVERIFY(part);
        QVERIFY((*part)->readAll().size() <= 100'000);
        QCOMPARE((*part)->errorString(), unpacksToTooMuch);
        const auto generous = ZipArchive::open(liar, 1'000'000);
        QCOMPARE((*(*generous)->part("part"))->readAll().size(), 1'000'000);
    }

    void noDamageDoesHarm() {
        const QString path = m_folder.filePath("whole.xlsx");
        QVERIFY(writeXlsx(hardTable(), path));
        const QByteArray whole = contentOf(path);
        for (qsizetype size = 0; size < whole.size(); size += 37)
            QVERIFY(!readBytes(whole.left(size)));
        for (qsizetype at = 0; at < whole.size(); at += 11) {
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
            (void)readBytes(flipped); // fine or not, but neither crash nor hang
        }
    }

    void whatDoesNotFitIsRefusedAndTheOldFileStays() {
        const QString path = m_folder.filePath("kept.xlsx");
        QVERIFY(writeXlsx({{"kept"}, {}}, path));
        const Result<void> tooLong =
            writeXlsx({{"a", "b"}, {{"", ""}, {"", QString(mostCellLength + 1, u'字')}}}, path);
        QCOMPARE(codeOf(tooLong), "cell-too-long");
        QCOMPARE(tooLong.error().extra.value("cell").toString(), "B3");
        QVERIFY(writeXlsx({{"a"}, {{QString(mostCellLength, u'字')}}}, m_folder.filePath("most.xlsx")));
        QStringList wide(mostColumns + 1, "x");
        QCOMPARE(codeOf(writeXlsx({wide, {}}, path)), "too-many-columns");
        QCOMPARE(codeOf(writeXlsx({{"a"}, QList<QStringList>(mostRows)}, path)), "too-many-rows");
        QCOMPARE(codeOf(writeXlsx({{"a"}, {}}, m_folder.filePath("no/such/folder.xlsx"))), "unwritable");
        QCOMPARE(readXlsx(path)->header, QStringList{"kept"});
    }

    void aLongExportTellsHowFarItIsAndStops() {
        Table table{{"n"}, {}};
        for (int row = 0; row < 5000; ++row)
            table.rows.append({QString::number(row)});
        const QString path = m_folder.filePath("stopped.xlsx");
        QList<qint64> told;
        const auto upTo = [&](qint64 most) {
            return [&told, most](qint64 done, qint64 total) {
                told.append(done);
                return total == 5000 && done < most;
            };
        };
        QCOMPARE(codeOf(writeXlsx(table, path, upTo(3000))), "canceled");
        QCOMPARE(told, (QList<qint64>{1000, 2000, 3000}));
        QVERIFY(!QFile::exists(path));
        QVERIFY(writeXlsx(table, path, upTo(9999)));
        QCOMPARE(told.last(), 5000);
        QCOMPARE(codeOf(readXlsx(path, [](qint64 done, qint64) { return done < 2000; })), "canceled");
    }

private:
    Result<Table> readParts(const Parts &parts, const char *password = nullptr) {
        const QString path = m_folder.filePath("parts.xlsx");
        zipInto(path, parts, password);
        return readXlsx(path);
    }
    static Result<Table> readBytes(QByteArray bytes) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return readXlsx(buffer);
    }
    static QByteArray contentOf(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Writes an unpacked size into the header of every part.
    static void forgeSizes(QByteArray &zip, qint64 size) {
        const auto bytes = qToLittleEndian(static_cast<quint32>(size));
        const QByteArray field(reinterpret_cast<const char *>(&bytes), sizeof bytes);
        for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4))
            zip.replace(at + 24, field.size(), field);
        for (qsizetype at = zip.indexOf("PK\x03\x04"); at >= 0; at = zip.indexOf("PK\x03\x04", at + 4))
            zip.replace(at + 22, field.size(), field);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(XlsxTest)
#include "xlsx_test.moc"
