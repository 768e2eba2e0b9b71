#include "models/pricing/sheet.h"
#include "tests/models/pricing/tariffs.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
InForce priced(Id id, const QString &code, const Config &config, qint64 version = 3) {
    InForce inForce;
    inForce.plan.id = id;
    inForce.plan.code = code;
    inForce.config.version = version;
    inForce.config.config = config;
    return inForce;
}

/// Any valid config, with every kind of component now and then.
Config anyConfig(Chance &chance) {
    Config config = chance.config(true);
    if (chance.once(4)) {
        Packages packages;
        for (qint64 i = 0; i <= chance.upTo(3); ++i)
            packages.packages.push_back(
                {4 + 10 * i, chance.rate(900), chance.upTo(99), chance.rate(5), chance.rate(5)});
        config.components = {packages};
    }
    if (!config.find<ZoneFees>() && chance.once(2))
        config.components.push_back(ZoneFees{{{"taipei", "taoyuan", chance.rate(90)}, {"taoyuan", "", -1}}});
    if (Calendar *calendar = config.find<Calendar>() ? std::get_if<Calendar>(&config.components.back()) : nullptr) {
        calendar->rules.front().nameZh = QStringLiteral("夜間，「加成」");
        calendar->holidays = {QDate(2026, 10, 10), QDate(2027, 1, 1)};
    }
    qint64 minutes = 60;
    for (qint64 i = 0; i < chance.upTo(3); ++i, minutes *= 3)
        config.components.push_back(Cap{chance.rate(500), minutes, chance.once(2) ? CapScope::Rent : CapScope::Time});
    config.takesPass = chance.once(2);
    config.takesCode = chance.once(2);
    arrange(config);
    return config;
}

/// adult() and a plan with two segments, as a table that a person then spoils.
QList<InForce> twoPlans() {
    Config young = adult();
    std::get<TimeSegments>(young.components[1]).segments.push_back({60, 120, twd(-0.5), 0});
    young.components.push_back(Cap{twd(300), 1440, CapScope::Time});
    return {priced(1, "adult", adult()), priced(2, "young", young)};
}
SheetTable spoiled(int row, const QString &key, const QString &text) {
    SheetTable table = tableOf(twoPlans());
    table.rows[row][table.header.indexOf(key)] = text;
    return table;
}
/// "B7 code" of each mistake.
QStringList mistakes(const SheetTable &table) {
    QStringList result;
    const SheetImport import = readTable(table, twoPlans());
    for (const SheetMistake &mistake : import.mistakes)
        result.append(mistake.cell + " " + mistake.code);
    return result;
}
QString codeOf(const Result<Config> &config) {
    return config ? QString() : config.error().fields.first().path + " " + config.error().fields.first().code;
}
} // namespace

class SheetTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreNamedAsInASpreadsheet() {
        QCOMPARE(cellName(0, 0), "A1");
        QCOMPARE(cellName(25, 8), "Z9");
        QCOMPARE(cellName(26, 0), "AA1");
        QCOMPARE(cellName(701, 0), "ZZ1");
        QCOMPARE(cellName(16'383, 1'048'575), "XFD1048576");
    }

    void everyConfigComesBackOutOfItsCells() {
        Chance chance(4);
        for (int i = 0; i < 500; ++i) {
            const Config config = anyConfig(chance);
            QVERIFY2(check(config).isEmpty(), canonicalText(config).constData());
            const QStringList keys = keysOf(config);
            for (const QString &key : keys) {
                const Result<Config> same = withCell(config, key, cellOf(config, key));
                QVERIFY2(same && *same == config, qPrintable(key + codeOf(same)));
            }
        }
    }

    void aTableOfManyPlansReadsBackUnchanged() {
        Chance chance(5);
        QList<InForce> inForce, others;
        for (Id id = 1; id <= 200; ++id) {
            inForce.append(priced(id, QString("plan-%1").arg(id), anyConfig(chance)));
            others.append(priced(id, QString("plan-%1").arg(id), anyConfig(chance)));
        }
        const SheetTable table = tableOf(inForce);
        const SheetImport same = readTable(table, inForce);
        QVERIFY(same.mistakes.isEmpty());
        QCOMPARE(same.unchanged, 200);
        QVERIFY(same.changed.isEmpty());
    }

    void aRowTurnsAnyConfigIntoAnyOther() {
        Chance chance(6);
        for (int i = 0; i < 200; ++i) {
            const Config before = anyConfig(chance), after = anyConfig(chance);
            // Both in one table, so that it has the columns of both.
            SheetTable table = tableOf({priced(1, "one", after), priced(2, "other", before)});
            const SheetImport import = readTable(table, {priced(1, "one", before), priced(2, "other", before)});
            QVERIFY(import.mistakes.isEmpty());
            QVERIFY(before == after ? import.changed.isEmpty() : import.changed.value(1) == after);
        }
    }

    void columnsStandInTheOrderOfTheStack() {
        const SheetTable table = tableOf(twoPlans());
        QCOMPARE(table.header,
                 (QStringList{"plan_code", "config_version", "base.price", "base.minutes", "time[0].start",
                              "time[0].end", "time[0].rate", "time[0].interval", "time[1].start", "time[1].end",
                              "time[1].rate", "time[1].interval", "cap.amount", "cap.minutes", "cap.scope", "takes"}));
        QCOMPARE(table.rows[0], (QStringList{"adult", "3", "15", "6", "6", "", "2.5", "1", "", "", "", "", "", "", "",
                                             "pass code credit"}));
        QCOMPARE(sheetColumn("time[0].rate")->isMoney, true);
        QCOMPARE(sheetColumn("zones")->isText, true);
        QCOMPARE(sheetColumn("cap_2.amount")->componentWord, "cap");
        for (const char *bad :
             {"", "base", "base.rate", "time.rate", "time[00].rate", "time[50].rate", "time[-1].rate", "cap_1.amount",
              "cap_4.amount", "zones.fees", "base[0].price", "takes_2", "TIME[0].rate"})
            QVERIFY2(!sheetColumn(QString::fromLatin1(bad)), bad);
    }

    void everyBadCellIsNamed_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mistake");
        const auto row = [](int at, const char *key, const char *text, const char *mistake) {
            QTest::addRow("%s %s", key, text) << at << key << QString::fromUtf8(text) << mistake;
        };
        row(0, "base.price", "十五", "C2 not-an-amount");
        row(0, "base.price", "1,000", "C2 not-an-amount");
        row(0, "base.price", "NaN", "C2 not-an-amount");
        row(0, "base.price", "1.23456", "C2 not-an-amount");
        row(0, "base.price", "-1", "C2 out-of-range");
        row(0, "base.price", "", "C2 required");
        row(0, "base.minutes", "6.5", "D2 not-an-integer");
        row(0, "time[0].interval", "1000000000000", "H2 out-of-range");
        row(1, "time[0].rate", "", "G3 required");
        row(1, "time[1].start", "", "I3 required");
        row(1, "time[1].end", "60", "J3 empty");
        row(1, "time[1].end", "59", "J3 inverted");
        row(1, "time[1].start", "5", "I3 covered-by-base");
        row(1, "cap.minutes", "9", "N3 out-of-range");
        row(1, "cap.scope", "day", "O3 unknown-word");
        row(1, "takes", "", "P3 required");
        row(1, "takes", "pass beer", "P3 unknown-word");
        row(1, "config_version", "2", "B3 stale-version");
        row(1, "config_version", "x", "B3 not-an-integer");
        row(1, "plan_code", "yung", "A3 unknown-plan");
        row(1, "plan_code", "", "A3 required");
        row(1, "plan_code", "adult", "A3 twice");
    }
    void everyBadCellIsNamed() {
        QFETCH(int, row);
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, mistake);
        const SheetTable table = spoiled(row, key, text);
        QCOMPARE(mistakes(table), QStringList{mistake});
        const SheetMistake found = readTable(table, twoPlans()).mistakes.first();
        QCOMPARE(found.text, text);
        QCOMPARE(found.row, row);
        QCOMPARE(table.header[found.column], key);
        QVERIFY(!found.message.isEmpty());
        QVERIFY(readTable(table, twoPlans()).changed.isEmpty());
    }

    void allMistakesAreToldAtOnceAndOtherRowsCount() {
        SheetTable table = tableOf(twoPlans());
        table.header.append({"colour", "", "base.price"});
        table.rows[0][2] = "x";
        table.rows[0][4] = "y";
        table.rows[1][2] = "9";
        table.rows.append(QStringList{"ghost"});
        table.rows.append(QStringList{"", " "});
        table.rows.append(QStringList{"ghost2"});
        QCOMPARE(mistakes(table), (QStringList{"Q1 unknown-column", "S1 twice", "C2 not-an-amount", "E2 not-an-integer",
                                               "A4 unknown-plan", "A6 unknown-plan"}));
        const SheetImport import = readTable(table, twoPlans());
        QCOMPARE(import.unknownPlans, (QStringList{"ghost", "ghost2"}));
        QCOMPARE(import.changed.keys(), QList<Id>{2});
        QCOMPARE(cellOf(import.changed.value(2), "base.price"), "9");
        table.rows[1].resize(18);
        table.rows[1][17] = "7";
        QVERIFY(mistakes(table).contains("R3 no-header"));
        QVERIFY(readTable(table, twoPlans()).changed.isEmpty());
        QCOMPARE(mistakes({{"code"}, {{"adult"}}}), (QStringList{"A1 unknown-column", "A1 missing-column"}));
        QCOMPARE(mistakes({}), QStringList{"A1 missing-column"});
    }

    void keysWithoutAColumnStay() {
        const SheetImport import = readTable({{"time[0].rate", "plan_code"}, {{"3", "young"}}}, twoPlans());
        QVERIFY(import.mistakes.isEmpty());
        QCOMPARE(cellOf(import.changed.value(2), "time[0].rate"), "3");
        QCOMPARE(cellOf(import.changed.value(2), "cap.amount"), "300");
        // What is wrong at a key without a column is told at the plan.
        const SheetImport wrong = readTable({{"base.minutes", "plan_code"}, {{"10", "adult"}}}, twoPlans());
        QCOMPARE(wrong.mistakes.size(), 1);
        QCOMPARE(wrong.mistakes.first().cell, "B2");
        QCOMPARE(wrong.mistakes.first().place, "time[0].start");
    }

    void emptyingARowOfCellsTakesTheThingAway() {
        SheetTable table = tableOf(twoPlans());
        for (int column = 4; column < 8; ++column) // time[0], so that time[1] is the only one left
            table.rows[1][column].clear();
        table.rows[1][8] = "5";
        QCOMPARE(mistakes(table), QStringList{"I3 covered-by-base"}); // still named by where it stands
        table.rows[1][8] = "60";
        const Config config = readTable(table, twoPlans()).changed.value(2);
        QCOMPARE(config.find<TimeSegments>()->segments.size(), std::size_t(1));
        QCOMPARE(cellOf(config, "time[0].start"), "60");
    }

    void aStackIsChangedCellByCell() {
        Config config = adult();
        QCOMPARE(codeOf(withCell(config, "base.price", "-1")), "base.price out-of-range");
        QCOMPARE(codeOf(withCell(config, "base.price", "abc")), "base.price not-an-amount");
        QCOMPARE(codeOf(withCell(config, "time[0].rate", "")), "time[0].rate required");
        QCOMPARE(codeOf(withCell(config, "nothing", "1")), "nothing unknown-column");
        QCOMPARE(codeOf(withCell(config, "zones", "[{\"amount\":\"x\"}]")), "zones not-an-amount");
        QCOMPARE(codeOf(withCell(config, "zones", "{}")), "zones bad-json");
        config = *withCell(config, "base.minutes", "10"); // the segment follows in the next step
        QCOMPARE(checkCells(config).first().path, "time[0].start");
        config = *withCell(config, "time[0].start", "10");
        QVERIFY(checkCells(config).isEmpty());
        config = *withCell(config, "time[1].rate", " 3.50 ");
        QCOMPARE(cellOf(config, "time[1].rate"), "3.5");
        QCOMPARE(cellOf(config, "time[1].start"), "10");
        config = *withCell(config, "cap.amount", "300");
        QCOMPARE(cellOf(config, "cap.minutes"), "1440");
        QVERIFY(checkCells(config).isEmpty());
        config = *withCell(*withCell(config, "time[1].start", ""), "cap.amount", "");
        config = *withCell(*withCell(config, "base.minutes", "6"), "time[0].start", "6");
        QVERIFY(config == adult());
        QVERIFY(!withCell(config, "base.price", "")->find<Base>());
    }

    void whateverIsTypedIsAMistakeOrGivesAConfigThatMayBeSaved() {
        Chance chance(7);
        const QStringList typed{"",          "0",
                                "-1",        "6",
                                "60",        "1e9",
                                "x",         "999999999999999",
                                "[]",        "{}",
                                "none",      "[1]",
                                "rent",      "{\"rules\":[]}",
                                "pass pass", "２",
                                "1440",      "0.00001"};
        int mistakes = 0, changes = 0;
        for (int i = 0; i < 2000; ++i) {
            const QList<InForce> inForce{priced(1, "one", anyConfig(chance)), priced(2, "two", anyConfig(chance))};
            SheetTable table = tableOf(inForce);
            for (qint64 n = 0; n <= chance.upTo(3); ++n)
                table.rows[chance.upTo(1)][chance.upTo(table.header.size() - 1)] = typed[chance.upTo(typed.size() - 1)];
            const SheetImport import = readTable(table, inForce);
            for (const Config &config : import.changed)
                QVERIFY(check(config).isEmpty());
            QSet<int> wrongRows;
            for (const SheetMistake &mistake : import.mistakes) {
                wrongRows.insert(mistake.row);
                QCOMPARE(mistake.cell, cellName(mistake.column, mistake.row + 1));
            }
            // Every row is one of the three, and none is lost.
            QCOMPARE(import.changed.size() + import.unchanged + wrongRows.size(), 2);
            mistakes += static_cast<int>(wrongRows.size());
            changes += static_cast<int>(import.changed.size());
        }
        QVERIFY(mistakes > 500 && changes > 100);
    }

    void wrongThingsInJsonNameTheCellAndThePlaceInside() {
        SheetTable table = tableOf(twoPlans());
        table.header.append({"zones", "calendar"});
        table.rows[0].append({"[{\"from\":\"taipei\",\"amount\":\"3\"},{\"amount\":\"x\"}]", "{"});
        const SheetImport import = readTable(table, twoPlans());
        QCOMPARE(mistakes(table), (QStringList{"Q2 not-an-amount", "R2 bad-json"}));
        QCOMPARE(import.mistakes.first().place, "fees[1].amount");
        QCOMPARE(import.mistakes.last().place, "");
        table.rows[0][17] = "{\"rules\":[{\"from\":\"22:00\",\"to\":\"22:00\",\"effect\":\"flat\",\"value\":\"1\"}]}";
        QCOMPARE(mistakes(table), (QStringList{"Q2 not-an-amount", "R2 empty"}));
        QCOMPARE(readTable(table, twoPlans()).mistakes.last().place, "rules[0].to");
        Config config = adult();
        config.components.push_back(ZoneFees{{{"a", "b", 1}, {"a", "b", 2}}});
        QCOMPARE(checkCells(config).first().path, "zones.fees[1]");
    }
};

QTEST_APPLESS_MAIN(SheetTest)
#include "sheet_test.moc"
