#include "services/api/queue_metrics.h"
#include "tests/support/redis_server.h"

#include <QTest>

using namespace wemo;
using wemo::tests::RedisServer;

class QueueMetricsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aScrapeShowsHowQueuesStand() {
        RedisServer server;
        redis::Pool pool{server.options()};
        queue::Queue queue{pool, "work"};
        metrics::Registry registry;
        api::QueueMetrics metrics{registry, {&queue}};
        (void)queue.add({"work", "{}", "a", {}});
        (void)queue.add({"work", "{}", "b", {.delay = Milliseconds(60'000)}});
        metrics.refresh();
        QByteArray text = registry.text();
        QVERIFY(text.contains("wemo_queue_up{queue=\"work\"} 1"));
        QVERIFY(text.contains("wemo_queue_jobs{queue=\"work\",state=\"waiting\"} 1"));
        QVERIFY(text.contains("wemo_queue_jobs{queue=\"work\",state=\"delayed\"} 1"));
        QVERIFY(text.contains("wemo_queue_jobs{queue=\"work\",state=\"failed\"} 0"));
        QVERIFY(text.contains("wemo_queue_stalled_total{queue=\"work\"} 0"));
        server.kill();
        metrics.refresh();
        QVERIFY(registry.text().contains("wemo_queue_up{queue=\"work\"} 0"));
    }

    void stalledJobsAreCountedOnce() {
        RedisServer server;
        redis::Pool pool{server.options()};
        queue::Queue queue{pool, "work"};
        metrics::Registry registry;
        api::QueueMetrics metrics{registry, {&queue}};
        metrics.refresh();
        queue::StatsRecorder recorder;
        const auto time = pool.command({"TIME"});
        recorder.addStalled(3, QByteArray::fromStdString(time->items[0].text).toLongLong() * 1000);
        auto connection = pool.lease();
        QVERIFY(recorder.flush(*connection, queue.base()));
        for (int scrape = 0; scrape < 3; ++scrape)
            metrics.refresh();
        QVERIFY(registry.text().contains("wemo_queue_stalled_total{queue=\"work\"} 3"));
    }

    void whatWorkersDidIsCounted() {
        metrics::Registry registry;
        api::QueueMetrics metrics{registry, {}};
        const auto observe = metrics.observerOf("work");
        observe({queue::JobObservation::Outcome::Completed, 20, 3.0, 700.0});
        observe({queue::JobObservation::Outcome::Retried, 40, {}, {}});
        const QByteArray text = registry.text();
        QVERIFY(text.contains("wemo_queue_jobs_total{outcome=\"completed\",queue=\"work\"} 1"));
        QVERIFY(text.contains("wemo_queue_jobs_total{outcome=\"retried\",queue=\"work\"} 1"));
        QVERIFY(text.contains("wemo_queue_run_seconds_count{queue=\"work\"} 2"));
        QVERIFY(text.contains("wemo_queue_wait_seconds_count{queue=\"work\"} 1"));
        QVERIFY(text.contains("wemo_queue_late_seconds_sum{queue=\"work\"} 0.7"));
    }
};

QTEST_GUILESS_MAIN(QueueMetricsTest)
#include "queue_metrics_test.moc"
