#include "services/http/server.h"
#include "tests/support/raw_client.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace wemo;
using namespace std::chrono_literals;
using tests::RawClient;

namespace {
http::Response echo(const http::Request &request) {
    http::Response response;
    response.headers.emplaceBack("X-Path", request.path.toUtf8());
    response.body = request.method + ' ' + request.path.toUtf8() + ' ' + request.rawQuery + '|' + request.body;
    return response;
}

QByteArray get(const QByteArray &path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
}
QByteArray post(const QByteArray &headers, const QByteArray &body) {
    return "POST /p HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
}

http::ServerOptions small() {
    http::ServerOptions options;
    options.headerLimit = 2048;
    options.bodyLimit = 4096;
    options.messageTime = 300ms;
    options.idleTime = 5s;
    options.threads = 2;
    return options;
}
} // namespace

class ServerTest final : public QObject {
    Q_OBJECT

    /// What handlers wait for and count. Members, since a handler may run for as long as its server lives.
    std::promise<void> m_release;
    std::shared_future<void> m_released;
    bool m_isReleased = false;
    std::atomic<int> m_running = 0, m_ended = 0;
    std::unique_ptr<http::Server> m_server;

    void release() {
        if (!std::exchange(m_isReleased, true))
            m_release.set_value();
    }
    quint16 serve(http::Server::Handler handler = echo, http::ServerOptions options = small()) {
        m_server = std::make_unique<http::Server>(options, std::move(handler));
        const Result<void> started = m_server->start();
        return started ? m_server->port() : 0;
    }

private Q_SLOTS:
    void init() {
        m_release = {};
        m_released = m_release.get_future().share();
        m_isReleased = false;
        m_running = 0;
        m_ended = 0;
    }
    void cleanup() {
        release();
        m_server.reset();
    }

    void answersWithARequestId() {
        RawClient client(serve());
        QVERIFY(client.send("GET /a%20b?x=1 HTTP/1.1\r\nHost: x\r\nX-Request-Id: console-abcdef\r\n\r\n"));
        const QByteArray answer = client.readAnswer();
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("X-Request-Id: console-abcdef\r\n"));
        QVERIFY(answer.endsWith("GET /a b x=1|"));
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: +886912345678\r\n\r\n"));
        QVERIFY(!client.readAnswer().contains("912345678"));
    }

    void aHeaderValueCannotAddAHeader() {
        RawClient client(serve());
        QVERIFY(client.send(get("/a%0d%0aEvil:%201")));
        QVERIFY(!client.readUntil("\r\n\r\n").contains("\nEvil"));
    }

    void pipelinedRequestsAreAnsweredInOrder() {
        RawClient client(serve());
        QVERIFY(client.send(get("/1") + post("Content-Length: 3\r\n", "abc") + get("/3")));
        QCOMPARE(client.readAnswer(true), QByteArray("GET /1 |"));
        QCOMPARE(client.readAnswer(true), QByteArray("POST /p |abc"));
        QCOMPARE(client.readAnswer(true), QByteArray("GET /3 |"));
    }

    void chunkedBodiesAndOldClients() {
        RawClient client(serve());
        QVERIFY(client.send(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")));
        QCOMPARE(client.readAnswer(true), QByteArray("POST /p |abcde"));
        QVERIFY(client.send("GET /old HTTP/1.0\r\n\r\n"));
        QVERIFY(client.readAll().endsWith("GET /old |")); // and closed
    }

    void headHasALengthAndNoBody() {
        RawClient client(serve());
        QVERIFY(client.send("HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next")));
        QVERIFY(client.readUntil("\r\n\r\n").contains("Content-Length: 9\r\n"));
        QVERIFY(client.readAnswer().startsWith("HTTP/1.1 200"));
    }

    void expectationsAreMet() {
        RawClient client(serve());
        QVERIFY(client.send(post("Content-Length: 2\r\nExpect: 100-continue\r\n", "")));
        QCOMPARE(client.readUntil("\r\n\r\n"), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(client.send("ok"));
        QCOMPARE(client.readAnswer(true), QByteArray("POST /p |ok"));
    }

    void badRequestsAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("not http", "hello\r\n\r\n", 400);
        row("tls", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("version", "GET / HTTP/3.7\r\nHost: x\r\n\r\n", 505);
        row("target", "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        row("nul in path", get("/a%00b"), 400);
        row("bytes in path", get("/a%ff"), 400);
        row("header too large", "GET / HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(3000, 'a') + "\r\n\r\n", 431);
        row("line too large", "GET /" + QByteArray(30000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431);
        row("body too large", post("Content-Length: 5000\r\n", QByteArray(5000, 'a')), 413);
        row("huge body", post("Content-Length: 99999999999\r\n", "a"), 413);
        row("chunks too large",
            post("Transfer-Encoding: chunked\r\n", "2000\r\n" + QByteArray(0x2000, 'a') + "\r\n0\r\n\r\n"), 413);
        row("length is no number", post("Content-Length: x\r\n", ""), 400);
        row("two lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", "ab"), 400);
        row("both", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
        row("both, other order", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400);
        row("xchunkedx", post("Transfer-Encoding: xchunkedx\r\n", "0\r\n\r\n"), 400);
        row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400);
        row("expectation", post("Content-Length: 2\r\nExpect: miracles\r\n", "ok"), 417);
    }
    void badRequestsAreRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const quint16 port = serve();
        RawClient client(port);
        client.send(bytes);
        const QByteArray answer = client.readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.left(100).constData());
        QVERIFY(answer.contains("application/problem+json"));
        QVERIFY(answer.contains("\"request_id\""));
        RawClient next(port); // and nobody else noticed
        QVERIFY(next.send(get("/")));
        QVERIFY(next.readAnswer().startsWith("HTTP/1.1 200"));
    }

    void aDribblingClientIsCutOffWhileOthersAreServed() {
        const quint16 port = serve();
        RawClient slow(port);
        QElapsedTimer time;
        time.start();
        QVERIFY(slow.send("GET / HTTP/1.1\r\nHost: x\r\nA: "));
        bool cut = false;
        while (!cut && time.elapsed() < 4000) {
            cut = !slow.send("a"); // one byte at a time never starts the clock anew
            RawClient quick(port);
            QVERIFY(quick.send(get("/")));
            QVERIFY(quick.readAnswer().startsWith("HTTP/1.1 200"));
        }
        QVERIFY(cut);
        QVERIFY(time.elapsed() >= 250);
    }

    void aSlowBodyIsCutOff() {
        RawClient client(serve());
        QVERIFY(client.send(post("Content-Length: 100\r\n", "abc")));
        QElapsedTimer time;
        time.start();
        QCOMPARE(client.readAll(), QByteArray());
        QVERIFY(time.elapsed() < 3000);
    }

    void idleConnectionsKeepNobodyOut() {
        http::ServerOptions options = small();
        options.maxConnections = 900;
        const quint16 port = serve(echo, options);
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 900; ++i)
            idle.push_back(std::make_unique<RawClient>(port));
        RawClient client(port);
        QVERIFY(client.send(get("/")));
        QVERIFY(client.readAnswer().startsWith("HTTP/1.1 200"));
    }

    void tooManyBusyConnectionsAreToldSo() {
        http::ServerOptions options = small();
        options.maxConnections = 2;
        const quint16 port = serve(
            [this](const http::Request &request) {
                ++m_running;
                m_released.wait();
                return echo(request);
            },
            options);
        RawClient one(port), two(port);
        QVERIFY(one.send(get("/1")) && two.send(get("/2")));
        QTRY_COMPARE(m_running.load(), 2);
        RawClient three(port);
        QVERIFY(three.readAll().startsWith("HTTP/1.1 503"));
        release();
        QCOMPARE(one.readAnswer(true), QByteArray("GET /1 |"));
    }

    void aFullLineAnswersBusyAtOnce() {
        http::ServerOptions options = small();
        options.threads = 1;
        options.maxPending = 1;
        const quint16 port = serve(
            [this](const http::Request &request) {
                ++m_running;
                m_released.wait();
                return echo(request);
            },
            options);
        RawClient one(port), two(port), three(port);
        QVERIFY(one.send(get("/1")));
        QTRY_COMPARE(m_running.load(), 1);
        QVERIFY(two.send(get("/2")));
        QByteArray refused;
        for (int i = 0; i < 100 && refused.isEmpty(); ++i) { // until the second one has reached the line
            RawClient probe(port);
            QVERIFY(probe.send(get("/probe")));
            refused = probe.readUntil("\r\n\r\n");
        }
        QVERIFY(refused.startsWith("HTTP/1.1 503"));
        QVERIFY(refused.contains("Retry-After: "));
        release();
        QCOMPARE(one.readAnswer(true), QByteArray("GET /1 |"));
        QCOMPARE(two.readAnswer(true), QByteArray("GET /2 |"));
    }

    void aHandlerThatTakesTooLongIsNotWaitedFor() {
        http::ServerOptions options = small();
        options.handlerTime = 50ms;
        RawClient client(serve(
            [this](const http::Request &request) {
                m_released.wait();
                return echo(request);
            },
            options));
        QVERIFY(client.send(get("/")));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 503"));
        release();
    }

    void aHandlerThatThrowsIsAnInternalError() {
        RawClient client(serve([](const http::Request &) -> http::Response { throw std::runtime_error("secret"); }));
        QVERIFY(client.send(get("/")));
        const QByteArray answer = client.readAnswer();
        QVERIFY(answer.startsWith("HTTP/1.1 500"));
        QVERIFY(!answer.contains("secret"));
    }

    void aClientThatLeavesHarmsNothing() {
        const quint16 port = serve([this](const http::Request &request) {
            if (request.path == "/slow") {
                ++m_running;
                m_released.wait();
                ++m_ended;
            }
            http::Response big = echo(request);
            big.body += QByteArray(8 << 20, 'x');
            return big;
        });
        RawClient leaver(port), reader(port);
        QVERIFY(leaver.send(get("/slow")));
        QTRY_COMPARE(m_running.load(), 1);
        leaver.reset();
        QVERIFY(reader.send(get("/big")));
        QVERIFY(!reader.readUntil("xxx").isEmpty());
        reader.reset(); // in the middle of the answer
        release();
        QTRY_COMPARE(m_ended.load(), 1);
        RawClient next(port);
        QVERIFY(next.send(get("/")));
        QVERIFY(next.readAnswer().startsWith("HTTP/1.1 200"));
    }

    void aReaderThatStandsStillIsCutOff() {
        RawClient client(serve([](const http::Request &) {
            return http::Response{200, {}, QByteArray(64 << 20, 'x'), {}, false};
        }));
        QVERIFY(client.send(get("/")));
        QVERIFY(!client.readUntil("\r\n\r\n").isEmpty());
        QTest::qWait(700); // longer than messageTime; what is tested is time itself
        QVERIFY(client.readAll().size() < 64 << 20);
    }

    void aConnectionCanBeDroppedWithoutAnAnswer() {
        RawClient client(serve([](const http::Request &) {
            http::Response response;
            response.dropConnection = true;
            return response;
        }));
        QVERIFY(client.send(get("/")));
        QCOMPARE(client.readAll(), QByteArray());
    }

    void stoppingLetsARunningRequestEnd() {
        const quint16 port = serve([this](const http::Request &request) {
            ++m_running;
            m_released.wait();
            return echo(request);
        });
        RawClient busy(port), idle(port);
        QVERIFY(busy.send(get("/busy")));
        QTRY_COMPARE(m_running.load(), 1);
        auto stopped = std::async(std::launch::async, [&] { m_server->stop(5s); });
        QCOMPARE(idle.readAll(), QByteArray()); // closed at once
        QVERIFY(!RawClient(port).isConnected());
        release();
        const QByteArray answer = busy.readAll();
        QVERIFY(answer.contains("Connection: close\r\n"));
        QVERIFY(answer.endsWith("GET /busy |"));
        stopped.wait();
    }

    /// Far more at once than there are threads, answered by a thread that is none of the server's.
    void anAnswerMayComeFromElsewhere() {
        std::mutex mutex;
        std::vector<std::function<void(http::Response)>> waiting;
        const quint16 port = serve([&](const http::Request &) {
            http::Response response;
            response.later = [&](std::function<void(http::Response)> answer) {
                const std::lock_guard lock(mutex);
                waiting.push_back(std::move(answer));
            };
            return response;
        });
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            QVERIFY(clients.back()->send(get("/")));
        }
        QTRY_COMPARE((std::lock_guard(mutex), waiting.size()), std::size_t(20));
        std::thread elsewhere([&] {
            for (auto &answer : waiting) {
                http::Response response;
                response.body = "late";
                std::exchange(answer, nullptr)(std::move(response));
            }
        });
        elsewhere.join();
        for (const auto &client : clients)
            QVERIFY(client->readAnswer().endsWith("late"));
        QVERIFY(clients[0]->send(get("/again"))); // the connection lives on
        QTRY_COMPARE((std::lock_guard(mutex), waiting.size()), std::size_t(21));
        {
            const std::lock_guard lock(mutex);
            waiting.clear();
        } // nobody will answer
        QVERIFY(clients[0]->readAnswer().startsWith("HTTP/1.1 503 "));
    }

    void anAnswerAfterTheEndIsDropped() {
        std::promise<std::function<void(http::Response)>> given;
        const quint16 port = serve([&](const http::Request &) {
            http::Response response;
            response.later = [&](std::function<void(http::Response)> answer) { given.set_value(std::move(answer)); };
            return response;
        });
        RawClient client(port);
        QVERIFY(client.send(get("/")));
        const auto answer = given.get_future().get();
        m_server->stop(10ms);
        m_server.reset();
        answer({}); // leaks nothing and reaches nobody: the sanitizers look at it
        QCOMPARE(client.readAll(), QByteArray());
    }

    void aTakenPortIsSaidSo() {
        http::ServerOptions options = small();
        options.port = serve();
        http::Server second(options, echo);
        const Result<void> started = second.start();
        QVERIFY(!started);
        QVERIFY(started.error().kind == ErrorKind::Conflict);
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "server_test.moc"
