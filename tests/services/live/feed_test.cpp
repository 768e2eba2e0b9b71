#include "services/live/feed.h"
#include "services/live/stream.h"
#include "tests/support/redis_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>
#include <thread>

using namespace wemo;
using namespace wemo::live;
using wemo::tests::RedisServer;

namespace {
void publish(redis::Pool &pool, int number) {
    const auto added = pool.command(addCommand("sms.message", QString("{\"n\":%1}").arg(number).toUtf8()));
    if (!added)
        qWarning("not published: %s", qPrintable(added.error().detail));
}

class Listener {
public:
    auto function() {
        return [this](const LiveEvent &event) {
            const std::lock_guard lock(m_mutex);
            m_events.push_back(event);
        };
    }
    /// -1 stands for stream.reset.
    std::vector<int> numbers() {
        const std::lock_guard lock(m_mutex);
        std::vector<int> numbers;
        for (const LiveEvent &event : m_events)
            numbers.push_back(event.type == streamReset ? -1 : event.data["n"].toInt());
        return numbers;
    }
    QString idOf(std::size_t index) {
        const std::lock_guard lock(m_mutex);
        return m_events.at(index).id;
    }

private:
    std::mutex m_mutex;
    std::vector<LiveEvent> m_events;
};

std::vector<int> range(int from, int to) {
    std::vector<int> numbers;
    for (int i = from; i <= to; ++i)
        numbers.push_back(i);
    return numbers;
}
} // namespace

class FeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesAreReadStrictly();
    void newSubscriberHearsWhatComes();
    void nothingAfterTheEnd();
    void resumesWithoutGapOrDouble();
    void resumesAtASisterService();
    void tooOldAPlaceResets();
    void lossOfTheStreamResets();
    void breakOfRedisLosesNothing();
    void restartWithoutDataResets();
    void mayStartBeforeRedis();
    void stopsAtOnce();
    void badIdIsRefused();
};

void FeedTest::placesAreReadStrictly() {
    QVERIFY(Place::fromString(u"9-10") > Place::fromString(u"9-9"));
    for (const char *bad : {"", "1", "-", "1-", "-1", "a-1", "1-+1", "99999999999999999999-1", " 1-1"})
        QVERIFY2(!Place::fromString(QString::fromLatin1(bad)), bad);
    QCOMPARE(Place::fromString(u"18446744073709551615-2")->toString(), QString("18446744073709551615-2"));
}

void FeedTest::newSubscriberHearsWhatComes() {
    RedisServer server;
    redis::Pool pool(server.options());
    publish(pool, 1);
    Feed feed(pool);
    feed.start();
    Listener first, second;
    const auto one = feed.subscribe({}, first.function());
    // Subscribed while the feed may not even have found the end of the stream: from the first it hears, all of it.
    const auto two = feed.subscribe({}, second.function());
    QTest::qWait(100);
    QElapsedTimer since;
    since.start();
    for (int i = 2; i <= 50; ++i)
        publish(pool, i);
    QTRY_VERIFY(first.numbers() == range(2, 50));
    QTRY_VERIFY(second.numbers() == range(2, 50));
    QVERIFY(since.elapsed() < 3000);
}

void FeedTest::nothingAfterTheEnd() {
    RedisServer server;
    redis::Pool pool(server.options());
    Feed feed(pool);
    feed.start();
    Listener kept;
    const auto other = feed.subscribe({}, kept.function());
    auto count = std::make_shared<std::atomic<int>>(0);
    auto subscription = *feed.subscribe({}, [count](const LiveEvent &) { ++*count; });
    for (int round = 1; kept.numbers().empty() && round < 100; ++round) {
        publish(pool, round);
        QTest::qWait(20);
    }
    subscription.reset();
    QCOMPARE(count.use_count(), 1L);
    const int before = *count;
    const std::size_t heard = kept.numbers().size();
    publish(pool, 1000);
    QTRY_VERIFY(kept.numbers().size() > heard && kept.numbers().back() == 1000);
    QCOMPARE(count->load(), before);
}

void FeedTest::resumesWithoutGapOrDouble() {
    RedisServer server;
    redis::Pool pool(server.options());
    Feed feed(pool);
    feed.start();
    Listener whole;
    publish(pool, 0);
    const auto first = feed.subscribe({}, whole.function());
    std::atomic<int> published = 0;
    std::thread publisher([&] {
        redis::Pool own(server.options());
        for (int i = 1; i <= 3000; ++i) {
            publish(own, i);
            published = i;
        }
    });
    // Consoles that break off and come back while events pour in.
    QString lastId;
    int next = -1;
    bool ordered = true;
    while (published < 3000) {
        Listener part;
        const auto subscription = feed.subscribe(lastId, part.function());
        const std::size_t enough = lastId.isEmpty() ? 1 : 20;
        while (part.numbers().size() < enough && published < 3000)
            std::this_thread::yield();
        const std::vector<int> numbers = part.numbers();
        for (const int number : numbers) {
            ordered = ordered && (next < 0 || number == next);
            next = number + 1;
        }
        if (!numbers.empty())
            lastId = part.idOf(numbers.size() - 1);
        if (!ordered)
            break;
    }
    publisher.join();
    QVERIFY2(ordered, qPrintable(QString("at %1").arg(next)));
    Listener rest;
    const auto last = feed.subscribe(lastId, rest.function());
    QTRY_VERIFY(rest.numbers() == range(next, 3000));
}

void FeedTest::resumesAtASisterService() {
    RedisServer server;
    redis::Pool pool(server.options());
    Feed one(pool), other(pool);
    one.start();
    other.start();
    Listener before;
    const auto first = one.subscribe({}, before.function());
    QTest::qWait(100);
    for (int i = 1; i <= 10; ++i)
        publish(pool, i);
    QTRY_COMPARE(before.numbers().size(), std::size_t(10));
    Listener after;
    const auto second = other.subscribe(before.idOf(3), after.function());
    publish(pool, 11);
    QTRY_VERIFY(after.numbers() == range(5, 11));
}

void FeedTest::tooOldAPlaceResets() {
    RedisServer server;
    redis::Pool pool(server.options());
    publish(pool, 1);
    const QString old = readEntries(*pool.command({"XRANGE", streamKey, "-", "+"})).front().place.toString();
    QVERIFY(pool.command({"XTRIM", streamKey, "MAXLEN", "0"}));
    publish(pool, 2);
    Feed feed(pool);
    feed.start();
    Listener listener;
    const auto subscription = feed.subscribe(old, listener.function());
    QTRY_VERIFY(listener.numbers() == std::vector<int>{-1});
    publish(pool, 3);
    QTRY_VERIFY(listener.numbers() == (std::vector<int>{-1, 3}));
}

void FeedTest::lossOfTheStreamResets() {
    RedisServer server;
    redis::Pool pool(server.options());
    publish(pool, 0);
    Feed feed(pool);
    feed.start();
    Listener listener;
    const auto subscription = feed.subscribe({}, listener.function());
    QTest::qWait(100);
    publish(pool, 1);
    QTRY_VERIFY(listener.numbers() == std::vector<int>{1});
    QTest::qWait(5); // ids are milliseconds: a new stream must not begin with the id that the old one ended with
    QVERIFY(pool.command({"FLUSHALL"}));
    publish(pool, 2);
    QTRY_VERIFY(listener.numbers() == (std::vector<int>{1, -1, 2}));
    publish(pool, 3);
    QTRY_VERIFY(listener.numbers() == (std::vector<int>{1, -1, 2, 3}));
}

void FeedTest::breakOfRedisLosesNothing() {
    RedisServer server({.keepsData = true});
    redis::Pool pool(server.options());
    publish(pool, 0);
    Feed feed(pool);
    feed.start();
    Listener listener;
    const auto subscription = feed.subscribe({}, listener.function());
    QTest::qWait(100);
    publish(pool, 1);
    QTRY_VERIFY(listener.numbers() == std::vector<int>{1});
    server.kill();
    QVERIFY(server.start());
    for (int i = 2; i <= 5; ++i)
        publish(pool, i);
    QTRY_VERIFY(listener.numbers() == range(1, 5));
}

void FeedTest::restartWithoutDataResets() {
    RedisServer server;
    redis::Pool pool(server.options());
    publish(pool, 0);
    Feed feed(pool);
    feed.start();
    Listener listener;
    const auto subscription = feed.subscribe({}, listener.function());
    QTest::qWait(100);
    publish(pool, 1);
    QTRY_VERIFY(listener.numbers() == std::vector<int>{1});
    server.kill();
    QVERIFY(server.start());
    QTRY_VERIFY(listener.numbers() == (std::vector<int>{1, -1})); // before anything is published
    publish(pool, 2);
    QTRY_VERIFY(listener.numbers() == (std::vector<int>{1, -1, 2}));
}

void FeedTest::mayStartBeforeRedis() {
    RedisServer server;
    server.kill();
    redis::Pool pool(server.options());
    Feed feed(pool);
    feed.start();
    Listener listener;
    const auto subscription = feed.subscribe({}, listener.function());
    QVERIFY(subscription);
    QVERIFY(server.start());
    int sent = 0;
    QTRY_VERIFY((publish(pool, ++sent), !listener.numbers().empty()));
    const int from = listener.numbers().front();
    QTRY_VERIFY(listener.numbers() == range(from, sent));
}

void FeedTest::stopsAtOnce() {
    RedisServer server;
    redis::Pool pool(server.options());
    QElapsedTimer since;
    since.start();
    for (int i = 0; i < 20; ++i) {
        Feed feed(pool);
        feed.start();
        if (i % 2)
            QTest::qWait(20);
    }
    QVERIFY2(since.elapsed() < 4000, qPrintable(QString::number(since.elapsed())));
    Feed feed(pool);
    QVERIFY(!feed.subscribe({}, [](const LiveEvent &) {}));
}

void FeedTest::badIdIsRefused() {
    RedisServer server;
    redis::Pool pool(server.options());
    Feed feed(pool);
    feed.start();
    const auto refused = feed.subscribe("12", [](const LiveEvent &) {});
    QVERIFY(refused.error().kind == ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
