#include "tests/ui/sheets/workbooks.h"
#include "ui/sheets/background.h"
#include "ui/sheets/xlsx.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace wemo;
using namespace wemo::sheets;
using namespace wemo::sheets::test;

namespace {
Table longTable(int rows) {
    return {{"n", "text"}, QList<QStringList>(rows, QStringList{"1", "a text of its own"})};
}
} // namespace

class BackgroundTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBack_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("xlsx") << "table.xlsx";
        QTest::newRow("csv") << "table.csv";
    }
    void whatIsWrittenReadsBack() {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QFutureWatcher<Result<void>> writing;
        QSignalSpy written(&writing, &QFutureWatcherBase::finished);
        QSignalSpy told(&writing, &QFutureWatcherBase::progressValueChanged);
        writing.setFuture(writeFileInBackground(longTable(20'000), path));
        QVERIFY(written.wait(30'000));
        QVERIFY(writing.result());
        QVERIFY(!told.isEmpty());
        QCOMPARE(writing.progressMaximum(), 20'000);
        QFutureWatcher<Result<Table>> reading;
        QSignalSpy read(&reading, &QFutureWatcherBase::finished);
        reading.setFuture(readFileInBackground(path));
        QVERIFY(read.wait(30'000));
        QVERIFY(reading.result() && *reading.result() == longTable(20'000));
    }

    void aCanceledExportLeavesTheOldFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath("table.xlsx");
        QVERIFY(writeFile({{"kept"}, {}}, path));
        QFutureWatcher<Result<void>> writing;
        QSignalSpy finished(&writing, &QFutureWatcherBase::finished);
        const auto cancelAtOnce = [&writing] { writing.cancel(); };
        connect(&writing, &QFutureWatcherBase::progressValueChanged, &writing, cancelAtOnce);
        writing.setFuture(writeFileInBackground(longTable(400'000), path));
        QVERIFY(finished.wait(30'000));
        QVERIFY(writing.isCanceled());
        QCOMPARE(writing.future().resultCount(), 0);
        QCOMPARE(readFile(path)->header, QStringList{"kept"});
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"table.xlsx"});
    }

    void mistakesArriveAsResults() {
        const QFuture<Result<Table>> reading = readFileInBackground("/nowhere/at/all.csv");
        QTRY_VERIFY(reading.isFinished());
        QCOMPARE(codeOf(reading.result()), "unreadable");
    }
};

QTEST_GUILESS_MAIN(BackgroundTest)
#include "background_test.moc"
