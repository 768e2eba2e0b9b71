#include "ui/pages/timeline/time_scale.h"
#include "ui/widgets/time_text.h"

#include <QTest>

namespace wemo::pages::timeline {

using namespace std::chrono;

/// Time on pixels, and an axis that can be read at every zoom.
class TimeScaleTest final : public QObject {
    Q_OBJECT

    static Instant taipei(int year, int month, int day, int hour = 0) {
        return ui::fromTaipei(QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC));
    }

private Q_SLOTS:
    void whatIsUnderTheMouseStaysThere() {
        TimeScale scale;
        scale.fit(taipei(2026, 1, 1), taipei(2027, 1, 1), 1000);
        const Instant held = scale.at(300);
        scale.zoom(7, 300);
        QVERIFY(abs(scale.at(300) - held) < minutes(1));
        QVERIFY(scale.msPerPixel < 86'400'000 * 365.0 / 1000 / 6);
    }

    void zoomEndsAtTwoHoursAndAtDecades() {
        TimeScale scale;
        scale.zoom(1e9, 0);
        QCOMPARE(scale.msPerPixel, TimeScale::finest);
        scale.zoom(1e-12, 0);
        QCOMPARE(scale.msPerPixel, TimeScale::coarsest);
    }

    void labelsHaveRoomAtEveryZoom() {
        for (double ms = TimeScale::finest; ms < TimeScale::coarsest; ms *= 1.3) {
            TimeScale scale{taipei(2024, 3, 7, 5), ms};
            const QList<Tick> ticks = TimeAxis::ticks(scale, 1000);
            QVERIFY2(ticks.size() >= 2 && ticks.size() <= 34, qPrintable(QString::number(ms)));
            for (qsizetype i = 1; i < ticks.size(); ++i)
                QVERIFY2(scale.x(ticks.at(i).at) - scale.x(ticks.at(i - 1).at) >= 28, qPrintable(QString::number(ms)));
        }
    }

    void ticksAreRoundTimesOfTaipei() {
        TimeScale days{taipei(2026, 11, 20, 13), 3'600'000 * 0.5};
        for (const Tick &tick : TimeAxis::ticks(days, 1000))
            QCOMPARE(ui::toTaipei(tick.at).time(), QTime(0, 0));
        TimeScale months{taipei(2026, 1, 15), 86'400'000 * 0.5};
        for (const Tick &tick : TimeAxis::ticks(months, 1000))
            QCOMPARE(ui::toTaipei(tick.at).date().day(), 1);
        for (const Tick &heading : TimeAxis::headings(months, 1000))
            QCOMPARE(ui::toTaipei(heading.at).date().dayOfYear(), 1);
    }

    void stepsAreFinerTheNearerOneIs() {
        QCOMPARE(TimeAxis::step(TimeScale::finest), Milliseconds(minutes(15)));
        QCOMPARE(TimeAxis::step(3'600'000.0 / 8), Milliseconds(hours(1)));
        QCOMPARE(TimeAxis::step(86'400'000), Milliseconds(hours(24)));
    }
};

} // namespace wemo::pages::timeline

QTEST_MAIN(wemo::pages::timeline::TimeScaleTest)
#include "time_scale_test.moc"
