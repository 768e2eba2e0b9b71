#include "services/http/client.h"
#include "services/http/server.h"

#include <QTest>

#include <future>

using namespace wemo;
using namespace std::chrono_literals;

class ClientTest final : public QObject {
    Q_OBJECT

    std::atomic<int> m_asked = 0;
    std::atomic<bool> m_drop = false;
    std::unique_ptr<http::Server> m_server;
    http::Client m_client;

    QString url(const QString &path) const { return QString("http://127.0.0.1:%1%2").arg(m_server->port()).arg(path); }
    http::ClientRequest request(const QString &path) const {
        http::ClientRequest result;
        result.url = url(path);
        return result;
    }

private Q_SLOTS:
    void init() {
        m_asked = 0;
        m_drop = false;
        m_server = std::make_unique<http::Server>(http::ServerOptions(), [this](const http::Request &asked) {
            ++m_asked;
            http::Response response;
            response.dropConnection = m_drop || asked.path == "/drop";
            response.status = asked.path == "/missing" ? 404 : 200;
            response.headers.emplaceBack("X-Type", asked.header("Content-Type"));
            response.body = asked.path == "/big" ? QByteArray(1 << 20, 'x') : asked.method + '|' + asked.body;
            if (asked.path == "/slow")
                std::this_thread::sleep_for(500ms);
            return response;
        });
        QVERIFY(m_server->start());
    }
    void cleanup() { m_server.reset(); }

    void sendsAndReads() {
        http::ClientRequest post = request("/p");
        post.method = "POST";
        post.headers.emplaceBack("Content-Type", "application/json");
        post.body = QByteArray("a\0b", 3);
        const auto answer = m_client.send(post);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("POST|a\0b", 8));
        QVERIFY(answer->headers.contains(std::pair<QByteArray, QByteArray>("X-Type", "application/json")));
        // Nothing of the last request clings to the next.
        const auto get = m_client.send(request("/g"));
        QVERIFY(get && get->body == "GET|" &&
                !get->headers.contains(std::pair<QByteArray, QByteArray>("X-Type", "application/json")));
        QCOMPARE(m_client.send(request("/missing"))->status, 404);
    }

    void nothingLeftWhereThereIsNoConnection_data() {
        QTest::addColumn<QString>("address");
        QTest::newRow("refused") << "http://127.0.0.1:1/";
        QTest::newRow("no such host") << "http://nowhere.invalid/";
        QTest::newRow("file") << "file:///etc/passwd";
        QTest::newRow("not a url") << "http://";
        QTest::newRow("tls where there is none") << QString("https://127.0.0.1:%1/");
    }
    void nothingLeftWhereThereIsNoConnection() {
        QFETCH(QString, address);
        http::ClientRequest request;
        request.url = address.contains("%1") ? address.arg(m_server->port()) : address;
        request.timeout = 3s;
        const auto answer = m_client.send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().mayHaveArrived, false);
        QCOMPARE(m_asked.load(), 0);
    }

    void aDroppedRequestMayHaveArrived() {
        http::ClientRequest post = request("/drop");
        post.method = "POST";
        const auto answer = m_client.send(post);
        QVERIFY(!answer);
        QVERIFY(answer.error().mayHaveArrived);
    }

    void aPostIsNeverSentTwiceByItself() {
        QVERIFY(m_client.send(request("/g"))); // leaves a kept-alive connection behind
        m_drop = true;
        http::ClientRequest post = request("/p");
        post.method = "POST";
        const auto answer = m_client.send(post);
        QVERIFY(!answer);
        QVERIFY(answer.error().mayHaveArrived);
        QCOMPARE(m_asked.load(), 2);
    }

    void aLateAnswerMayHaveArrived() {
        http::ClientRequest slow = request("/slow");
        slow.timeout = 100ms;
        const auto answer = m_client.send(slow);
        QVERIFY(!answer);
        QVERIFY(answer.error().error.kind == ErrorKind::Timeout);
        QVERIFY(answer.error().mayHaveArrived);
    }

    void aHugeAnswerIsRefused() {
        http::ClientRequest big = request("/big");
        big.maxAnswer = 1000;
        const auto answer = m_client.send(big);
        QVERIFY(!answer);
        QVERIFY(answer.error().error.kind == ErrorKind::TooLarge);
        QVERIFY(answer.error().mayHaveArrived);
    }

    void manyThreadsAtOnce() {
        std::vector<std::future<bool>> all;
        for (int i = 0; i < 8; ++i)
            all.push_back(std::async(std::launch::async, [this] {
                for (int n = 0; n < 20; ++n)
                    if (const auto answer = m_client.send(request("/g")); !answer || answer->body != "GET|")
                        return false;
                return true;
            }));
        for (auto &each : all)
            QVERIFY(each.get());
    }
};

QTEST_GUILESS_MAIN(ClientTest)
#include "client_test.moc"
