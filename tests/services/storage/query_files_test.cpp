#include "services/storage/migrations.h"
#include "services/storage/query_files.h"

#include <QTest>

using namespace wemo::storage;

class QueryFilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersPlaceholders();
    void leavesQuotesAndCastsAlone();
    void keepsConditionalLines();
    void unknownQueryIsAFault();
    void splitsStatements();
};

void QueryFilesTest::numbersPlaceholders() {
    const Statement statement = parseStatement("-- why\nSELECT a FROM t WHERE (a, b) < (:a,:b_2) OR a = :a;\n", {});
    QCOMPARE(statement.sql, QString("SELECT a FROM t WHERE (a, b) < (?,?) OR a = ?"));
    QCOMPARE(statement.names, (QStringList{"a", "b_2", "a"}));
}

void QueryFilesTest::leavesQuotesAndCastsAlone() {
    const Statement statement = parseStatement("SELECT ':no', \":no\", $$ :no $$, :ids::bigint[], 'it''s :no'", {});
    QCOMPARE(statement.sql, QString("SELECT ':no', \":no\", $$ :no $$, ?::bigint[], 'it''s :no'"));
    QCOMPARE(statement.names, QStringList{"ids"});
}

void QueryFilesTest::keepsConditionalLines() {
    const QString text = "SELECT 1 FROM t WHERE TRUE\n  --? number AND number = :number\n --? from AND at >= :from\n";
    QCOMPARE(parseStatement(text, {}).names, QStringList());
    QCOMPARE(parseStatement(text, {"number"}).names, QStringList{"number"});
    QCOMPARE(parseStatement(text, {"from", "number"}).names, (QStringList{"number", "from"}));
    QVERIFY(!parseStatement(text, {"numbe"}).sql.contains("number"));
}

void QueryFilesTest::unknownQueryIsAFault() {
    QueryFiles files(":/sql", "sqlite");
    const auto statement = files.statement("no/such", {});
    QVERIFY(!statement);
    QCOMPARE(statement.error().code, QString("no-such-query"));
    QVERIFY(!statement.error().message.contains("no/such"));
    QVERIFY(files.statement("schema/lock", {}).has_value());
}

void QueryFilesTest::splitsStatements() {
    const QStringList statements =
        splitStatements("-- first;\nCREATE TABLE a (\n  x TEXT DEFAULT ';'\n);\n\n"
                        "CREATE FUNCTION f() AS $$\nBEGIN\n  x;\nEND;\n$$ LANGUAGE plpgsql;\n"
                        "INSERT INTO a VALUES ('1')\n");
    QCOMPARE(statements.size(), 3);
    QVERIFY(statements[0].startsWith("CREATE TABLE a"));
    QVERIFY(statements[1].contains("END;"));
    QCOMPARE(statements[2], QString("INSERT INTO a VALUES ('1')"));
}

QTEST_GUILESS_MAIN(QueryFilesTest)
#include "query_files_test.moc"
