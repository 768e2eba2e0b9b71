#include "ui/pages/sms/message_export.h"
#include "ui/sheets/xlsx.h"

#include <QDir>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace wemo::pages::sms {

using wemo::sms::Message;
using wemo::sms::MessageFilter;
using Column = SmsLogModel::Column;

namespace {
/// As many messages as asked for; answers at once, unless it holds back or fails.
class CannedSource final : public MessageSource {
public:
    explicit CannedSource(int total)
        : m_total(total) {}

    QFuture<ui::ApiResult<MessagePage>> page(const MessageFilter &, const QString &cursor, int limit) override {
        ++asked;
        mostLimit = std::max(mostLimit, limit);
        const int first = cursor.toInt();
        if (first >= failFrom) {
            failFrom = m_total;
            return QtFuture::makeReadyFuture(ui::ApiResult<MessagePage>(
                tl::unexpected(ui::ApiError{{ErrorKind::Unavailable, "service-unreachable", "Gone.", {}}})));
        }
        MessagePage page;
        for (int row = first; row < std::min(first + limit, m_total); ++row)
            page.items.append(message(row));
        page.nextCursor = first + limit < m_total ? QString::number(first + limit) : QString();
        return QtFuture::makeReadyFuture(ui::ApiResult<MessagePage>(page));
    }
    QFuture<ui::ApiResult<ui::ListOutline>> outline(const MessageFilter &, int every) override {
        return QtFuture::makeReadyFuture(ui::ApiResult<ui::ListOutline>({m_total, every, {}, true, m_total}));
    }

    static Message message(int row) {
        Message m;
        m.id = 900'000'000'000'000'000 - row;
        m.createdAt = fromMs(1'795'329'012'000 - row * 1'000LL);
        m.maskedNumber = "0912•••678";
        m.text = row % 2 ? QString::fromUtf8("【WeMo】登入驗證碼 ••••••") : QString("=1+1");
        m.state = wemo::sms::DeliveryState::Delivered;
        m.acceptedAt = m.createdAt;
        m.finalAt = m.createdAt + Milliseconds(1'500);
        m.costTenThousandths = 8'500;
        m.gateway = "every8d";
        return m;
    }

    int failFrom = std::numeric_limits<int>::max();
    int asked = 0;
    int mostLimit = 0;

private:
    int m_total;
};

const QList<Column> columns{Column::Created, Column::Number, Column::Text,
                            Column::Took,    Column::Cost,   Column::MessageId};
} // namespace

class MessageExportTest final : public QObject {
    Q_OBJECT

    static QStringList filesIn(const QTemporaryDir &folder) {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void everyRowArrivesInTheChosenColumns_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << "log.csv";
        QTest::newRow("workbook") << "log.xlsx";
    }
    void everyRowArrivesInTheChosenColumns() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        CannedSource source(4'500);
        MessageExport exporting(source);
        QSignalSpy finished(&exporting, &MessageExport::finished);
        QSignalSpy progressed(&exporting, &MessageExport::progressed);
        exporting.start({{}, columns, folder.filePath(name), 4'500});
        QVERIFY(exporting.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(!exporting.isRunning());
        QCOMPARE(finished.first().at(1).toLongLong(), 4'500);
        QCOMPARE(source.asked, 3); // pages of 2,000, never all at once
        QCOMPARE(source.mostLimit, MessageExport::pageSize);
        QCOMPARE(progressed.last().at(0).toLongLong(), 4'500);
        const auto table = sheets::readFile(folder.filePath(name));
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 4'500);
        QCOMPARE(table->header.size(), columns.size());
        const QStringList &row = table->rows.at(4'000);
        QCOMPARE(row.at(2), QString("=1+1")); // text, and not run
        QCOMPARE(row.at(3), QString("1.5"));
        QCOMPARE(row.at(4), QString("0.85"));
        QCOMPARE(row.at(5), idToString(CannedSource::message(4'000).id));  // all 18 digits
        QCOMPARE(table->rows.at(0).at(0), QString("2026-11-22 14:30:12")); // Taipei
    }

    void cancelLeavesNothingBehind() {
        const QTemporaryDir folder;
        CannedSource source(200'000);
        MessageExport exporting(source);
        QSignalSpy progressed(&exporting, &MessageExport::progressed);
        QSignalSpy finished(&exporting, &MessageExport::finished);
        exporting.start({{}, columns, folder.filePath("log.csv"), 200'000});
        QTRY_VERIFY(progressed.size() >= 2);
        exporting.cancel();
        QVERIFY(!exporting.isRunning());
        QTRY_COMPARE(filesIn(folder), QStringList()); // once the page being written has ended
        QCOMPARE(finished.size(), 0);
        exporting.start({{}, columns, folder.filePath("again.csv"), 0}); // and another may begin
        QTRY_VERIFY(progressed.size() >= 3);
        exporting.cancel();
    }

    void readingThatFailsStandsStillAndGoesOn() {
        const QTemporaryDir folder;
        CannedSource source(6'000);
        source.failFrom = 4'000;
        MessageExport exporting(source);
        QSignalSpy halted(&exporting, &MessageExport::halted);
        QSignalSpy finished(&exporting, &MessageExport::finished);
        exporting.start({{}, columns, folder.filePath("log.csv"), 6'000});
        QTRY_COMPARE(halted.size(), 1);
        QVERIFY(exporting.isRunning());
        QVERIFY(!QFile::exists(folder.filePath("log.csv")));
        exporting.retry();
        QTRY_COMPARE(finished.size(), 1);
        const auto table = sheets::readFile(folder.filePath("log.csv"));
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 6'000);
        QCOMPARE(table->rows.last().last(), idToString(CannedSource::message(5'999).id));
    }

    void aFileThatCannotBeWrittenIsSaid() {
        CannedSource source(10);
        MessageExport exporting(source);
        QSignalSpy failed(&exporting, &MessageExport::failed);
        exporting.start({{}, columns, "/nowhere/at/all/log.csv", 10});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!exporting.isRunning());
        QCOMPARE(source.asked, 0);
    }
};

} // namespace wemo::pages::sms

QTEST_MAIN(wemo::pages::sms::MessageExportTest)
#include "message_export_test.moc"
