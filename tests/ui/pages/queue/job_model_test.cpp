#include "ui/pages/queue/job_model.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

namespace wemo::pages::queue {

using wemo::queue::JobFilter;
using wemo::queue::JobPage;
using wemo::queue::JobRow;
using wemo::queue::JobState;

namespace {
const Instant now = fromMs(1'795'329'012'000); // 14:30:12 in Taipei
}

/// A queue of any length whose row i is job "j<i>". Answers at once, or when told.
class ScriptedJobs final : public JobSource {
public:
    static JobRow job(int row) {
        JobRow job;
        job.id = QStringLiteral("j%1").arg(row);
        job.state = JobState::Failed;
        job.createdAt = now - std::chrono::seconds(row);
        return job;
    }

    JobPage page(const JobFilter &filter, int first, int limit) const {
        JobPage page;
        page.total = length;
        if (filter.search.isEmpty()) {
            for (int row = first; row < std::min(length, first + limit); ++row)
                page.items.append(job(row + shift));
            page.scanned = first + page.items.size();
        } else { // one job is found in each part of the queue
            page.items.append(job(first));
            page.scanned = std::min(length, first + part);
        }
        page.nextCursor = page.scanned < length ? QString::number(page.scanned) : QString();
        return page;
    }

    QFuture<ui::ApiResult<JobPage>> jobs(const QString &, const JobFilter &filter, const QString &cursor,
                                         int limit) override {
        asked.append(cursor);
        const auto promise = std::make_shared<QPromise<ui::ApiResult<JobPage>>>();
        promise->start();
        const auto finish = [promise, answer = page(filter, cursor.toInt(), limit), fails = failing] {
            ui::ApiError error;
            error.status = 503;
            promise->addResult(fails ? ui::ApiResult<JobPage>(tl::unexpected(error)) : ui::ApiResult<JobPage>(answer));
            promise->finish();
        };
        if (held)
            waiting.append(finish);
        else
            finish();
        return promise->future();
    }

    int length = 250;
    int part = 100; ///< looked through in one request
    int shift = 0;  ///< jobs that left the front
    bool failing = false;
    bool held = false;
    QStringList asked;
    QList<std::function<void()>> waiting;
};

class JobModelTest final : public QObject {
    Q_OBJECT

    static std::unique_ptr<JobModel> make(ScriptedJobs &source, const QString &search = {}) {
        auto model = std::make_unique<JobModel>(source, [] { return now; });
        new QAbstractItemModelTester(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, model.get());
        model->setQuery(QStringLiteral("sms-otp"), {JobState::Failed, search});
        return model;
    }

private Q_SLOTS:
    void readsOnAsOneComesNearTheEnd() {
        ScriptedJobs source;
        const auto model = make(source);
        QTRY_COMPARE(model->rowCount(), 100);
        QCOMPARE(model->total(), 250);
        model->setVisibleRange(0, 20);
        QCOMPARE(source.asked.size(), 1);
        model->setVisibleRange(70, 85);
        QTRY_COMPARE(model->rowCount(), 200);
        model->setVisibleRange(185, 199);
        QTRY_COMPARE(model->rowCount(), 250);
        QVERIFY(!model->hasMore());
        model->setVisibleRange(235, 249);
        QCOMPARE(source.asked, (QStringList{QString(), "100", "200"}));
        QCOMPARE(model->rowOf(QStringLiteral("j249")), 249);
    }

    void aSearchStopsAtItsLimitAndGoesOnWhenTold() {
        ScriptedJobs source;
        const auto model = make(source, QStringLiteral("0912345678"));
        QTRY_COMPARE(model->rowCount(), 1);
        QVERIFY(model->isPaused());
        QCOMPARE(model->scanned(), 100);
        model->setVisibleRange(0, 0);
        QCOMPARE(source.asked.size(), 1);
        model->searchOn();
        QTRY_COMPARE(model->rowCount(), 2);
        QCOMPARE(model->scanned(), 200);
        model->searchOn();
        QTRY_COMPARE(model->scanned(), 250);
        QVERIFY(!model->isPaused());
        model->searchOn();
        QCOMPARE(source.asked.size(), 3);
    }

    void aRefreshKeepsRowsInPlaceAndDropsTheOnesThatLeft() {
        ScriptedJobs source;
        source.length = 50;
        const auto model = make(source);
        QTRY_COMPARE(model->rowCount(), 50);
        QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        model->refresh();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        source.shift = 1;
        model->refresh();
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(model->rowOf(QStringLiteral("j0")), -1);
        QCOMPARE(model->rowOf(QStringLiteral("j1")), 0);
    }

    void jobsThatMovedAreNotListedTwice() {
        ScriptedJobs source;
        const auto model = make(source);
        QTRY_COMPARE(model->rowCount(), 100);
        source.shift = -10; // ten new ones came in front: the next page begins with ten known ones
        model->searchOn();
        QTRY_COMPARE(model->rowCount(), 190);
        QSet<QString> ids;
        for (int row = 0; row < model->rowCount(); ++row)
            ids.insert(model->jobAt(row)->id);
        QCOMPARE(ids.size(), 190);
    }

    void anAnswerToAnOlderQuestionIsDropped() {
        ScriptedJobs source;
        source.held = true;
        const auto model = make(source);
        source.length = 3;
        model->setQuery(QStringLiteral("sms-otp"), {JobState::Active, {}});
        QCOMPARE(source.waiting.size(), 2);
        source.waiting.at(1)();
        QTRY_COMPARE(model->rowCount(), 3);
        source.waiting.at(0)();
        QCoreApplication::processEvents();
        QCOMPARE(model->rowCount(), 3);
    }

    void aFailureIsAStateAndKeepsWhatWasRead() {
        ScriptedJobs source;
        source.failing = true;
        const auto model = make(source);
        QTRY_VERIFY(model->status() == JobModel::Status::Failed);
        QCOMPARE(model->error()->status, 503);
        source.failing = false;
        model->refresh();
        QTRY_VERIFY(model->status() == JobModel::Status::Ready && !model->error());
        source.failing = true;
        model->refresh();
        QTRY_VERIFY(model->error());
        QVERIFY(model->status() == JobModel::Status::Ready);
        QCOMPARE(model->rowCount(), 100);
        model->setVisibleRange(80, 99);
        QCOMPARE(source.asked.size(), 3); // asks no more by itself
    }

    void rowsAreBounded() {
        ScriptedJobs source;
        source.length = 1'000'000;
        JobModel model(source, [] { return now; }); // no tester: it walks every row at every page
        model.setQuery(QStringLiteral("sms-otp"), {JobState::Failed, {}});
        for (int i = 0; i < 200; ++i)
            model.setVisibleRange(model.rowCount() - 10, model.rowCount() - 1);
        QTRY_COMPARE(model.rowCount(), JobModel::maxRows);
        QVERIFY(model.isFull());
    }

    void cellsSayWhatMattersInTheirState() {
        ScriptedJobs source;
        source.length = 1;
        const auto model = make(source);
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(model->headerData(JobModel::Time, Qt::Horizontal).toString(), QStringLiteral("Finished"));
        QCOMPARE(model->index(0, JobModel::Attempts).data().toString(), QStringLiteral("0 of 1"));
        QCOMPARE(model->index(0, JobModel::JobId).data(JobModel::rawRole).toString(), QStringLiteral("j0"));
        model->setQuery(QStringLiteral("sms-otp"), {JobState::Delayed, {}});
        QCOMPARE(model->headerData(JobModel::Time, Qt::Horizontal).toString(), QStringLiteral("Due"));
    }
};

} // namespace wemo::pages::queue

QTEST_MAIN(wemo::pages::queue::JobModelTest)
#include "job_model_test.moc"
