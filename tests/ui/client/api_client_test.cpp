#include "tests/ui/support/service_stub.h"
#include "ui/client/live_stream.h"
#include "ui/client/session_controller.h"

#include <QSignalSpy>
#include <QTest>

using namespace wemo;
using namespace wemo::ui;
using wemo::tests::ServiceStub;

namespace {
Result<QString> nameFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QString name = reader.string("name");
    return reader.finishLenient(std::move(name));
}

/// The last answer of a request, once it came.
template <typename T>
struct Caught {
    std::optional<ApiResult<T>> value;
    explicit Caught(QFuture<ApiResult<T>> future) {
        future.then(&context, [this](const ApiResult<T> &result) { value = result; });
    }
    QObject context;
};
} // namespace

class ApiClientTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_service.emplace();
        m_service->playConsole();
        m_client.emplace();
        m_client->setBaseUrl(m_service->url());
    }
    void cleanup() {
        m_client.reset();
        m_service.reset();
    }

    void anAnswerIsDecoded() {
        m_service->answer("GET", "/thing", {{"name", "Ada"}});
        Caught<QString> caught(m_client->get("/thing", {{"q", "1"}}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QCOMPARE(caught.value->value(), "Ada");
        QCOMPARE(m_service->requests.last().path, "/thing?q=1");
        QVERIFY(m_client->latencyMs() >= 0);
        QCOMPARE(m_client->state(), ConnectionState::SignedOut);
    }

    void aBadAnswerIsAnError_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("field missing") << QByteArray("{}");
        QTest::newRow("wrong type") << QByteArray(R"({"name":7})");
    }
    void aBadAnswerIsAnError() {
        QFETCH(QByteArray, body);
        m_service->on("GET", "/thing", [=](const auto &) { return ServiceStub::Answer{200, body}; });
        Caught<QString> caught(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QVERIFY(!*caught.value);
    }

    void aProblemKeepsItsParts() {
        m_service->on("POST", "/thing", [](const auto &) {
            return ServiceStub::problem(
                429, "too-many",
                {{"kind", "too-many-requests"},
                 {"retry_after_ms", 1500},
                 {"checks_left", 2},
                 {"errors", QJsonArray{QJsonObject{{"path", "phone"}, {"code", "bad"}, {"message", "No."}}}}});
        });
        Caught<void> caught(m_client->post("/thing", {{"a", 1}}));
        QTRY_VERIFY(caught.value);
        const ApiError &error = caught.value->error();
        QCOMPARE(error.status, 429);
        QVERIFY(error.kind == ErrorKind::TooManyRequests);
        QCOMPARE(error.code, "too-many");
        QCOMPARE(error.requestId, "req-7");
        QCOMPARE(error.retryAfterMs, 1500);
        QCOMPARE(error.problem.value("checks_left").toInt(), 2);
        QCOMPARE(error.fields, (QList<FieldError>{{"phone", "bad", "No."}}));
        QVERIFY(!error.isOffline());
    }

    void aPageOfAProxyIsAnErrorByItsStatus() {
        m_service->on("GET", "/thing", [](const auto &) {
            return ServiceStub::Answer{503, "<html>busy", {"Retry-After: 3"}};
        });
        Caught<QString> caught(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QVERIFY(caught.value->error().kind == ErrorKind::Unavailable);
        QCOMPARE(caught.value->error().retryAfterMs, 3000);
        QCOMPARE(m_client->state(), ConnectionState::SignedOut);
    }

    void silenceEndsInTimeAndAProbeFindsTheServiceAgain() {
        m_service->on("GET", "/slow", [](const auto &) { return ServiceStub::Answer{.silent = true}; });
        QSignalSpy states(&*m_client, &ApiClient::stateChanged);
        Caught<QString> caught(m_client->get("/slow", {}, nameFromJson, {.timeout = Milliseconds(50)}));
        QTRY_VERIFY(caught.value);
        QVERIFY(caught.value->error().kind == ErrorKind::Timeout);
        QVERIFY(caught.value->error().isOffline());
        QTRY_COMPARE(m_client->state(), ConnectionState::SignedOut);
        QCOMPARE(states.first().first().value<ConnectionState>(), ConnectionState::Offline);
    }

    void offlineAndBack() {
        m_service->stop();
        Caught<QString> caught(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QCOMPARE(caught.value->error().code, "service-unreachable");
        QCOMPARE(m_client->state(), ConnectionState::Offline);
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_client->state(), ConnectionState::SignedOut, 10'000);
    }

    void beforeTheAddressIsKnownNothingHangs() {
        ApiClient client;
        QCOMPARE(client.state(), ConnectionState::Starting);
        Caught<QString> caught(client.get("/thing", {}, nameFromJson));
        QVERIFY(caught.value);
        QCOMPARE(caught.value->error().code, "service-starting");
    }

    void aStaleTokenIsRefreshedOnceForAll() {
        guardThings();
        m_client->setSession(ServiceStub::session("old", "refresh-old"));
        QSignalSpy sessions(&*m_client, &ApiClient::sessionChanged);
        Caught<QString> first(m_client->get("/thing", {}, nameFromJson));
        Caught<QString> second(m_client->get("/thing", {}, nameFromJson));
        Caught<QString> third(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(first.value && second.value && third.value);
        QVERIFY(*first.value && *second.value && *third.value);
        QCOMPARE(m_service->count("/api/v1/session/refresh"), 1);
        QCOMPARE(sessions.size(), 1);
        QCOMPARE(m_client->session()->refreshToken, "refresh-new");
    }

    void aRefusedRefreshEndsTheSession() {
        guardThings();
        m_client->setSession(ServiceStub::session("old", "revoked"));
        QSignalSpy ended(&*m_client, &ApiClient::sessionEnded);
        Caught<QString> caught(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QCOMPARE(caught.value->error().status, 401);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_client->session());
        QCOMPARE(m_client->state(), ConnectionState::SignedOut);
    }

    void aRequestThatStaysRefusedIsAskedTwiceOnly() {
        m_service->on("GET", "/thing", [](const auto &) { return ServiceStub::problem(401, "no"); });
        m_service->on("POST", "/api/v1/session/refresh", [](const auto &) {
            return ServiceStub::Answer{200, QJsonDocument(toJson(ServiceStub::session("new", "refresh-new"))).toJson()};
        });
        m_client->setSession(ServiceStub::session("old", "refresh-old"));
        Caught<QString> caught(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QCOMPARE(m_service->count("/thing"), 2);
    }

    void aRidersRequestCarriesNoStaffToken() {
        m_service->answer("POST", "/auth/v1/challenges", {{"name", "x"}});
        m_client->setSession(ServiceStub::session("staff", "r"));
        ExchangeRecorder recorder;
        QList<RawExchange> seen;
        connect(&recorder, &ExchangeRecorder::recorded, this,
                [&](const RawExchange &exchange) { seen.append(exchange); });
        Caught<QString> caught(
            m_client->post("/auth/v1/challenges", {{"phone", "0912345678"}}, nameFromJson,
                           {.withSession = false, .headers = {{"Idempotency-Key", "k1"}}, .recorder = &recorder}));
        QTRY_VERIFY(caught.value);
        QVERIFY(m_service->requests.last().token().isEmpty());
        QCOMPARE(m_service->requests.last().headers.value("idempotency-key"), "k1");
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().status, 200);
        QCOMPARE(seen.first().requestBody, R"({"phone":"0912345678"})");
        QVERIFY(seen.first().answerBody.contains("name"));
    }

    void aRedirectIsNotFollowed() {
        m_service->on("GET", "/thing", [](const auto &) {
            return ServiceStub::Answer{302, {}, {"Location: http://127.0.0.1:1/"}};
        });
        m_client->setSession(ServiceStub::session("secret", "r"));
        Caught<QString> caught(m_client->get("/thing", {}, nameFromJson));
        QTRY_VERIFY(caught.value);
        QVERIFY(!*caught.value);
    }

    void aClientThatGoesTakesItsRequestsAlong() {
        m_service->on("GET", "/slow", [](const auto &) { return ServiceStub::Answer{.silent = true}; });
        Caught<QString> caught(m_client->get("/slow", {}, nameFromJson));
        QTRY_COMPARE(m_service->count("/slow"), 1);
        m_client.reset();
        QCoreApplication::processEvents();
        QVERIFY(!caught.value);
    }

private:
    void guardThings() {
        m_service->on("GET", "/thing", [](const ServiceStub::Request &request) {
            return request.token() == "new" ? ServiceStub::Answer{200, R"({"name":"Ada"})"}
                                            : ServiceStub::problem(401, "expired");
        });
        m_service->on("POST", "/api/v1/session/refresh", [](const ServiceStub::Request &request) {
            if (request.json().value("refresh_token").toString() != "refresh-old")
                return ServiceStub::problem(401, "revoked");
            return ServiceStub::Answer{200, QJsonDocument(toJson(ServiceStub::session("new", "refresh-new"))).toJson()};
        });
    }

    std::optional<ServiceStub> m_service;
    std::optional<ApiClient> m_client;
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "api_client_test.moc"
