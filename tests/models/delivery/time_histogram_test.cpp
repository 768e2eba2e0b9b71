#include "models/delivery/time_histogram.h"

#include <QTest>

#include <random>

using namespace wemo;
using wemo::delivery::TimeHistogram;

class TimeHistogramTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingHasNoQuantile() { QVERIFY(!TimeHistogram().quantile(0.5)); }

    void quantilesAreAtMostAnEighthOff() {
        std::mt19937 generator(7);
        std::lognormal_distribution<double> times(8.5, 1.6); // a median of 5 s, a long tail
        std::vector<qint64> exact;
        TimeHistogram histogram;
        for (int i = 0; i < 20'000; ++i) {
            const auto ms = static_cast<qint64>(times(generator));
            exact.push_back(ms);
            histogram.add(Milliseconds(ms));
        }
        std::sort(exact.begin(), exact.end());
        for (const double share : {0.01, 0.25, 0.5, 0.9, 0.95, 0.99}) {
            const double wanted = static_cast<double>(exact[static_cast<std::size_t>(share * 20'000)]);
            const double got = static_cast<double>(histogram.quantile(share)->count());
            QVERIFY2(std::abs(got - wanted) <= wanted * 0.125,
                     qPrintable(QString("%1: %2, not %3").arg(share).arg(got).arg(wanted)));
        }
    }

    void histogramsAddUp() {
        TimeHistogram one, other, both;
        for (int ms = 1; ms < 500'000; ms += 777) {
            (ms % 2 == 0 ? one : other).add(Milliseconds(ms));
            both.add(Milliseconds(ms));
        }
        one.add(other);
        QCOMPARE(one, both);
    }

    void extremesHaveABucket() {
        TimeHistogram histogram;
        histogram.add(Milliseconds(-5));
        histogram.add(Milliseconds(0));
        histogram.add(std::chrono::hours(24 * 400));
        QCOMPARE(histogram.count(), 3LL);
        QVERIFY(*histogram.quantile(1) >= std::chrono::hours(40));
        QCOMPARE(*histogram.quantile(0), Milliseconds(0));
    }

    void textReadsBackAndNonsenseIsEmpty() {
        TimeHistogram histogram;
        for (const int ms : {50, 900, 901, 4'000, 90'000'000})
            histogram.add(Milliseconds(ms));
        QCOMPARE(TimeHistogram::fromText(histogram.toText()), histogram);
        for (const char *bad : {"x", "1", "1:", ":2", "99:1", "-1:1", "1:-1", "1:2 3"})
            QCOMPARE(TimeHistogram::fromText(QString::fromLatin1(bad)).count(), 0LL);
    }
};

QTEST_APPLESS_MAIN(TimeHistogramTest)
#include "time_histogram_test.moc"
