#include "tests/ui/sheets/workbooks.h"
#include "ui/sheets/csv.h"
#include "ui/sheets/csv_parser.h"
#include "ui/sheets/xlsx.h"

#include <QBuffer>
#include <QTest>

using namespace wemo;
using namespace wemo::sheets;
using namespace wemo::sheets::test;

namespace {
Result<Table> read(QByteArray bytes) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readCsv(buffer);
}
QByteArray written(const Table &table) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeCsv(table, buffer) ? buffer.data() : QByteArray();
}
/// All rows, the header first, joined so that a test reads well.
QString shown(const Result<Table> &table) {
    if (!table)
        return table.error().code;
    QStringList rows{table->header.join(u'|')};
    for (const QStringList &row : table->rows)
        rows.append(row.join(u'|'));
    return rows.join(u'/');
}
} // namespace

class CsvTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBack() {
        const QByteArray bytes = written(hardTable());
        QVERIFY(bytes.startsWith("\xEF\xBB\xBFplan_code,"));
        const Result<Table> table = read(bytes);
        QVERIFY(table);
        for (qsizetype row = 0; row < table->rows.size(); ++row)
            QCOMPARE(table->rows[row], asRead(hardTable()).rows[row]);
        QVERIFY(*table == asRead(hardTable()));
    }

    void formulasAreMadeSafeAndNumbersLeftAlone() {
        const QByteArray bytes = written({{"h"}, {{"=1+1"}, {"-5"}, {"-5+1"}, {"+1"}, {"'=x"}, {"'x"}, {"@a"}, {"-"}}});
        QCOMPARE(bytes, "\xEF\xBB\xBFh\r\n'=1+1\r\n-5\r\n'-5+1\r\n'+1\r\n''=x\r\n''x\r\n'@a\r\n'-\r\n");
        QVERIFY(written({{"h"}, {{"\t=1"}}}).contains("\"'\t=1\""));
        QVERIFY(needsApostrophe(QStringLiteral("＝1")) && needsApostrophe(QStringLiteral("＠a")));
        QVERIFY(!needsApostrophe("a=1") && !needsApostrophe(""));
        QCOMPARE(shown(read("h\n'tis\n'\n'5\n")), "h/'tis/'/'5"); // a person's own apostrophes stay
    }

    void whatProgramsWriteIsRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("table");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &table) {
            QTest::newRow(name) << bytes << table;
        };
        row("line feeds", "a,b\n1,2\n", "a|b/1|2");
        row("old Mac", "a,b\r1,2\r", "a|b/1|2");
        row("no last line end", "a,b\r\n1,2", "a|b/1|2");
        row("separator at the end", "a,b\r\n1,", "a|b/1|");
        row("short and long rows", "a,b\n1\n1,2,3\n", "a|b/1|/1|2|3");
        row("empty lines", "a\n\n1\n\n\n", "a//1");
        row("quotes", "\"a,\"\"b\"\"\",\"c\nd\"\n", "a,\"b\"|c\nd");
        row("text after a quote", "\"a\"b,c\n", "ab|c");
        row("quote inside", "a\"b,c\n", "a\"b|c");
        row("tabs", "a\tb\n1,5\t2\n", "a|b/1,5|2");
        row("semicolons", "a;b\n1,5;2\n", "a|b/1,5|2");
        row("comma in a quoted first cell", "\"a,x\";b\n1;2\n", "a,x|b/1|2");
        row("empty", "", "");
        row("only a mark", "\xEF\xBB\xBF", "");
        row("open quote", "a\n\"b\nc\n", "open-quote");
        row("open quote at the end", "a\n\"", "open-quote");
        row("UTF-16 little",
            QByteArray("\xFF\xFE"
                       "a\0\t\0-N\n\0",
                       10),
            QStringLiteral("a|中"));
        row("UTF-16 big", QByteArray("\xFE\xFF\0a\0,N-", 8), QStringLiteral("a|中"));
        row("UTF-8 without a mark", "a,中文\n", QStringLiteral("a|中文"));
        row("binary", QByteArray("a\0b", 3), "unknown-encoding");
        row("neither", "a,\xFF\xFF\xFF\n", "unknown-encoding");
        row("UTF-8 cut", "\xEF\xBB\xBF\xE4\xB8", "unknown-encoding");
        row("UTF-16 cut",
            QByteArray("\xFF\xFE"
                       "a",
                       3),
            "unknown-encoding");
    }
    void whatProgramsWriteIsRead() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, table);
        QCOMPARE(shown(read(bytes)), table);
    }

    void excelInTaiwanSavesBig5() {
        // "方案,名稱,費率" and "a01,夜間加成,2.5"; then the second bytes that look like \ and |, and what Microsoft
        // added.
        const QByteArray big5 = "\xA4\xE8\xAE\xD7,\xA6\x57\xBA\xD9,\xB6\x4F\xB2\x76\r\n"
                                "a01,\xA9\x5D\xB6\xA1\xA5\x5B\xA6\xA8,2.5\r\n"
                                "\xB3\x5C,\xA5\x5C\xAF\xE0,\xA7\xBB\xF9\xD6\r\n";
        QCOMPARE(shown(read(big5)), QStringLiteral("方案|名稱|費率/a01|夜間加成|2.5/許|功能|宏碁"));
        QCOMPARE(shown(read(big5.left(big5.size() - 3))), "unknown-encoding"); // cut in the middle of a character
    }

    void anOpenQuoteNamesItsLine() {
        const Result<Table> table = read("a\n\"b\nc\"\n1\n\"d\ne\n");
        QVERIFY(!table);
        QVERIFY2(table.error().message.contains("line 5"), qPrintable(table.error().message));
    }

    void aHundredThousandRows() {
        Table table{{"plan_code", "name", "price", "minutes", "note"}, {}};
        for (int row = 0; row < 100'000; ++row)
            table.rows.append({QString("plan-%1").arg(row), QStringLiteral("基本費率"), QString("%1.5").arg(row),
                               QString::number(row), QStringLiteral("=") + QString::number(row % 7)});
        QElapsedTimer timer;
        timer.start();
        const QByteArray bytes = written(table);
        const qint64 writing = timer.restart();
        const Result<Table> back = read(bytes);
        qInfo("500,000 cells written in %lld ms, read in %lld ms", writing, timer.elapsed());
        QVERIFY(back && *back == table);
        QVERIFY2(writing < 10'000 && timer.elapsed() < 10'000, "ten times what it takes on a busy machine");
    }

    void limitsHold() {
        QCOMPARE(shown(read(QByteArray(mostBytes + 1, 'a'))), "too-large");
        QCOMPARE(shown(read(QByteArray("a\n").repeated(mostRows + 1))), "too-many-rows");
        QVERIFY(read(QByteArray("a\n").repeated(mostRows)));
    }

    void aStoppedExportLeavesTheOldFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath("table.CSV");
        QVERIFY(writeFile({{"kept"}, {}}, path));
        const Table table{{"n"}, QList<QStringList>(3000, QStringList{"1"})};
        qint64 told = 0;
        const Result<void> stopped = writeFile(table, path, [&](qint64 done, qint64 total) {
            told = total;
            return done < 2000;
        });
        QCOMPARE(codeOf(stopped), "canceled");
        QVERIFY(stopped.error().kind == ErrorKind::Canceled);
        QCOMPARE(told, 3000);
        const auto atTheEnd = [](qint64 done, qint64 total) { return done < total; };
        QCOMPARE(codeOf(writeFile({{"h"}, {{"1"}, {"2"}}}, path, atTheEnd)), "canceled");
        QCOMPARE(codeOf(writeXlsx({{"h"}, {{"1"}, {"2"}}}, path, atTheEnd)), "canceled");
        QCOMPARE(shown(readFile(path)), "kept");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"table.CSV"});
        QCOMPARE(codeOf(readCsv(folder.filePath("none.csv"))), "unreadable");
        QCOMPARE(codeOf(readFile(folder.filePath("none.csv"))), "unreadable");
        QCOMPARE(codeOf(writeCsv(table, folder.filePath("no/folder.csv"))), "unwritable");
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "csv_test.moc"
