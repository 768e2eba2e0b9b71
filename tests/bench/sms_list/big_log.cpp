#include "tests/bench/sms_list/big_log.h"

#include "models/core/id.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTextStream>

namespace wemo::bench {

namespace {
constexpr qint64 year = 365LL * 24 * 3'600'000;
constexpr int person = 77; // whose number is the one above

const char *const indexes[][2] = {{"number", "(number_hash, id)"},
                                  {"state", "(state, id)"},
                                  {"reason", "(reason, id) WHERE reason <> ''"},
                                  {"gateway", "(gateway, id)"},
                                  {"purpose", "(purpose, id)"},
                                  {"template", "(template, id)"},
                                  {"batch", "(batch_id, id) WHERE batch_id <> ''"},
                                  {"request", "(request_id, id) WHERE request_id <> ''"}};

/// What both dialects understand. :g is the number of a row, from 1; :h and :s are its dice.
QString rowsOf(const QString &series, qint64 rows, bool isPostgres) {
    const auto padded = [&](const QString &value, int width) {
        return isPostgres ? QString("lpad(%1::text, %2, '0')").arg(value).arg(width)
                          : QString("substr('%1' || %2, -%3)").arg(QString(width, QChar(u'0')), value).arg(width);
    };
    const auto bytes = [&](const QString &text) {
        return isPostgres ? QString("convert_to(%1, 'UTF8')").arg(text) : QString("CAST(%1 AS BLOB)").arg(text);
    };
    // The one person whose hash is the real one, so that a filter by number finds them.
    const QString known = (isPostgres ? "'\\x%1'::bytea" : "x'%1'");
    const QString hash = QString("CASE WHEN person = %1 THEN %2 ELSE %3 END")
                             .arg(person)
                             .arg(known.arg(QString::fromLatin1(bigLogNumberHash().toHex())),
                                  bytes("'number-hash-of-' || " + padded("person", 17)));
    const QString state =
        "CASE WHEN afternoon OR (s >= 9750 AND s < 9790) THEN 'failed' WHEN s < 9300 THEN 'delivered' "
        "WHEN s < 9600 THEN 'undelivered' WHEN s < 9700 THEN 'expired' WHEN s < 9750 THEN 'rejected' "
        "WHEN s < 9830 THEN 'unknown' WHEN s < 9990 THEN 'sent' WHEN s < 9999 THEN 'submit_unknown' "
        "ELSE 'canceled' END";
    return QString(
               "INSERT INTO sms_messages (id, created_at, updated_at, number_hash, number_sealed, number_masked, "
               "prefix,"
               " purpose, template, language, text, body_sealed, segments, state, reason, raw_code, gateway, batch_id,"
               " request_id, priority, bulk, cost, real_cost, validity_minutes, attempts, polls, in_the_air, "
               "accepted_at,"
               " sent_at, final_at, version) "
               "SELECT ((at - 1577836800000) << 21) + g % 1000, at, at + 5000, %1, %2, '0912•••678', '0912',"
               " CASE WHEN h < 660 THEN 'otp' WHEN h < 950 THEN 'transactional' ELSE 'marketing' END,"
               " CASE WHEN h < 660 THEN 'otp.sign_in' WHEN h < 760 THEN 'ride.receipt' WHEN h < 860 THEN "
               "'ride.reserved'"
               " WHEN h < 900 THEN 'payment.failed' WHEN h < 950 THEN 'account.verified' WHEN h < 980 THEN 'promo.pass'"
               " ELSE 'promo.weekend' END,"
               " 'zh-TW', '【WeMo】登入驗證碼 ••••••，5 分鐘內有效。請勿告訴任何人。', %3, 1, state,"
               " CASE state WHEN 'undelivered' THEN CASE g % 3 WHEN 0 THEN 'handset-unreachable' WHEN 1 THEN"
               " 'carrier-blacklist' ELSE 'carrier-error' END WHEN 'failed' THEN CASE WHEN afternoon THEN 'no-credit'"
               " ELSE 'bad-number' END WHEN 'rejected' THEN 'carrier-keyword' WHEN 'unknown' THEN 'no-receipt'"
               " ELSE '' END,"
               " '100', CASE WHEN g % 8 = 0 THEN 'mitake' ELSE 'every8d' END, 'batch-' || %4, 'request-' || %4, 0, '',"
               " 10000, 0, 5, 1, 0, 0, at + 60, at + 700, at + 5000, 5 "
               "FROM (SELECT *, %5 AS state FROM (SELECT g, %6 - (%7 - g) * %8 AS at, (g * 7919) % 500000 AS person,"
               " (g * 104729) % 1000 AS h, (g * 15485863 + g / 7) % 10000 AS s,"
               " g BETWEEN %7 * 3 / 10 AND %7 * 3 / 10 + 2000 AS afternoon FROM %9) AS dice) AS told;")
        .arg(hash, bytes("'sealed-number-of-' || " + padded("person", 40)), isPostgres ? "''::bytea" : "x''",
             padded("g", 30), state)
        .arg(toMs(bigLogEnd()))
        .arg(rows)
        .arg(year / rows)
        .arg(series);
}

void run(QSqlDatabase &database, const QString &sql) {
    QSqlQuery query(database);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql.left(80)), qPrintable(query.lastError().text()));
}

void say(const QElapsedTimer &clock, const char *what) {
    QTextStream(stderr) << clock.elapsed() / 1000 << " s: " << what << Qt::endl;
}
} // namespace

BigLog::BigLog(storage::Dialect dialect, qint64 rows) {
    if (dialect == storage::Dialect::Postgres) {
        m_server = std::make_unique<tests::PostgresServer>();
        m_options = m_server->createDatabase();
    } else {
        m_options.path = m_folder.filePath("big.sqlite");
    }
    auto opened = storage::Database::open(m_options);
    if (!opened || !(*opened)->migrate())
        qFatal("no database");
    m_database = std::move(*opened);
    fill(rows);
}

void BigLog::fill(qint64 rows) {
    const bool isPostgres = m_options.dialect == storage::Dialect::Postgres;
    QElapsedTimer clock;
    clock.start();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(isPostgres ? "QPSQL" : "QSQLITE", "fill");
        database.setDatabaseName(isPostgres ? m_options.database : m_options.path);
        database.setHostName(m_options.host);
        database.setUserName(m_options.user);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        for (const auto &index : indexes)
            run(database, QString("DROP INDEX sms_messages_%1").arg(index[0]));
        if (isPostgres) {
            run(database, "SET maintenance_work_mem = '512MB'");
            run(database, QString("SELECT sms_add_partitions(%1, %2)")
                              .arg(toMs(bigLogEnd()) - year)
                              .arg(toMs(bigLogEnd()) + 60LL * 24 * 3'600'000));
            run(database, rowsOf(QString("generate_series(1::bigint, %1::bigint) AS g").arg(rows), rows, true));
        } else {
            run(database, "PRAGMA cache_size = -500000");
            run(database, "WITH RECURSIVE series (g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM series WHERE g < " +
                              QString::number(rows) + ") " + rowsOf("series", rows, false));
        }
        say(clock, "rows");
        for (const auto &index : indexes)
            run(database, QString("CREATE INDEX sms_messages_%1 ON sms_messages %2").arg(index[0], index[1]));
        if (isPostgres)
            run(database, "VACUUM ANALYZE sms_messages");
        database.close();
    }
    QSqlDatabase::removeDatabase("fill");
    say(clock, "indexes");
}

const runtime::Secrets &bigLogSecrets() {
    static const runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "w", "{}"};
    return secrets;
}

Instant bigLogEnd() {
    static const Instant end = fromMs(QDateTime::currentMSecsSinceEpoch());
    return end;
}

QString bigLogNumber() {
    return "0912345678";
}

QByteArray bigLogNumberHash() {
    return runtime::hmac("+886912345678", bigLogSecrets().lookupKey);
}

QString bigLogBatch() {
    return "batch-" + QString::number(4'321).rightJustified(30, '0');
}

QString bigLogRequest() {
    return "request-" + QString::number(4'321).rightJustified(30, '0');
}

} // namespace wemo::bench
