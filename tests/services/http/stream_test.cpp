#include "services/http/server.h"
#include "tests/support/raw_client.h"

#include <QTest>

using namespace wemo;
using namespace std::chrono_literals;
using tests::RawClient;

namespace {
/// A stream that a test feeds.
class TestStream final : public http::Stream {
public:
    explicit TestStream(std::atomic<int> &alive)
        : m_alive(alive) {
        ++m_alive;
    }
    ~TestStream() override { --m_alive; }
    void start(std::function<void()> wake) override {
        const std::lock_guard lock(m_mutex);
        m_wake = std::move(wake);
    }
    QByteArray take() override {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_waiting, {});
    }
    bool closed() const override { return m_closed; }
    void feed(const QByteArray &data, bool last = false) {
        std::function<void()> wake;
        {
            const std::lock_guard lock(m_mutex);
            m_waiting += data;
            m_closed = last;
            wake = m_wake;
        }
        if (wake)
            wake();
    }

private:
    std::atomic<int> &m_alive;
    std::mutex m_mutex;
    std::function<void()> m_wake;
    QByteArray m_waiting;
    std::atomic<bool> m_closed = false;
};
} // namespace

class StreamTest final : public QObject {
    Q_OBJECT

    std::atomic<int> m_alive = 0;
    std::mutex m_mutex;
    std::weak_ptr<TestStream> m_stream;
    std::unique_ptr<http::Server> m_server;

    std::shared_ptr<TestStream> stream() {
        const std::lock_guard lock(m_mutex);
        return m_stream.lock();
    }

private Q_SLOTS:
    void init() {
        http::ServerOptions options;
        options.messageTime = 300ms;
        options.threads = 2;
        m_server = std::make_unique<http::Server>(options, [this](const http::Request &) {
            auto fresh = std::make_shared<TestStream>(m_alive);
            const std::lock_guard lock(m_mutex);
            m_stream = fresh;
            http::Response response;
            response.stream = std::move(fresh);
            return response;
        });
        QVERIFY(m_server->start());
    }
    void cleanup() {
        m_server.reset();
        QCOMPARE(m_alive.load(), 0);
    }

    void dataComesAsItIsFedAndEndsWhenClosed() {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(client.readUntil("\r\n\r\n").contains("Transfer-Encoding: chunked"));
        QTRY_VERIFY(stream());
        stream()->feed("first");
        QCOMPARE(client.readUntil("first\r\n"), QByteArray("5\r\nfirst\r\n"));
        QTest::qWait(400); // silence longer than messageTime does not end a stream
        stream()->feed("second", true);
        QCOMPARE(client.readAll(), QByteArray("6\r\nsecond\r\n0\r\n\r\n"));
        QTRY_COMPARE(m_alive.load(), 0);
    }

    void anOldClientGetsItUnchunked() {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET / HTTP/1.0\r\n\r\n"));
        QVERIFY(client.readUntil("\r\n\r\n").contains("Connection: close"));
        QTRY_VERIFY(stream());
        stream()->feed("all", true);
        QCOMPARE(client.readAll(), QByteArray("all"));
    }

    void theStreamGoesWithItsClient() {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(!client.readUntil("\r\n\r\n").isEmpty());
        QTRY_VERIFY(stream());
        const std::shared_ptr<TestStream> held = stream();
        client.reset();
        QTRY_COMPARE(held.use_count(), 1);
        held->feed("too late");
    }

    void aClientThatDoesNotReadIsCutOff() {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(!client.readUntil("\r\n\r\n").isEmpty());
        QTRY_VERIFY(stream());
        stream()->feed(QByteArray(64 << 20, 'x'));
        QTRY_COMPARE(m_alive.load(), 0);
    }

    void stoppingEndsStreams() {
        RawClient client(m_server->port());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(!client.readUntil("\r\n\r\n").isEmpty());
        QTRY_VERIFY(stream());
        m_server->stop(2s);
        QVERIFY(client.readAll().endsWith("0\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(StreamTest)
#include "stream_test.moc"
