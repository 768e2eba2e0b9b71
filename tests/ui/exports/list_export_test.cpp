#include "ui/exports/list_export.h"
#include "ui/sheets/csv.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace wemo::ui {

class ListExportTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_pages = 0; ///< that there are
    int m_failing = -1;
    QStringList m_asked;

    QString path(const char *name) { return m_folder.filePath(QLatin1StringView(name)); }
    static ApiResult<ListExport::Page> pageAt(int number, int pages) {
        ListExport::Page page;
        for (int i = 0; i < 3; ++i)
            page.items.append({QString::number(number), QString::number(i)});
        page.nextCursor = number + 1 < pages ? QString::number(number + 1) : QString();
        return page;
    }
    ListExport::Order order(const QString &file) {
        return {file, {"page", "row"}, [this](const QString &cursor, int) {
                    m_asked.append(cursor);
                    QPromise<ApiResult<ListExport::Page>> promise;
                    promise.start();
                    if (cursor.toInt() == m_failing)
                        promise.addResult(tl::unexpected(ApiError{{ErrorKind::Unavailable, "down", "Down.", {}}, 503}));
                    else
                        promise.addResult(pageAt(cursor.toInt(), m_pages));
                    promise.finish();
                    return promise.future();
                }};
    }

private Q_SLOTS:
    void init() {
        m_pages = 4;
        m_failing = -1;
        m_asked.clear();
    }

    void allPagesStandInTheFileInTheirOrder() {
        ListExport writer(nullptr);
        QSignalSpy finished(&writer, &ListExport::finished);
        writer.start(order(path("all.csv")));
        QVERIFY(writer.isRunning());
        QVERIFY(finished.wait());
        QCOMPARE(finished.at(0).at(1).toLongLong(), 12);
        QVERIFY(!writer.isRunning());
        QCOMPARE(m_asked, (QStringList{"", "1", "2", "3"}));
        const auto table = sheets::readCsv(path("all.csv"));
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 12);
        QCOMPARE(table->rows.constLast(), (QStringList{"3", "2"}));
    }

    void readingThatFailsGoesOnWhereItStood() {
        m_failing = 2;
        ListExport writer(nullptr);
        QSignalSpy halted(&writer, &ListExport::halted), finished(&writer, &ListExport::finished);
        writer.start(order(path("halted.csv")));
        QVERIFY(halted.wait());
        QVERIFY(!QFile::exists(path("halted.csv")));
        QVERIFY(writer.isRunning());
        m_failing = -1;
        writer.retry();
        QVERIFY(finished.wait());
        QCOMPARE(sheets::readCsv(path("halted.csv"))->rows.size(), 12);
    }

    void whatIsCanceledLeavesNothing() {
        m_failing = 2;
        ListExport writer(nullptr);
        QSignalSpy halted(&writer, &ListExport::halted);
        writer.start(order(path("canceled.csv")));
        QVERIFY(halted.wait());
        writer.cancel();
        QVERIFY(!writer.isRunning());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(path("canceled.csv")));
        QCOMPARE(QDir(m_folder.path()).entryList({"canceled*"}, QDir::Files), QStringList());
    }

    void aFileThatCannotBeWrittenIsSaid() {
        ListExport writer(nullptr);
        QSignalSpy failed(&writer, &ListExport::failed);
        writer.start(order(m_folder.filePath("nowhere/at/all.csv")));
        QVERIFY(failed.wait());
        QVERIFY(!writer.isRunning());
        QVERIFY(m_asked.isEmpty());
    }
};

} // namespace wemo::ui

QTEST_MAIN(wemo::ui::ListExportTest)
#include "list_export_test.moc"
