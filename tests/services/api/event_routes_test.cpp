#include "services/api/event_routes.h"
#include "services/api/event_stream.h"
#include "tests/support/fake_clock.h"

#include <QTest>

using namespace wemo;
using namespace wemo::api;
using namespace std::chrono_literals;

namespace {
live::LiveEvent news(const QString &id, const QString &type = "sms.message") {
    return {id, type, {{"n", 1}}};
}
} // namespace

class EventRoutesTest final : public QObject {
    Q_OBJECT

    tests::FakeClock m_clock;
    QString m_askedAfter;
    live::Feed::Listener m_listener;
    std::atomic<int> m_subscriptions = 0;
    bool m_down = false;
    std::unique_ptr<EventRoutes> m_events;

    Result<http::Response> open(staff::Role role, const QByteArray &lastId = {}, const QString &query = {}) {
        http::Request request;
        request.query = QUrlQuery(query);
        if (!lastId.isEmpty())
            request.headers.emplaceBack("Last-Event-ID", lastId);
        return m_events->routes().first().handler(
            {request, {}, Caller{{1, "lin", "Lin", role}, 2, m_clock.now() + 15min}});
    }

private Q_SLOTS:
    void init() {
        m_down = false;
        m_askedAfter = "never";
        const Subscribe subscribe = [this](const QString &lastId,
                                           live::Feed::Listener listener) -> Result<std::shared_ptr<void>> {
            if (m_down)
                return failure(ErrorKind::Unavailable, "redis-away", "Try again.");
            m_askedAfter = lastId;
            m_listener = std::move(listener);
            ++m_subscriptions;
            return std::shared_ptr<void>(this, [this](void *) { --m_subscriptions; });
        };
        m_events = std::make_unique<EventRoutes>(subscribe, m_clock, EventRoutes::Options{50ms, 5ms, 2000});
    }
    void cleanup() {
        m_events.reset();
        m_listener = {};
        QCOMPARE(m_subscriptions.load(), 0);
    }

    void eventsComeInTheirForm() {
        const auto response = open(staff::Role::CustomerService);
        QVERIFY(response);
        QVERIFY(response->headers.contains(std::pair<QByteArray, QByteArray>("Content-Type", "text/event-stream")));
        std::atomic<int> woken = 0;
        response->stream->start([&] { ++woken; });
        QCOMPARE(response->stream->take(), QByteArray("retry: 1000\n\n"));
        m_listener(news("5-1"));
        QVERIFY(woken > 0);
        QVERIFY(response->stream->take().contains("id: 5-1\nevent: sms.message\ndata: {\"n\":1}\n\n"));
        QCOMPARE(m_askedAfter, "");
    }

    void nobodySeesWhatIsNotHis() {
        const auto response = open(staff::Role::Pricing);
        QVERIFY(response);
        response->stream->take();
        m_listener(news("5-1"));
        m_listener(news("5-2", "something.new"));
        QVERIFY(!response->stream->take().contains("data"));
        m_listener(news("5-3", live::streamReset));
        QVERIFY(response->stream->take().contains("event: stream.reset"));
        QVERIFY(!maySee(staff::Role::Admin, "something.new"));
    }

    void resumesWhereTheClientSays() {
        QVERIFY(open(staff::Role::Qa, "12-3"));
        QCOMPARE(m_askedAfter, "12-3");
        QVERIFY(open(staff::Role::Qa, {}, "after=12-4"));
        QCOMPARE(m_askedAfter, "12-4");
        QVERIFY(!open(staff::Role::Qa, "12-3; DEL wemo:live"));
        QVERIFY(!open(staff::Role::Qa, {}, "before=1-1"));
        m_down = true;
        QVERIFY(open(staff::Role::Qa).error().kind == ErrorKind::Unavailable);
    }

    void beatsAndEndsWithItsToken() {
        const auto response = open(staff::Role::Qa);
        QVERIFY(response);
        response->stream->start([] {});
        QByteArray received;
        QTRY_VERIFY((received += response->stream->take()).contains(": beat\n\n"));
        QVERIFY(!response->stream->closed());
        m_clock.advance(15min);
        QTRY_VERIFY(response->stream->closed());
    }

    void aReaderThatLagsIsCutOffNotHeaped() {
        const auto response = open(staff::Role::Qa);
        QVERIFY(response);
        for (int i = 0; i < 1000; ++i)
            m_listener(news(QString("%1-0").arg(i)));
        QVERIFY(response->stream->closed());
        QVERIFY(response->stream->take().size() <= 2000);
    }

    void theSubscriptionEndsWithTheStream() {
        auto response = open(staff::Role::Qa);
        QVERIFY(response);
        response->stream.reset();
        QTRY_COMPARE(m_subscriptions.load(), 0);
        m_listener(news("5-1")); // late, and harmless
    }
};

QTEST_GUILESS_MAIN(EventRoutesTest)
#include "event_routes_test.moc"
