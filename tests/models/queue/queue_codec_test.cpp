#include "models/core/json_reader.h"
#include "models/queue/change.h"
#include "models/queue/stats_point.h"
#include "models/queue/summary.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace wemo;
using namespace wemo::queue;

namespace {
constexpr qint64 noon = 1'795'300'000'123;

JobRow busyRow() {
    JobRow row;
    row.id = "sms-5";
    row.name = "submit";
    row.state = JobState::Active;
    row.createdAt = fromMs(noon);
    row.processedAt = fromMs(noon + 12);
    row.attemptsMade = 1;
    row.attempts = 5;
    row.priority = 7;
    row.worker = "node-1";
    row.lock = Milliseconds(4200);
    row.messageId = "5";
    return row;
}
} // namespace

class QueueCodecTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsWord() {
        QCOMPARE(allJobStates().size(), 6);
        for (const JobState state : allJobStates())
            QVERIFY(jobStateFromString(toString(state)) == state);
        QVERIFY(!jobStateFromString(u"paused"));
    }

    void aSummaryReadsBack() {
        QueueSummary summary;
        summary.name = "sms-otp";
        summary.at = fromMs(noon + 5);
        summary.paused = true;
        summary.counts = {1, 2, 3, 4, 5, 6};
        summary.concurrency = 20;
        summary.limit = LimitSummary{0.5, 10, 0.25, Milliseconds(120)};
        summary.oldestWaiting = OldestWaiting{"a", fromMs(noon)};
        summary.oldestActive = OldestActive{"b", fromMs(noon), Milliseconds(900)};
        summary.workers = {{"node-1", "127.0.0.1:5", fromMs(noon), Milliseconds(3)}};
        const auto back = queueSummaryFromJson(toJson(summary));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(summary));
        QVERIFY(back->counts == summary.counts);
        QCOMPARE(back->counts.of(JobState::Failed), 6);
        QCOMPARE(back->counts.total(), 21);
        QCOMPARE(back->limit->perSecond, 0.5);
    }

    void anEmptyQueueReadsBack() {
        QueueSummary summary;
        summary.name = "sms-marketing";
        const auto back = queueSummaryFromJson(toJson(summary));
        QVERIFY(back);
        QVERIFY(!back->limit && !back->oldestWaiting && !back->oldestActive && !back->concurrency);
        QJsonObject broken = toJson(summary);
        broken["counts"] = QJsonObject{{"waiting", -1}};
        QVERIFY(!queueSummaryFromJson(broken));
    }

    void aPageReadsBack() {
        JobRow waiting;
        waiting.id = "17";
        JobPage page{{busyRow(), waiting}, "next", 100, 50};
        const auto back = jobPageFromJson(toJson(page));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(page));
        QVERIFY(back->items.at(0).lock == Milliseconds(4200));
        QVERIFY(!back->items.at(1).lock);
        QVERIFY(toJson(page)["items"].toArray()[1].toObject()["worker"].isNull());
    }

    void aDetailReadsBack() {
        JobDetail detail;
        detail.row = busyRow();
        detail.data = "{\n    \"message\": \"5\"\n}";
        detail.dataSize = 15;
        detail.options = {{"attempts", 5}};
        detail.progress = 40;
        detail.returnValue = "null";
        detail.errors = {"Error: one"};
        detail.logs = {"a", "b"};
        detail.logsTotal = 2;
        detail.stalledCount = 1;
        detail.attemptsStarted = 2;
        detail.timeline = {{fromMs(noon), "added", ""}, {fromMs(noon + 12), "active", "node-1"}};
        const auto back = jobDetailFromJson(toJson(detail));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(detail));
        QCOMPARE(back->timeline.size(), 2);
    }

    void aPointReadsBack() {
        StatsPoint point;
        point.at = fromMs(noon);
        point.completed = 3;
        point.run = Percentiles{0.4, 12, 80.5};
        const auto back = statsPointFromJson(toJson(point));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(point));
        QVERIFY(!back->wait);
        QCOMPARE(back->run->p50, 0.4);
    }

    void aSelectionIsIdsOrAMatch_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *body, const char *field) {
            QTest::newRow(body) << QByteArray(body) << QString(field);
        };
        row("{}", "ids");
        row("{\"ids\":[]}", "ids");
        row("{\"ids\":[\"\"]}", "ids");
        row("{\"ids\":[\"a\"],\"match\":{\"state\":\"failed\"}}", "ids");
        row("{\"match\":{}}", "match.state");
        row("{\"match\":{\"state\":\"lost\"}}", "match.state");
        row("{\"match\":{\"state\":\"failed\",\"serach\":\"x\"}}", "match.serach");
        row("{\"ids\":[\"a\",\"a\",\"b\"]}", "");
        row("{\"match\":{\"state\":\"failed\",\"search\":\" x \"}}", "");
    }
    void aSelectionIsIdsOrAMatch() {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto selection = jobSelectionFromJson(*parseJsonObject(body));
        QCOMPARE(selection ? QString() : selection.error().fields.value(0).path, field);
        if (!selection)
            return;
        const auto back = jobSelectionFromJson(toJson(*selection));
        QVERIFY(back && back->ids == selection->ids && back->match == selection->match);
        QCOMPARE(selection->match ? selection->match->search : selection->ids.join(u','),
                 selection->match ? QString("x") : QString("a,b"));
    }

    void anOutcomeReadsBack() {
        const ChangeOutcome outcome{3, {{"sms-1", "code-expired"}}, 9, "token", true};
        const auto back = changeOutcomeFromJson(toJson(outcome));
        QVERIFY(back);
        QCOMPARE(toJson(*back), toJson(outcome));
        const auto fault = queueFaultFromJson(toJson(QueueFault{"A lock without a job.", ""}));
        QVERIFY(fault && fault->job.isEmpty());
    }

    void aFilterTravelsThroughAnAddress() {
        QUrlQuery query;
        appendTo(query, {JobState::Failed, "+886 912&x"});
        QUrl url("http://host/");
        url.setQuery(query);
        const QUrlQuery back(QUrl(url.toString(QUrl::FullyEncoded)));
        QCOMPARE(back.queryItemValue("state"), QString("failed"));
        QCOMPARE(back.queryItemValue("search", QUrl::FullyDecoded), QString("+886 912&x"));
    }
};

QTEST_APPLESS_MAIN(QueueCodecTest)
#include "queue_codec_test.moc"
