#include "ui/shell/theme.h"
#include "ui/widgets/line_chart.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace wemo;
using namespace wemo::ui;
using namespace std::chrono;

namespace {
const Instant noon = fromMs(1'795'320'000'000); // 22 November 2026, 12:00 in Taipei
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

QList<Instant> minutesFrom(Instant first, int count) {
    QList<Instant> times;
    for (int i = 0; i < count; ++i)
        times.append(first + minutes(i));
    return times;
}
} // namespace

class LineChartTest final : public QObject {
    Q_OBJECT

    static void press(LineChart &chart, Qt::Key key) { QTest::keyClick(&chart, key); }

private Q_SLOTS:
    void initTestCase() {
        Theme theme(*qApp);
        theme.apply(Scheme::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void stepsAreRound_data() {
        QTest::addColumn<double>("rough");
        QTest::addColumn<double>("step");
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("less than one") << 0.3 << 1.0;
        QTest::newRow("two") << 1.4 << 2.0;
        QTest::newRow("five") << 4.1 << 5.0;
        QTest::newRow("ten") << 7.0 << 10.0;
        QTest::newRow("exact") << 20.0 << 20.0;
        QTest::newRow("hundreds") << 333.0 << 500.0;
        QTest::newRow("not a number") << gap << 1.0;
    }
    void stepsAreRound() {
        QFETCH(double, rough);
        QFETCH(double, step);
        QCOMPARE(niceStep(rough), step);
    }

    void aLinearScaleBeginsAtZeroAndHoldsTheHighest() {
        const ValueScale scale = ValueScale::linear(1'240, 3);
        QCOMPARE(scale.ticks(), (QList<double>{0, 500, 1000, 1500}));
        QCOMPARE(scale.position(0), 0.0);
        QCOMPARE(scale.position(750), 0.5);
        QCOMPARE(scale.position(9'999), 1.0);
        QCOMPARE(ValueScale::linear(0, 3).ticks(), (QList<double>{0, 1}));
    }

    void aLogarithmicScaleHasWholeDecades() {
        const ValueScale scale = ValueScale::logarithmic(4, 2'300);
        QCOMPARE(scale.ticks(), (QList<double>{1, 10, 100, 1000}));
        QVERIFY(scale.position(2'300) > 0.95 && scale.position(2'300) < 1);
        QVERIFY(std::abs(scale.position(1'000) - 3 * scale.position(10)) < 1e-9);
        QCOMPARE(scale.position(0), 0.0);
        QCOMPARE(ValueScale::logarithmic(10, 10).ticks(), (QList<double>{10, 100}));
        QCOMPARE(ValueScale::logarithmic(std::numeric_limits<double>::infinity(), 0).ticks(), (QList<double>{1, 10}));
    }

    void timesAreRoundOnTheClockOfTaipei() {
        const auto ticks = timeTicks(noon + minutes(7), noon + minutes(67), 5);
        QCOMPARE(ticks,
                 (QList<Instant>{noon + minutes(15), noon + minutes(30), noon + minutes(45), noon + minutes(60)}));
        for (const int most : {1, 2, 3, 4, 8})
            for (const int span : {1, 14, 60, 360, 1440})
                QVERIFY(timeTicks(noon, noon + minutes(span), most).size() <= most);
        QVERIFY(timeTicks(noon, noon, 4).isEmpty());
    }

    void withoutMeasuresItSaysSo() {
        LineChart chart(LineChart::Unit::Milliseconds);
        chart.setEmptyText("Nothing ran.");
        chart.setData(minutesFrom(noon, 3), {{"p50", Tone::Info, {gap, gap, gap}}});
        QVERIFY(chart.isEmpty());
        QCOMPARE(chart.accessibleDescription(), "Nothing ran.");
        QVERIFY(!chart.grab().isNull());
        LineChart counts(LineChart::Unit::Count);
        counts.setData(minutesFrom(noon, 2), {{"Completed", Tone::Success, {0, 0}}});
        QVERIFY(counts.isEmpty());
        counts.setData({}, {});
        QVERIFY(counts.isEmpty() && !counts.grab().isNull());
    }

    void theArrowKeysReadItOut() {
        LineChart chart(LineChart::Unit::Milliseconds);
        chart.setData(minutesFrom(noon, 30), {{"p50", Tone::Info, QList<double>(30, 12.0)},
                                              {"p99", Tone::Warning, QList<double>(29, 1'500.0) << gap}});
        QCOMPARE(chart.accessibleDescription(),
                 "12:00 to 12:29. p50: now 12 ms, at most 12 ms; p99: now 1.5 s, at most 1.5 s");
        QSignalSpy moved(&chart, &LineChart::cursorMoved);
        press(chart, Qt::Key_Left);
        QCOMPARE(chart.cursor().value(), 29);
        QCOMPARE(chart.accessibleDescription(), "12:29. p50 12 ms; p99 –");
        press(chart, Qt::Key_PageUp);
        QCOMPARE(chart.cursor().value(), 19);
        press(chart, Qt::Key_Home);
        press(chart, Qt::Key_Left);
        QCOMPARE(chart.cursor().value(), 0);
        press(chart, Qt::Key_Right);
        QCOMPARE(chart.accessibleDescription(), "12:01. p50 12 ms; p99 1.5 s");
        press(chart, Qt::Key_End);
        QCOMPARE(chart.cursor().value(), 29);
        QCOMPARE(moved.size(), 6);
        chart.setData(minutesFrom(noon, 2), {{"p50", Tone::Info, {1, 2}}});
        QVERIFY(!chart.cursor());
    }

    void theMouseReadsOutTheNearestMoment() {
        LineChart chart(LineChart::Unit::Count);
        chart.resize(300, 150);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.setData(minutesFrom(noon, 11), {{"Completed", Tone::Success, QList<double>(11, 3.0)}});
        QTest::mouseMove(&chart, QPoint(295, 90));
        QTRY_COMPARE(chart.cursor().value_or(-1), 10);
        QTest::mouseMove(&chart, QPoint(160, 90));
        QTRY_COMPARE(chart.cursor().value_or(-1), 5);
    }

    void valuesAreSaidInTheirUnit() {
        const LineChart time(LineChart::Unit::Milliseconds);
        QCOMPARE(time.valueText(0.25), "0.25 ms");
        QCOMPARE(time.valueText(8.24), "8.2 ms");
        QCOMPARE(time.valueText(61'000), "1 min 01 s");
        QCOMPARE(time.valueText(gap), QString::fromUtf8("–"));
        QCOMPARE(LineChart(LineChart::Unit::Count).valueText(12'345), "12,345");
    }
};

QTEST_MAIN(LineChartTest)
#include "line_chart_test.moc"
