#include "services/demo/queue_history.h"
#include "services/demo/traffic.h"
#include "services/queue/stats.h"
#include "tests/support/redis_server.h"

#include <QRegularExpression>
#include <QTest>

using namespace wemo;
using namespace wemo::demo;

class TrafficTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesAreWholeAndTheSameEachTime() {
        const Traffic traffic([](const sms::NewMessage &) {}, 1, 7);
        const Traffic again([](const sms::NewMessage &) {}, 1, 7);
        QSet<int> purposes;
        for (int n = 0; n < 200; ++n) {
            const sms::NewMessage message = traffic.message(n);
            purposes.insert(static_cast<int>(message.purpose));
            QCOMPARE(message.text, again.message(n).text);
            QVERIFY(!message.text.contains("••••••"));
            // A code is never in what is shown.
            const bool hasCode = message.text.contains(QRegularExpression(R"(\D\d{6}\D)"));
            QCOMPARE(message.shownText.contains("••••••"), message.purpose == sms::Purpose::Otp);
            QVERIFY(message.purpose != sms::Purpose::Otp || hasCode);
        }
        QCOMPARE(purposes.size(), 3);
    }

    void itSendsUntilItIsStopped() {
        std::atomic<int> sent = 0;
        Traffic traffic([&](const sms::NewMessage &) { ++sent; }, 6'000, 7);
        traffic.start();
        QTRY_VERIFY(sent > 5);
        traffic.stop();
        const int after = sent;
        QCOMPARE(sent.load(), after);
        Traffic none([&](const sms::NewMessage &) { ++sent; }, 0, 7);
        none.start();
        QCOMPARE(sent.load(), after);
    }

    void theQueuesHaveALastDayOnce() {
        tests::RedisServer server;
        redis::Pool pool(server.options());
        queue::Queue lane(pool, "sms-otp");
        const std::atomic<bool> never = false;
        const Instant now = fromMs(1'700'000'000'000);
        const long long minute = toMs(now) / 60'000;
        QVERIFY(seedQueueHistory({&lane}, now, 1, never));
        const auto total = [&] {
            long long jobs = 0;
            const auto stats = queue::readStats(lane, minute - 1440, minute);
            for (const queue::MinuteStats &one : *stats)
                jobs += one.completed + one.failed + one.retried;
            return jobs;
        };
        const long long jobs = total();
        QVERIFY(jobs > 500);
        QVERIFY(seedQueueHistory({&lane}, now, 1, never));
        QCOMPARE(total(), jobs);
    }
};

QTEST_GUILESS_MAIN(TrafficTest)
#include "traffic_test.moc"
