#include "services/api/application.h"
#include "services/api/sms_routes.h"
#include "services/http/client.h"
#include "services/http/server.h"
#include "services/runtime/system_clock.h"
#include "tests/bench/report.h"
#include "tests/bench/sms_list/big_log.h"
#include "tests/bench/sms_list/by_hand.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

using namespace wemo;
using namespace wemo::bench;

namespace {
constexpr int rounds = 200;
constexpr qint64 patienceMs = 5'000;
constexpr int warmUp = 30; // each pool thread makes its connection and its plans

struct Question {
    const char *name;
    QString filter; ///< as query parameters
    QString where;  ///< the same, as a person writes it in SQL
};

/// The routes of the service over real HTTP, without the rest of the program.
class ListService {
public:
    explicit ListService(storage::Database &database)
        : m_list(database, bigLogSecrets())
        , m_log(m_clock, m_ids, bigLogSecrets())
        , m_audit(m_clock, m_ids)
        , m_application(
              api::smsRoutes({database, m_list, m_log, m_audit}),
              [](const QByteArray &) -> Result<api::Caller> {
                  return api::Caller{{1, "lin", "Lin", staff::Role::Admin}, 1, {}};
              },
              m_metrics)
        , m_server({}, [this](const http::Request &request) { return m_application.handle(request); }) {
        if (!m_server.start())
            qFatal("the server does not start");
    }
    QString address() const { return QString("http://127.0.0.1:%1/api/v1/sms/messages").arg(m_server.port()); }

private:
    runtime::SystemClock m_clock;
    IdSource m_ids{m_clock, 5};
    metrics::Registry m_metrics;
    sms::MessageList m_list;
    sms::MessageLog m_log;
    staff::AuditLog m_audit;
    api::Application m_application;
    http::Server m_server;
};

QJsonObject get(http::Client &client, const QString &url) {
    http::ClientRequest request;
    request.url = url;
    request.headers = {{"Authorization", "Bearer x"}};
    request.timeout = std::chrono::seconds(60);
    const auto answer = client.send(request);
    if (!answer || answer->status != 200)
        qFatal("%s: %d", qPrintable(url), answer ? answer->status : 0);
    return QJsonDocument::fromJson(answer->body).object();
}

/// Of 200 rounds, or of as many as fit into some seconds.
template <typename Ask>
double p99(Ask ask) {
    std::vector<double> times;
    QElapsedTimer all;
    all.start();
    for (int round = 0; round < warmUp + rounds && (all.elapsed() < patienceMs || round < 3); ++round) {
        QElapsedTimer clock;
        clock.start();
        ask();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    if (times.size() > warmUp * 2)
        times.erase(times.begin(), times.begin() + warmUp);
    std::sort(times.begin(), times.end());
    return times[times.size() * 99 / 100];
}

void compare(const QString &store, const Question &question, ByHand &hand, const QString &address) {
    http::Client client;
    const QString url = address + "?limit=100" + (question.filter.isEmpty() ? QString() : '&' + question.filter);
    const QJsonObject first = get(client, url);
    const QJsonArray items = first["items"].toArray();
    const QString cursor = first["next_cursor"].toString();
    const auto both = [&](const char *page, const QString &pageUrl, const QString &before) {
        const double service = p99([&] { get(client, pageUrl); });
        const double alone = p99([&] { hand.ask(question.where, before); });
        report("sms_list", qPrintable(QString("%1, %2, %3 p99").arg(store, question.name, page)), service, "ms",
               3 * alone);
    };
    both("first page", url, QString::number(std::numeric_limits<qint64>::max()));
    if (!cursor.isEmpty())
        both("next page", url + "&cursor=" + cursor, items.last().toObject()["id"].toString());
}

void measure(storage::Database &database, const QString &store, ByHand &hand) {
    const ListService service(database);
    const QString number = QString::fromLatin1(bigLogNumberHash().toHex());
    const QString hash = database.dialect() == storage::Dialect::Postgres ? "'\\x" + number + "'" : "x'" + number + "'";
    const Instant now = bigLogEnd();
    const Instant from = now - std::chrono::hours(24 * 70), to = now - std::chrono::hours(24 * 40);
    const QString months = QString("id >= %1 AND id < %2").arg(firstIdAt(from)).arg(firstIdAt(to));
    const QString between = "from=" + toIso(from) + "&to=" + toIso(to);
    for (const Question &question : {
             Question{"everything", "", "1 = 1"},
             Question{"a month", between, months},
             Question{"one number", QString("number=%1").arg(bigLogNumber()), "number_hash = " + hash},
             Question{"a common state", "state=delivered", "state = 'delivered'"},
             Question{"a rare state", "state=canceled", "state = 'canceled'"},
             Question{"six states", "state=delivered,sent,failed,expired,unknown,rejected",
                      "state IN ('delivered', 'sent', 'failed', 'expired', 'unknown', 'rejected')"},
             Question{"a reason of one afternoon", "reason=no-credit", "reason = 'no-credit'"},
             Question{"a gateway", "gateway=mitake", "gateway = 'mitake'"},
             Question{"a purpose", "purpose=marketing", "purpose = 'marketing'"},
             Question{"a template", "template=payment.failed", "template = 'payment.failed'"},
             Question{"a batch", "batch=" + bigLogBatch(), "batch_id = '" + bigLogBatch() + "'"},
             Question{"a request", "request=" + bigLogRequest(), "request_id = '" + bigLogRequest() + "'"},
             Question{"state and reason", "state=undelivered&reason=carrier-blacklist",
                      "state = 'undelivered' AND reason = 'carrier-blacklist'"},
             Question{"number and state", QString("number=%1&state=delivered").arg(bigLogNumber()),
                      "number_hash = " + hash + " AND state = 'delivered'"},
             Question{"template, state and time", "template=otp.sign_in&state=failed&" + between,
                      "template = 'otp.sign_in' AND state = 'failed' AND " + months},
             Question{"purpose and gateway", "purpose=marketing&gateway=mitake",
                      "purpose = 'marketing' AND gateway = 'mitake'"},
         })
        compare(store, question, hand, service.address());
    http::Client client;
    for (const char *filter : {"", "&state=delivered", "&state=delivered,sent,failed", "&reason=no-credit"}) {
        QElapsedTimer clock;
        clock.start();
        const QJsonObject outline = get(client, service.address() + "/outline?every=200" + filter);
        report("sms_list", qPrintable(store + ", outline" + filter), static_cast<double>(clock.elapsed()), "ms", 1'000);
        report("sms_list", qPrintable(store + ", estimated" + filter), outline["estimate"].toDouble(), "rows", 0);
    }
}
} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 rows = arguments.size() > 1 ? arguments[1].toLongLong() : 10'000'000;
    for (const storage::Dialect dialect : {storage::Dialect::Postgres, storage::Dialect::Sqlite}) {
        const bool isPostgres = dialect == storage::Dialect::Postgres;
        if (arguments.size() > 2 && arguments[2] != (isPostgres ? "postgres" : "sqlite"))
            continue;
        BigLog log(dialect, rows);
        ByHand hand(log.options());
        measure(log.database(), isPostgres ? "PostgreSQL" : "SQLite", hand);
    }
    return 0;
}
