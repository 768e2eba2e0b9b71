#include "ui/sheets/cell_value.h"
#include "ui/sheets/table.h"

#include <QTest>

using namespace wemo::sheets;

class CellValueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainNumbersAreThoseThatComeBackUnchanged() {
        for (const char *number : {"0", "5", "-5", "2.5", "-0.0001", "0.1", "123456789012345", "1234567890.12345"}) {
            QVERIFY2(isPlainNumber(QString::fromLatin1(number)), number);
            const double value = QByteArray(number).toDouble();
            QCOMPARE(numberText(QString::number(value, 'g', 17)), QString::fromLatin1(number));
        }
        for (const char *text : {"", "-", "-0", "007", "00", "+5", "1.", ".5", "1.50", "1e5", "1,000", "0x1", "NaN",
                                 "1234567890123456", "0.1234567890123456", "1.2.3", " 1", "--1", "-0.0"})
            QVERIFY2(!isPlainNumber(QString::fromLatin1(text)), text);
        QVERIFY(!isPlainNumber(QStringLiteral("１")));
    }

    void numbersShowFifteenDigits() {
        QCOMPARE(numberText("0.10000000000000001"), "0.1");
        QCOMPARE(numberText("0.30000000000000004"), "0.3");
        QCOMPARE(numberText("2.5E-4"), "0.00025");
        QCOMPARE(numberText("1E3"), "1000");
        QCOMPARE(numberText("-1.5E+2"), "-150");
        QCOMPARE(numberText("1E+20"), "1e+20");
        QCOMPARE(numberText("999.99999999999999"), "1000");
        QCOMPARE(numberText("-0"), "0");
        QCOMPARE(numberText("abc"), "abc");
        QCOMPARE(numberText("1e999"), "1e999");
    }

    void daysAreThoseOfTheCalendar() {
        QCOMPARE(dateText("1", false), "1900-01-01");
        QCOMPARE(dateText("59", false), "1900-02-28");
        QCOMPARE(dateText("60", false), "60"); // 29 February 1900 never was
        QCOMPARE(dateText("61", false), "1900-03-01");
        QCOMPARE(dateText("46350", false), "2026-11-24");
        QCOMPARE(dateText("44888", true), "2026-11-24");
        QCOMPARE(dateText("46350.999999999", false), "2026-11-25");
        QCOMPARE(dateText("0.25", false), "06:00:00");
        QCOMPARE(dateText("2958465", false), "9999-12-31");
        QCOMPARE(dateText("2958466", false), "2958466");
        QCOMPARE(dateText("-1", false), "-1");
        QCOMPARE(dateText("NaN", false), "NaN");
    }

    void formatsOfDaysAreKnown() {
        for (const char *code : {"yyyy-mm-dd", "h:mm AM/PM", "[$-404]e/m/d", "d", "yyyy\"年\""})
            QVERIFY2(isDateFormat(QString::fromUtf8(code)), code);
        for (const char *code : {"General", "0.00", "#,##0", "\"days\"0", "[Red]0", "0\\d", "[$NT$-404]#,##0", "@", ""})
            QVERIFY2(!isDateFormat(QString::fromUtf8(code)), code);
        QVERIFY(isDateFormat(14) && isDateFormat(57) && !isDateFormat(0) && !isDateFormat(49));
    }

    void escapesAreUndone() {
        for (const QString text : {"", "_x0041_", "a_x", "__x0041__", "_x005F_x0041_", "\r\x01", "_xZZZZ_"})
            QCOMPARE(unescaped(escaped(text)), text);
        QCOMPARE(escaped("\r"), "_x000D_");
        QCOMPARE(unescaped("_x000d_"), "\r");
    }
};

QTEST_GUILESS_MAIN(CellValueTest)
#include "cell_value_test.moc"
