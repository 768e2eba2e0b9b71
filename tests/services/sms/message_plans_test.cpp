#include "services/runtime/seal.h"
#include "services/sms/list_plan.h"
#include "services/storage/query_files.h"
#include "tests/services/sms/message_rows.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using sms::ListWalk;
using sms::MessageFilter;

namespace {
/// A connection of the test's own, to ask how a statement is run.
class Explainer {
public:
    explicit Explainer(const storage::Options &options)
        : m_isPostgres(options.dialect == storage::Dialect::Postgres) {
        m_database = QSqlDatabase::addDatabase(m_isPostgres ? "QPSQL" : "QSQLITE", "explainer");
        m_database.setDatabaseName(m_isPostgres ? options.database : options.path);
        m_database.setHostName(options.host);
        m_database.setUserName(options.user);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
    }
    ~Explainer() {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase("explainer");
    }
    Q_DISABLE_COPY_MOVE(Explainer)

    void run(const QString &sql) {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }

    /// The steps, a line each.
    QStringList explain(const QString &name, const storage::Params &params, const QSet<QString> &with = {}) {
        const storage::Statement statement = statementOf(name, with);
        QSqlQuery query(m_database);
        if (!m_isPostgres)
            query.prepare("EXPLAIN QUERY PLAN " + statement.sql);
        for (const QString &wanted : statement.names)
            if (!m_isPostgres)
                query.addBindValue(valueOf(params, wanted));
        if (!(m_isPostgres ? query.exec(prepared(statement, params)) : query.exec()))
            qFatal("%s: %s", qPrintable(name), qPrintable(query.lastError().text()));
        QStringList found;
        while (query.next())
            found.append(query.value(m_isPostgres ? 0 : 3).toString().trimmed());
        return found;
    }
    QString textOf(const QString &name) const { return statementOf(name, {}).sql; }

private:
    storage::Statement statementOf(const QString &name, const QSet<QString> &with) const {
        storage::QueryFiles files(":/sql", m_isPostgres ? "postgres" : "sqlite");
        const auto statement = files.statement(name, with);
        if (!statement)
            qFatal("%s", qPrintable(statement.error().detail));
        return *statement;
    }

    static QVariant valueOf(const storage::Params &params, const QString &name) {
        for (const auto &[key, value] : params)
            if (key == name)
                return value;
        qFatal("%s is not given", qPrintable(name));
    }
    QString prepared(const storage::Statement &statement, const storage::Params &params) {
        QString sql = statement.sql;
        QStringList values;
        for (const QString &name : statement.names) {
            QSqlField field(name, valueOf(params, name).metaType());
            field.setValue(valueOf(params, name));
            values.append(m_database.driver()->formatValue(field));
            sql.replace(sql.indexOf('?'), 1, QString("$%1").arg(values.size()));
        }
        run("DEALLOCATE ALL");
        run("PREPARE asked AS " + sql);
        return "EXPLAIN (COSTS OFF) EXECUTE asked" + (values.isEmpty() ? QString() : '(' + values.join(',') + ')');
    }

    bool m_isPostgres;
    QSqlDatabase m_database;
};

/// Some months of messages, with the planner's numbers up to date.
struct Planned {
    SqlFolder sql;
    FakeClock clock;
    MessageRows rows;
    std::unique_ptr<StorageFixture> fixture;
    std::unique_ptr<Explainer> explainer;
    const QByteArray lookupKey = QByteArray(32, 'l');
    bool isPostgres = currentDialect() == storage::Dialect::Postgres;

    Planned() {
        MessageRows::addStatements(sql);
        sql.add("test/months", "SELECT sms_add_partitions(:from, :until) AS made;\n");
        fixture = std::make_unique<StorageFixture>(currentDialect(), sql.root());
        if (isPostgres)
            (void)fixture->database().write([&](storage::Connection &c) {
                return c.query("test/months", {{"from", toMs(clock.now() - std::chrono::hours(24 * 100))},
                                               {"until", toMs(clock.now())}});
            });
        const auto hash = [this](const QString &e164) { return runtime::hmac(e164.toLatin1(), lookupKey); };
        rows.fill(fixture->database(), hash, 4'000, clock.now(), std::chrono::minutes(30), 3);
        explainer = std::make_unique<Explainer>(fixture->options());
        if (isPostgres)
            explainer->run("VACUUM ANALYZE sms_messages");
        else
            explainer->run("ANALYZE");
    }

    /// Every index the plan walks, without its partition; what is read in any other way stands there as it is.
    QSet<QString> indexesOf(const QStringList &plan) const {
        static const QRegularExpression index("(?:using|USING) (?:COVERING )?(?:INDEX )?(INTEGER PRIMARY KEY|\\w+)"),
            partition("_(\\d{4}_\\d{2}|default)");
        QSet<QString> found;
        for (const QString &line : plan) {
            const bool reads = isPostgres ? line.contains("Scan") && line.contains("sms_")
                                          : line.contains("sms_messages") || line.startsWith("S");
            if (!reads || line.startsWith("SCAN walk") || line.startsWith("SCAN numbered") || line.contains("subquery"))
                continue;
            const auto match = index.match(line);
            const bool isSearch = isPostgres || line.startsWith("SEARCH") || line.startsWith("SCAN sms_messages USING");
            found.insert(match.hasMatch() && isSearch ? match.captured(1).remove(partition) : line);
        }
        return found;
    }
};
} // namespace

class MessagePlansTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListWalksOneIndex_data() { StorageFixture::dialects(); }
    void aListWalksOneIndex() {
        Planned planned;
        // PostgreSQL names a partition's index after its table and columns, SQLite after us.
        struct Case {
            const char *query, *sqlite, *postgres;
        };
        const QList<Case> cases{
            {"", "INTEGER PRIMARY KEY", "sms_messages_pkey"},
            {"from=2026-11-01T00:00:00Z&to=2026-11-11T00:00:00Z", "INTEGER PRIMARY KEY", "sms_messages_pkey"},
            {"number=0912345603", "sms_messages_number", "sms_messages_number_hash_id_idx"},
            {"state=failed", "sms_messages_state", "sms_messages_state_id_idx"},
            {"state=delivered", "sms_messages_state", "sms_messages_state_id_idx"},
            {"state=failed,delivered,expired", "sms_messages_state", "sms_messages_state_id_idx"},
            {"reason=no-credit", "sms_messages_reason", "sms_messages_reason_id_idx"},
            {"gateway=mitake", "sms_messages_gateway", "sms_messages_gateway_id_idx"},
            {"gateway=every8d", "sms_messages_gateway", "sms_messages_gateway_id_idx"},
            {"purpose=otp", "sms_messages_purpose", "sms_messages_purpose_id_idx"},
            {"template=promo.pass", "sms_messages_template", "sms_messages_template_id_idx"},
            {"batch=batch-7", "sms_messages_batch", "sms_messages_batch_id_id_idx"},
            {"request=request-7", "sms_messages_request", "sms_messages_request_id_id_idx"},
            {"state=failed&reason=no-credit", "sms_messages_reason", "sms_messages_reason_id_idx"},
            {"number=0912345603&state=failed", "sms_messages_number", "sms_messages_number_hash_id_idx"},
            {"batch=batch-7&template=otp.sign_in&gateway=every8d", "sms_messages_batch",
             "sms_messages_batch_id_id_idx"},
            {"template=promo.pass&state=failed&from=2026-10-01T00:00:00Z", "sms_messages_state",
             "sms_messages_state_id_idx"},
            {"purpose=marketing&state=submit_unknown,failed", "sms_messages_purpose", "sms_messages_purpose_id_idx"},
            {"template=never.sent&state=delivered", "sms_messages_template", "sms_messages_template_id_idx"},
        };
        for (const Case &one : cases) {
            const auto filter = sms::messageFilterFromQuery(QUrlQuery(one.query));
            QVERIFY2(filter, one.query);
            const auto scope = sms::scopeOf(*filter, planned.lookupKey);
            QVERIFY(scope);
            const auto walks = planned.fixture->database().read(
                [&](storage::Connection &c) { return sms::walksOf(c, *scope, scope->to); });
            QVERIFY(walks && !walks->isEmpty());
            const QSet<QString> expected{planned.isPostgres ? one.postgres : one.sqlite};
            planned.explainer->run("BEGIN");
            planned.explainer->run(planned.explainer->textOf("sms/plan_walks"));
            for (const ListWalk &walk : *walks) {
                for (const char *name : {"sms/page", "sms/page_ids", "sms/outline"}) {
                    storage::Params params = walk.params(scope->to, 101);
                    params.append({"every", 100});
                    const QStringList plan = planned.explainer->explain(name, params, walk.with());
                    QVERIFY2(planned.indexesOf(plan) == expected,
                             qPrintable(QString("%1 %2\n%3").arg(name, one.query, plan.join('\n'))));
                    if (qstrcmp(name, "sms/outline") != 0)
                        QVERIFY2(!plan.join('\n').contains("->  Sort") && !plan.join('\n').contains("TEMP B-TREE"),
                                 qPrintable(plan.join('\n')));
                }
            }
            planned.explainer->run("COMMIT");
        }
    }

    void nothingReadsTheWholeTable_data() { StorageFixture::dialects(); }
    void nothingReadsTheWholeTable() {
        Planned planned;
        const qint64 now = toMs(planned.clock.now());
        const storage::Params params{{"id", 5},
                                     {"before", now},
                                     {"before_id", firstIdAt(planned.clock.now())},
                                     {"after", 0},
                                     {"to", 9},
                                     {"batch", 500},
                                     {"step", "text"},
                                     {"nothing", QByteArray("")},
                                     {"since", 5},
                                     {"from", 0},
                                     {"now", now},
                                     {"limit", 100},
                                     {"state", "created"},
                                     {"in_the_air", 0},
                                     {"gateway", "every8d"}};
        if (planned.isPostgres) // a month is small here: what matters is that there is another way
            planned.explainer->run("SET enable_seqscan = off");
        for (const char *name : {"read_message", "lock_message", "events", "due_polls", "past_deadline", "stale",
                                 "oldest", "retention_end", "numbers_kept", "drop_texts", "retention_leave"}) {
            const QStringList plan = planned.explainer->explain(QString("sms/") + name, params, {"since"});
            const QString text = plan.join('\n');
            QVERIFY2(!text.contains("Seq Scan on sms_") && !text.contains("SCAN sms_messages\n") &&
                         !text.endsWith("SCAN sms_messages"),
                     qPrintable(QString(name) + '\n' + text));
        }
    }
};

QTEST_GUILESS_MAIN(MessagePlansTest)
#include "message_plans_test.moc"
