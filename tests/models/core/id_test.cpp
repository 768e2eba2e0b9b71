#include "models/core/id.h"
#include "tests/support/fake_clock.h"

#include <QTest>

#include <set>
#include <thread>

using namespace wemo;

class IdTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsSortByTimeAndNeverRepeat() {
        tests::FakeClock clock;
        IdSource source(clock, 1);
        Id last = 0;
        for (int i = 0; i < 10'000; ++i) {
            const Id id = source.next();
            QVERIFY(id > last);
            last = id;
        }
        clock.advance(Milliseconds(1));
        QVERIFY(source.next() > last);
    }

    void aClockThatGoesBackMakesNoOldIds() {
        tests::FakeClock clock;
        IdSource source(clock, 1);
        const Id before = source.next();
        clock.advance(std::chrono::hours(-1));
        QVERIFY(source.next() > before);
    }

    void threadsShareASource() {
        tests::FakeClock clock;
        IdSource source(clock, 7);
        std::vector<std::vector<Id>> made(4);
        std::vector<std::thread> threads;
        for (auto &ids : made)
            threads.emplace_back([&source, &ids] {
                for (int i = 0; i < 2'000; ++i)
                    ids.push_back(source.next());
            });
        for (std::thread &thread : threads)
            thread.join();
        std::set<Id> all;
        for (const auto &ids : made)
            all.insert(ids.begin(), ids.end());
        QCOMPARE(all.size(), std::size_t(8'000));
    }

    void aRangeOfTimeIsARangeOfIds() {
        tests::FakeClock clock;
        IdSource source(clock, 3);
        const Instant at = clock.now();
        const Id id = source.next();
        QCOMPARE(instantOf(id), at);
        QVERIFY(firstIdAt(at) <= id && id < firstIdAt(at + Milliseconds(1)));
        QCOMPARE(instantOf(firstIdAt(at)), at);
        QCOMPARE(firstIdAt(fromMs(0)), Id(0)); // nothing is that old
        QVERIFY(firstIdAt(fromMs(std::numeric_limits<qint64>::max() / 2)) > 0);
    }

    void textReadsBack() {
        QCOMPARE(idFromString(idToString(42)), std::optional<Id>(42));
        for (const QString text : {"", "0", "-1", "+1", " 1", "1.0", "12345678901234567890", "9223372036854775808"})
            QVERIFY2(!idFromString(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(IdTest)
#include "id_test.moc"
