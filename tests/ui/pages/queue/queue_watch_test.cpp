#include "app/gallery/canned_service.h"
#include "ui/pages/queue/queue_watch.h"

#include <QSignalSpy>
#include <QTest>

namespace wemo::pages::queue {

using gallery::CannedAnswer;

class QueueWatchTest final : public QObject {
    Q_OBJECT

    gallery::CannedService m_service;
    std::unique_ptr<ui::ApiClient> m_client;
    std::unique_ptr<QueueSource> m_source;
    std::unique_ptr<QueueWatch> m_watch;

    qsizetype asked(const char *route) { return m_service.log().count(QLatin1StringView(route)); }
    CannedAnswer answer(const gallery::CannedRequest &request) { return m_service.answer(request); }

private Q_SLOTS:
    void init() {
        m_service.mend();
        m_client = std::make_unique<ui::ApiClient>(std::make_unique<gallery::CannedNetwork>(
            [this](const gallery::CannedRequest &request) { return answer(request); }));
        m_client->setBaseUrl(QUrl(QStringLiteral("http://127.0.0.1:8420")));
        m_client->setSession(gallery::CannedService::session(staff::Role::Admin));
        m_source = std::make_unique<QueueSource>(*m_client);
        m_watch = std::make_unique<QueueWatch>(*m_source, QueueWatch::Timing{Milliseconds(5), Milliseconds(5)});
    }
    void cleanup() {
        m_watch.reset();
        m_source.reset();
        m_client.reset();
    }

    void asksBeatByBeatUntilStopped() {
        QSignalSpy updated(m_watch.get(), &QueueWatch::updated);
        m_watch->start();
        QTRY_VERIFY(updated.size() >= 3);
        QCOMPARE(m_watch->queues().size(), 3);
        m_watch->stop();
        QVERIFY(!m_watch->isRunning());
        QTRY_VERIFY(updated.size() >= 3); // what was under way still comes
        const qsizetype before = asked("GET /api/v1/queues");
        QTest::qWait(40); // eight beats
        QCOMPARE(asked("GET /api/v1/queues"), before);
    }

    void neverAsksTwiceAtOnce() {
        m_service.fail(QStringLiteral("GET /api/v1/queues"), {CannedAnswer::Kind::Never});
        const qsizetype before = asked("GET /api/v1/queues");
        m_watch->start();
        QTest::qWait(40);
        QCOMPARE(asked("GET /api/v1/queues"), before + 1);
    }

    void anErrorKeepsWhatWasKnown() {
        m_watch->start();
        QTRY_VERIFY(m_watch->isLoaded());
        m_service.fail(QStringLiteral("GET /api/v1/queues"),
                       gallery::CannedService::problem(503, QStringLiteral("unavailable"),
                                                       QStringLiteral("redis-unavailable"), QStringLiteral("Down.")));
        QTRY_VERIFY(m_watch->error());
        QCOMPARE(m_watch->queues().size(), 3);
        m_service.mend();
        QTRY_VERIFY(!m_watch->error());
    }

    void theHistoryIsOfTheChosenQueueAndTime() {
        QSignalSpy stats(m_watch.get(), &QueueWatch::statsLoaded);
        m_watch->start();
        QTRY_VERIFY(m_watch->isLoaded());
        QCOMPARE(stats.size(), 0);
        m_watch->setQueue(QStringLiteral("sms-otp"));
        QTRY_VERIFY(!stats.isEmpty());
        QCOMPARE(stats.last().at(0).value<QList<wemo::queue::StatsPoint>>().size(), 60);
        m_watch->setMinutes(15);
        QTRY_COMPARE(stats.last().at(0).value<QList<wemo::queue::StatsPoint>>().size(), 15);
    }

    void anAnswerToAChangeIsNotUndoneByAnOlderOne() {
        m_watch->start();
        QTRY_VERIFY(m_watch->isLoaded());
        m_watch->stop();
        m_watch->setQueue(QStringLiteral("sms-otp"));
        m_watch->refresh(); // its answer will say: not paused
        wemo::queue::QueueSummary paused = *m_watch->queue();
        paused.paused = true;
        m_watch->put(paused);
        QTest::qWait(20);
        QVERIFY(m_watch->queue()->paused);
    }
};

} // namespace wemo::pages::queue

QTEST_MAIN(wemo::pages::queue::QueueWatchTest)
#include "queue_watch_test.moc"
