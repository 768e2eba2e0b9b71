#include "ui/sheets/csv.h"
#include "ui/sheets/row_writer.h"
#include "ui/sheets/xlsx.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace wemo::sheets {

class RowWriterTest final : public QObject {
    Q_OBJECT

    static QByteArray bytes(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void bothKindsComeBackAsWritten_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << "log.CSV";
        QTest::newRow("workbook") << "log.xlsx";
    }
    void bothKindsComeBackAsWritten() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        auto rows = openRows(path, {"id", QString::fromUtf8("內容")});
        QVERIFY(rows);
        Table expected{{"id", QString::fromUtf8("內容")}, {}};
        for (int i = 0; i < 5'000; ++i) {
            const QStringList row{QString::number(i), i % 2 ? "=1+1" : QString::fromUtf8("驗證碼, “••••••”")};
            QVERIFY((*rows)->add(row));
            expected.rows.append(row);
        }
        QVERIFY(!QFile::exists(path)); // not before it is whole
        QVERIFY((*rows)->commit());
        const Result<Table> read = readFile(path);
        QVERIFY(read);
        QCOMPARE(read->header, expected.header);
        QVERIFY(read->rows == expected.rows);
    }

    void whatIsNotCommittedLeavesNothing_data() { bothKindsComeBackAsWritten_data(); }
    void whatIsNotCommittedLeavesNothing() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("as it was");
        old.close();
        {
            auto rows = openRows(path, {"id"});
            QVERIFY(rows);
            for (int i = 0; i < 20'000; ++i)
                QVERIFY((*rows)->add({QString::number(i)}));
        }
        QCOMPARE(bytes(path), QByteArray("as it was"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void csvIsUtf8WithAMarkAndRunsNoFormula() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("log.csv");
        auto rows = openCsvRows(path, {"text"});
        QVERIFY(rows);
        QVERIFY((*rows)->add({"=HYPERLINK(\"http://x\")"}));
        QVERIFY((*rows)->commit());
        const QByteArray written = bytes(path);
        QVERIFY(written.startsWith("\xEF\xBB\xBFtext\r\n"));
        QVERIFY(written.contains("\"'=HYPERLINK("));
    }

    void aFolderThatIsNotThereIsSaidAtOnce() {
        const auto rows = openRows("/nowhere/at/all/log.csv", {"id"});
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, QString("unwritable"));
        QVERIFY(!openRows("/nowhere/at/all/log.xlsx", {"id"}));
    }

    void aCellTooLongForAWorkbookIsNamed() {
        const QTemporaryDir folder;
        auto rows = openXlsxRows(folder.filePath("log.xlsx"), {"id", "text"});
        QVERIFY(rows);
        const Result<void> added = (*rows)->add({"1", QString(mostCellLength + 1, 'x')});
        QVERIFY(!added);
        QCOMPARE(added.error().extra.value("cell").toString(), QString("B2"));
    }
};

} // namespace wemo::sheets

QTEST_GUILESS_MAIN(wemo::sheets::RowWriterTest)
#include "row_writer_test.moc"
