#include "models/core/json_reader.h"

#include <QJsonArray>
#include <QTest>

using namespace wemo;

class JsonReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void malformedTextSaysWhere() {
        const auto result = parseJsonObject("{\"a\": }");
        QVERIFY(!result);
        QCOMPARE(result.error().code, QString("malformed-json"));
        QVERIFY(result.error().message.contains("byte"));
        QVERIFY(!parseJsonObject("[1]"));
        QVERIFY(!parseJsonObject(""));
        QVERIFY(!parseJsonObject("{} {}"));
    }

    void allMistakesComeAtOnceWithTheirPaths() {
        JsonReader reader({{"name", 7}, {"age", 1.5}, {"extra", true}}, "items[2]");
        reader.string("name");
        reader.integer("age", 0, 150);
        reader.boolean("active");
        const auto result = reader.finish();
        QVERIFY(!result);
        QCOMPARE(toString(result.error().kind), QString("invalid-input"));
        QStringList found;
        for (const FieldError &field : result.error().fields)
            found.append(field.path + " " + field.code);
        QCOMPARE(found, QStringList({"items[2].name wrong-type", "items[2].age not-an-integer",
                                     "items[2].active required", "items[2].extra unknown-field"}));
    }

    void lengthsAndRangesAreHeld() {
        JsonReader reader({{"a", "four"}, {"b", ""}, {"c", 11}, {"d", 9007199254740994.0}});
        reader.string("a", 3);
        reader.string("b");
        reader.integer("c", 0, 10);
        reader.integer("d", 0, std::numeric_limits<qint64>::max());
        QCOMPARE(reader.finish().error().fields.size(), 4);
    }

    void optionalFieldsMayBeMissingOrNullButNotWrong() {
        JsonReader reader({{"a", QJsonValue::Null}, {"b", 5}});
        QVERIFY(!reader.optionalString("a"));
        QVERIFY(!reader.optionalInteger("c", 0, 9));
        QCOMPARE(reader.optionalInteger("b", 0, 9), std::optional<qint64>(5));
        QVERIFY(reader.finish());
        JsonReader wrong({{"b", "5"}});
        wrong.optionalInteger("b", 0, 9);
        QVERIFY(!wrong.finish());
    }

    void idsAndInstantsReadBack() {
        JsonReader reader({{"id", "1234567890123456789"}, {"at", "2026-11-22T13:18:50.123+08:00"}});
        QCOMPARE(reader.id("id"), Id(1234567890123456789));
        QCOMPARE(toIso(reader.instant("at")), QString("2026-11-22T05:18:50.123Z"));
        QVERIFY(reader.finish());
    }

    void badIdsAndInstantsAreNamed_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("at");
        QTest::newRow("letters") << "12a"
                                 << "yesterday";
        QTest::newRow("negative, no zone") << "-5"
                                           << "2026-11-22T13:18:50";
        QTest::newRow("too large, no such day") << "9999999999999999999"
                                                << "2026-02-30T00:00:00Z";
    }
    void badIdsAndInstantsAreNamed() {
        QFETCH(QString, id);
        QFETCH(QString, at);
        JsonReader reader({{"id", id}, {"at", at}});
        reader.id("id");
        reader.instant("at");
        const auto result = reader.finish();
        QVERIFY(!result);
        QCOMPARE(result.error().fields.size(), 2);
        QCOMPARE(result.error().fields.at(0).code, QString("bad-id"));
        QCOMPARE(result.error().fields.at(1).code, QString("bad-time"));
    }

    void numbersMayHaveAFraction() {
        JsonReader reader({{"rate", 0.5}, {"high", 11}, {"word", "1"}, {"none", QJsonValue()}});
        QCOMPARE(reader.number("rate", 0, 1), 0.5);
        QCOMPARE(reader.optionalNumber("none", 0, 1).has_value(), false);
        reader.number("high", 0, 10);
        reader.number("word", 0, 10);
        const auto result = reader.finish();
        QVERIFY(!result);
        QCOMPARE(result.error().fields.at(0).code, QString("out-of-range"));
        QCOMPARE(result.error().fields.at(1).code, QString("wrong-type"));
    }

    void aNewerServiceMaySayMore() {
        JsonReader reader({{"a", "x"}, {"new", 1}});
        reader.string("a");
        QVERIFY(reader.finishLenient());
    }

    void arraysAreCounted() {
        JsonReader reader({{"list", QJsonArray{"a", 2, "c"}}, {"many", QJsonArray{1, 2, 3}}});
        reader.strings("list", 5);
        reader.array("many", 2);
        const auto result = reader.finish();
        QVERIFY(!result);
        QCOMPARE(result.error().fields.at(0).path, QString("list[1]"));
        QCOMPARE(result.error().fields.at(1).code, QString("too-many"));
    }
};

QTEST_APPLESS_MAIN(JsonReaderTest)
#include "json_reader_test.moc"
