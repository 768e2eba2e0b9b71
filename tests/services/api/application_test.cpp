#include "services/api/application.h"
#include "services/api/body.h"
#include "services/api/problem.h"
#include "services/api/query_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::api;

namespace {
http::Request request(const QByteArray &method, const QString &path, const QByteArray &token = {}) {
    http::Request result;
    result.method = method;
    result.path = path;
    if (!token.isEmpty())
        result.headers.emplaceBack("Authorization", "Bearer " + token);
    return result;
}

http::Request withBody(const QByteArray &body, const QByteArray &type = "application/json") {
    http::Request result = request("POST", "/p");
    result.headers.emplaceBack("Content-Type", type);
    result.body = body;
    return result;
}

QByteArray headerOf(const http::Response &response, const QByteArray &name) {
    for (const auto &[key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

QString codeOf(const http::Response &response) {
    return QJsonDocument::fromJson(response.body).object()["code"].toString();
}

/// Tokens are the words of the roles.
Result<Caller> authenticate(const QByteArray &token) {
    const auto role = staff::roleFromString(QString::fromLatin1(token));
    if (!role)
        return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
    return Caller{{1, "lin", "Lin", *role}, 2, {}};
}

RouteHandler says(const char *text) {
    return [text](const Context &context) -> Result<http::Response> {
        return json({{"says", text}, {"id", context.parameters.value("id")}, {"known", context.caller.has_value()}});
    };
}

QList<Route> table() {
    using staff::Permission;
    return {
        {"GET", "/open", Access::Public, std::nullopt, says("open")},
        {"GET", "/mine", Access::Session, std::nullopt, says("mine")},
        {"GET", "/messages/{id}", Access::Permission, Permission::SmsRead, says("message")},
        {"GET", "/messages/outline", Access::Permission, Permission::SmsRead, says("outline")},
        {"POST", "/messages/{id}/reveal", Access::Permission, Permission::SmsReveal, says("reveal")},
        {"GET", "/forgotten", Access::Permission, std::nullopt, says("forgotten")},
        {"GET", "/broken", Access::Public, std::nullopt,
         [](const Context &) -> Result<http::Response> {
             return failure(ErrorKind::Unavailable, "store-away", "Try again.", "SQL of the store: SELECT secret");
         }},
    };
}
} // namespace

class ApplicationTest final : public QObject {
    Q_OBJECT

    metrics::Registry m_metrics;
    const Application m_application{table(), authenticate, m_metrics};

private Q_SLOTS:
    void everyRouteAsksTheGuard_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        const auto row = [](const char *method, const QString &path, const QByteArray &token, int status) {
            QTest::addRow("%s %s as %s", method, qPrintable(path), token.constData())
                << QByteArray(method) << path << token << status;
        };
        row("GET", "/open", "", 200);
        row("GET", "/open", "nonsense", 200);
        row("GET", "/mine", "", 401);
        row("GET", "/mine", "nonsense", 401);
        row("GET", "/mine", QByteArray(10000, 'a'), 401);
        row("GET", "/mine", "pricing", 200);
        row("GET", "/messages/1", "", 401);
        row("GET", "/messages/1", "pricing", 403);
        row("GET", "/messages/1", "cs", 200);
        row("HEAD", "/messages/1", "pricing", 403);
        row("POST", "/messages/1/reveal", "qa", 403);
        row("POST", "/messages/1/reveal", "cs", 200);
        row("GET", "/forgotten", "admin", 403);
    }
    void everyRouteAsksTheGuard() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, token);
        QFETCH(int, status);
        const http::Response response = m_application.handle(request(method, path, token));
        QCOMPARE(response.status, status);
        QCOMPARE(headerOf(response, "WWW-Authenticate"), QByteArray(status == 401 ? "Bearer" : ""));
    }

    void otherSchemesAreNoToken() {
        http::Request basic = request("GET", "/mine");
        basic.headers.emplaceBack("Authorization", "Basic Y3M6Y3M=");
        QCOMPARE(m_application.handle(basic).status, 401);
    }

    void pathsAreFoundBySegments() {
        const auto body = [this](const QString &path) {
            return QJsonDocument::fromJson(m_application.handle(request("GET", path, "cs")).body).object();
        };
        QCOMPARE(body("/messages/42")["id"].toString(), "42");
        QCOMPARE(body("/messages/outline")["says"].toString(), "outline");
        for (const char *nowhere :
             {"/", "/messages", "/messages/", "/messages/1/", "/messages//reveal", "//open", "/OPEN", ""})
            QCOMPARE(m_application.handle(request("GET", nowhere, "cs")).status, 404);
    }

    void wrongMethodsAreToldWhatIsPossible() {
        const http::Response response = m_application.handle(request("DELETE", "/messages/1", "cs"));
        QCOMPARE(response.status, 405);
        QCOMPARE(headerOf(response, "Allow"), QByteArray("GET, HEAD, OPTIONS"));
        QCOMPARE(m_application.handle(request("BREW", "/open")).status, 405);
        const http::Response options = m_application.handle(request("OPTIONS", "/messages/1/reveal"));
        QCOMPARE(options.status, 204);
        QCOMPARE(headerOf(options, "Allow"), QByteArray("POST, OPTIONS"));
    }

    void whatIsLoggedIsNotTold() {
        const http::Response response = m_application.handle(request("GET", "/broken"));
        QCOMPARE(response.status, 503);
        QCOMPARE(headerOf(response, "Content-Type"), QByteArray("application/problem+json"));
        QVERIFY(!headerOf(response, "Retry-After").isEmpty());
        QVERIFY(!response.body.contains("SELECT"));
        const QJsonObject problem = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(problem["type"].toString(), "urn:wemo:problem:store-away");
        QCOMPARE(problem["kind"].toString(), "unavailable");
        QCOMPARE(problem["status"].toInt(), 503);
    }

    void kindsBecomeStatuses() {
        const auto status = [](ErrorKind kind, const char *code = "x") { return statusOf({kind, code, "", ""}); };
        QCOMPARE(status(ErrorKind::InvalidInput), 422);
        QCOMPARE(status(ErrorKind::InvalidInput, "malformed-json"), 400);
        QCOMPARE(status(ErrorKind::InvalidInput, "unsupported-media-type"), 415);
        QCOMPARE(status(ErrorKind::NotFound), 404);
        QCOMPARE(status(ErrorKind::Conflict), 409);
        QCOMPARE(status(ErrorKind::Expired), 410);
        QCOMPARE(status(ErrorKind::TooLarge), 413);
        QCOMPARE(status(ErrorKind::TooManyRequests), 429);
        QCOMPARE(status(ErrorKind::Timeout), 504);
        QCOMPARE(status(ErrorKind::Internal), 500);
        Error error{ErrorKind::TooManyRequests, "slow", "", ""};
        error.retryAfterMs = 1500;
        QCOMPARE(headerOf(problem(error), "Retry-After"), QByteArray("2"));
    }

    void bodiesAreChecked() {
        const auto code = [](const http::Request &asked) {
            const auto body = jsonBody(asked, 1000);
            return body ? QString("ok") : codeOf(problem(body.error()));
        };
        QCOMPARE(code(withBody("{\"a\":1}")), "ok");
        QCOMPARE(code(withBody("{}", "Application/JSON; charset=utf-8")), "ok");
        QCOMPARE(code(withBody("{}", "text/plain")), "unsupported-media-type");
        QCOMPARE(code(withBody("{}", "")), "unsupported-media-type");
        QCOMPARE(code(withBody("")), "malformed-json");
        QCOMPARE(code(withBody("{\"a\":")), "malformed-json");
        QCOMPARE(code(withBody("[1]")), "malformed-json");
        QCOMPARE(code(withBody("{\"a\":\"\xff\"}")), "malformed-json");
        QCOMPARE(code(withBody("{\"a\":" + QByteArray(200, '[') + QByteArray(200, ']') + "}")), "malformed-json");
        QCOMPARE(code(withBody("{\"a\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[\"}")), "ok");
        QCOMPARE(code(withBody("{\"a\":\"" + QByteArray(1000, 'a') + "\"}")), "body-too-large");
    }

    void queriesAreChecked() {
        const auto paths = [](const QString &query) {
            QueryReader reader{QUrlQuery(query)};
            reader.integer("limit", 1, 500, 100);
            reader.id("after");
            reader.instant("from");
            reader.text("number", 20);
            reader.list("state", 3);
            QStringList wrong;
            if (const auto ok = reader.finish(); !ok)
                for (const FieldError &error : ok.error().fields)
                    wrong.append(error.path + ':' + error.code);
            return wrong.join(' ');
        };
        QCOMPARE(paths(""), "");
        QCOMPARE(paths("limit=5&after=12&from=2026-01-01T00:00:00Z&number=%2B886912&state=a,b"), "");
        QCOMPARE(paths("limit=0"), "limit:out-of-range");
        QCOMPARE(paths("limit=ten"), "limit:not-an-integer");
        QCOMPARE(paths("limit=1&limit=2"), "limit:repeated");
        QCOMPARE(paths("after=-1"), "after:bad-id");
        QCOMPARE(paths("from=yesterday"), "from:bad-time");
        QCOMPARE(paths("number=123456789012345678901"), "number:too-long");
        QCOMPARE(paths("state=a,b,c,d"), "state:too-many");
        QCOMPARE(paths("colour=red"), "colour:unknown-parameter");
    }

    void requestsAreCountedByPattern() {
        m_application.handle(request("GET", "/messages/98765", "cs"));
        m_application.handle(request("BREW", "/no/such/path/1"));
        const QByteArray text = m_metrics.text();
        QVERIFY(text.contains("wemo_http_requests_total{method=\"GET\",route=\"/messages/{id}\",status=\"200\"}"));
        QVERIFY(text.contains("route=\"none\""));
        QVERIFY(!text.contains("98765"));
        QVERIFY(!text.contains("BREW"));
        QVERIFY(text.contains("wemo_http_request_seconds_bucket"));
    }
};

QTEST_APPLESS_MAIN(ApplicationTest)
#include "application_test.moc"
