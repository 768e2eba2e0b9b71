#include "tests/ui/support/service_stub.h"
#include "ui/client/live_stream.h"

#include <QSignalSpy>
#include <QTest>

using namespace wemo;
using namespace wemo::ui;
using wemo::tests::ServiceStub;

class LiveStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parserReadsAnySplit() {
        const QByteArray text =
            ": hello\r\nid: 1-0\nevent: sms.message\ndata: {\"a\":\ndata: 1}\n\nid:2-0\rdata:x\r\rretry: 70\n\n";
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            SseParser parser;
            QList<SseParser::Event> events = parser.feed(text.left(cut));
            events += parser.feed(text.mid(cut));
            QCOMPARE(events.size(), 2);
            QCOMPARE(events.at(0).id, "1-0");
            QCOMPARE(events.at(0).type, "sms.message");
            QCOMPARE(events.at(0).data, "{\"a\":\n1}");
            QCOMPARE(events.at(1).id, "2-0");
            QCOMPARE(events.at(1).type, "message");
            QCOMPARE(parser.retryMs(), 70);
        }
    }
    void parserGivesUpOnAnEndlessEvent() {
        SseParser parser;
        parser.feed(QByteArray(SseParser::maxEventBytes + 10, 'x'));
        QVERIFY(parser.isOverfull());
    }
    void parserDropsHalfAnEventOnRestart() {
        SseParser parser;
        parser.feed("data: half");
        parser.restart();
        QVERIFY(parser.feed("\n\n").isEmpty());
    }

    void init() {
        m_service.emplace();
        m_service->playConsole();
        m_client.emplace();
        m_client->setBaseUrl(m_service->url());
        m_stream.emplace(*m_client, LiveStream::Timing{Milliseconds(10), Milliseconds(50), Milliseconds(2000)});
    }
    void cleanup() {
        m_stream.reset();
        m_client.reset();
        m_service.reset();
    }

    void nobodySignedInNoStream() { QCOMPARE(m_service->count("/api/v1/events"), 0); }

    void goesOnWhereItStopped() {
        QSignalSpy received(&*m_stream, &LiveStream::received);
        QSignalSpy resets(&*m_stream, &LiveStream::reset);
        m_client->setSession(ServiceStub::session("t", "r"));
        QTRY_COMPARE(resets.size(), 1); // begins without a place
        m_service->send("id: 5-0\nevent: sms.message\ndata: {\"id\":\"9\"}\n\n");
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received.first().first().value<live::LiveEvent>().data.value("id").toString(), "9");
        m_service->stop();
        QTRY_VERIFY(!m_stream->isLive());
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_stream->isLive(), 10'000);
        QCOMPARE(m_service->requests.last().headers.value("last-event-id"), "5-0");
        QCOMPARE(m_service->requests.last().token(), "t");
        QCOMPARE(resets.size(), 1);
        m_service->send("event: stream.reset\nid: 8-0\ndata: {}\n\n");
        QTRY_COMPARE(resets.size(), 2);
        QCOMPARE(m_stream->lastEventId(), "8-0");
        QCOMPARE(received.size(), 1);
    }

    void anEndedTokenIsRefreshedForTheStream() {
        m_service->on("GET", "/api/v1/events", [](const ServiceStub::Request &request) {
            return request.token() == "new" ? ServiceStub::Answer{.stream = true}
                                            : ServiceStub::problem(401, "expired");
        });
        m_service->on("POST", "/api/v1/session/refresh", [](const auto &) {
            return ServiceStub::Answer{200, QJsonDocument(toJson(ServiceStub::session("new", "r2"))).toJson()};
        });
        m_client->setSession(ServiceStub::session("old", "r1"));
        QTRY_VERIFY(m_stream->isLive());
        QCOMPARE(m_service->count("/api/v1/session/refresh"), 1);
    }

    void aSilentStreamIsReplaced() {
        m_stream.emplace(*m_client, LiveStream::Timing{Milliseconds(10), Milliseconds(50), Milliseconds(100)});
        m_client->setSession(ServiceStub::session("t", "r"));
        QTRY_VERIFY(m_service->count("/api/v1/events") >= 2);
    }

    void anotherPersonBeginsAnew() {
        m_client->setSession(ServiceStub::session("t", "r"));
        QTRY_VERIFY(m_stream->isLive());
        m_service->send("id: 5-0\ndata: {}\n\n");
        QTRY_COMPARE(m_stream->lastEventId(), "5-0");
        staff::Session other = ServiceStub::session("t2", "r2");
        other.account.id = 8;
        m_client->setSession(other);
        QTRY_COMPARE(m_service->count("/api/v1/events"), 2);
        QVERIFY(!m_service->requests.last().headers.contains("last-event-id"));
        m_client->endSession({});
        QVERIFY(!m_stream->isLive());
    }

private:
    std::optional<ServiceStub> m_service;
    std::optional<ApiClient> m_client;
    std::optional<LiveStream> m_stream;
};

QTEST_GUILESS_MAIN(LiveStreamTest)
#include "live_stream_test.moc"
