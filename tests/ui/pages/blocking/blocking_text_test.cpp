#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/import_run.h"
#include "ui/pages/blocking/policy_form.h"
#include "ui/pages/blocking/subject_guess.h"

#include <QTest>

namespace wemo::pages::blocking {

using namespace std::chrono;
using wemo::blocking::BanMatch;

class BlockingTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSpanIsToldInItsLargestWholeUnit() {
        QCOMPARE(spanText(seconds(90)), QStringLiteral("90 s"));
        QCOMPARE(spanText(minutes(15)), QStringLiteral("15 min"));
        QCOMPARE(spanText(hours(1)), QStringLiteral("60 min"));
        QCOMPARE(spanText(hours(24)), QStringLiteral("24 h"));
        QCOMPARE(spanText(hours(72)), QStringLiteral("3 days"));
        QCOMPARE(spanText(minutes(61)), QStringLiteral("61 min"));
    }

    void theRestCountsDownToOver() {
        QCOMPARE(leftText(milliseconds(0)), QStringLiteral("over"));
        QCOMPARE(leftText(milliseconds(1)), QStringLiteral("0:01"));
        QCOMPARE(leftText(minutes(5) - milliseconds(1)), QStringLiteral("5:00"));
        QCOMPARE(leftText(hours(3) + minutes(7)), QStringLiteral("3 h 07 min"));
        QCOMPARE(leftText(hours(52)), QStringLiteral("2 days 4 h"));
    }

    void aPolicyIsASentenceWhateverItHas() {
        wemo::blocking::Policy policy;
        policy.subjectKind = QStringLiteral("pair");
        policy.event = QStringLiteral("code-wrong");
        policy.blockTime = minutes(15);
        policy.longestBlock = minutes(15);
        QCOMPARE(policySentence(policy),
                 QStringLiteral("5 wrong codes in 60 min per requester for one target, then blocked 15 min"));
        policy.event = QStringLiteral("something-new"); // data, not code
        policy.subjectKind = QStringLiteral("scooter");
        QCOMPARE(policySentence(policy), QStringLiteral("5 × something-new in 60 min scooter, then blocked 15 min"));
    }

    void theDifferenceNamesWhatChanged() {
        PolicyRecord from, to;
        from.policy.subjectKind = to.policy.subjectKind = QStringLiteral("number");
        to.policy.limit = 9;
        to.note = QStringLiteral("why");
        QCOMPARE(policyDifference(from, to), (QStringList{"At most: 5 → 9", "Note: – → why"}));
        QVERIFY(policyDifference(to, to).isEmpty());
    }

    void theFormOfAValueIsCheckedByItsKind_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("match");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("right");
        const int exact = int(BanMatch::Exact), prefix = int(BanMatch::Prefix), cidr = int(BanMatch::Cidr);
        QTest::newRow("number") << "number" << exact << "0912 345 678" << true;
        QTest::newRow("land line") << "number" << exact << "02 2345 6789" << false;
        QTest::newRow("prefix") << "number" << prefix << "+88690055" << true;
        QTest::newRow("short prefix") << "number" << prefix << "09" << false;
        QTest::newRow("range") << "address" << cidr << "203.0.113.0/24" << true;
        QTest::newRow("IPv6 range") << "address" << cidr << "2001:db8::/32" << true;
        QTest::newRow("no length") << "address" << cidr << "203.0.113.0" << false;
        QTest::newRow("too long") << "address" << cidr << "203.0.113.0/33" << false;
        QTest::newRow("range of numbers") << "number" << cidr << "0912/4" << false;
        QTest::newRow("prefix of addresses") << "address" << prefix << "203.0." << false;
        QTest::newRow("e-mail") << "email" << exact << "a@b.tw" << true;
        QTest::newRow("no e-mail") << "email" << exact << "a@b" << false;
        QTest::newRow("ID card") << "id_card" << exact << "A123456789" << true;
        QTest::newRow("no ID card") << "id_card" << exact << "A12345678" << false;
        QTest::newRow("device") << "device" << exact << "whatever" << true; // only the service can tell
    }
    void theFormOfAValueIsCheckedByItsKind() {
        QFETCH(QString, kind);
        QFETCH(int, match);
        QFETCH(QString, value);
        QFETCH(bool, right);
        QCOMPARE(valueFault(kind, static_cast<BanMatch>(match), value).isEmpty(), right);
    }

    void partsEndWithLinesAndAreTheWhole() {
        const QByteArray text = "aaaa\nbb\ncccccccccccc\nd";
        const QList<QByteArray> parts = partsOf(text, 8);
        QCOMPARE(parts, (QList<QByteArray>{"aaaa\nbb\n", "cccccccc", "cccc\nd"}));
        QCOMPARE(parts.join(), text);
        QVERIFY(partsOf({}, 8).isEmpty());
        QCOMPARE(partsOf("abc\n", 4).size(), 1);
    }
};

} // namespace wemo::pages::blocking

QTEST_MAIN(wemo::pages::blocking::BlockingTextTest)
#include "blocking_text_test.moc"
