#include "services/phone/parse.h"

#include <QTest>

using wemo::ErrorKind;
using wemo::phone::parse;

class ParseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("national") << "0912345678";
        QTest::newRow("dashes") << "0912-345-678";
        QTest::newRow("spaces") << "  0912 345 678 ";
        QTest::newRow("international") << "+886912345678";
        QTest::newRow("international, trunk zero in brackets") << "+886 (0)912-345-678";
        QTest::newRow("without plus") << "886912345678";
        QTest::newRow("dialled from abroad") << "002886912345678";
        QTest::newRow("full-width") << QString::fromUtf8("０９１２－３４５－６７８");
        QTest::newRow("full-width plus") << QString::fromUtf8("＋８８６９１２３４５６７８");
        QTest::newRow("ideographic space") << QString::fromUtf8("0912　345　678");
        QTest::newRow("dots and brackets") << "(0912).345.678";
    }
    void readsWhatPeopleWrite() {
        QFETCH(QString, text);
        const auto number = parse(text);
        QVERIFY2(number, number ? "" : qPrintable(number.error().code));
        QCOMPARE(number->e164(), QString("+886912345678"));
    }

    void refuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << ""
                               << "not-a-number";
        QTest::newRow("spaces") << "   "
                                << "not-a-number";
        QTest::newRow("words") << "hello"
                               << "not-a-number";
        QTest::newRow("letters that a keypad would dial") << "0912-ABC-DEF"
                                                          << "not-a-number";
        QTest::newRow("extension") << "0912345678 ext. 5"
                                   << "not-a-number";
        QTest::newRow("two numbers") << "0912345678,0987654321"
                                     << "not-a-number";
        QTest::newRow("over-long") << QString(41, u'1') << "not-a-number";
        QTest::newRow("separators alone") << "-- -- --"
                                          << "not-a-number";
        QTest::newRow("markup") << "<b>0912345678</b>"
                                << "not-a-number";
        QTest::newRow("NUL") << QString("0912345678") + QChar(u'\0') << "not-a-number";
        QTest::newRow("too short") << "091234567"
                                   << "impossible";
        QTest::newRow("too long") << "09123456789"
                                  << "impossible";
        QTest::newRow("never given out") << "0100000000"
                                         << "impossible";
        QTest::newRow("range of another service") << "0999999999"
                                                  << "not-mobile";
        QTest::newRow("Taipei landline") << "02-2345-6789"
                                         << "not-mobile";
        QTest::newRow("toll-free") << "0800-080-123"
                                   << "not-mobile";
        QTest::newRow("United States") << "+1 415 555 2671"
                                       << "not-taiwan";
        QTest::newRow("Japan") << "+81 90 1234 5678"
                               << "not-taiwan";
        QTest::newRow("no such country") << "+999 912345678"
                                         << "not-taiwan";
    }
    void refuses() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto number = parse(text);
        QVERIFY(!number);
        QVERIFY(number.error().kind == ErrorKind::InvalidInput);
        QCOMPARE(number.error().code, code);
    }

    void theMessageNeverRepeatsTheInput() { QVERIFY(!parse(u"02-2345-6789").error().message.contains("2345")); }
};

QTEST_APPLESS_MAIN(ParseTest)
#include "parse_test.moc"
