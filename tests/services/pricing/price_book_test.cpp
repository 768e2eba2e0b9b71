#include "tests/services/pricing/book_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

class PriceBookTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMostSpecificPlanPrices() {
        const auto book = usualBook().book();
        Ride asked = ride("2025-06-01T00:00:00Z", 10);
        QCOMPARE(book->rowFor(asked)->plan->code, QString("adult"));
        asked.model = "fly";
        QCOMPARE(book->rowFor(asked)->plan->code, QString("fly-adult"));
        asked.tier = "young";
        QCOMPARE(book->rowFor(asked)->plan->code, QString("young"));
        asked.product = "hourly";
        QVERIFY(!book->rowFor(asked));
    }

    void aRetiredPlanPricesOnlyWhatStartedBefore() {
        BookBuilder builder = usualBook();
        builder.parts().plans[2].retiredAt = at("2025-06-01T00:00:00Z");
        const auto book = builder.book();
        Ride asked = ride("2025-05-31T23:59:59Z", 10);
        asked.model = "fly";
        QCOMPARE(book->rowFor(asked)->plan->code, QString("fly-adult"));
        asked.start = at("2025-06-01T00:00:00Z");
        QCOMPARE(book->rowFor(asked)->plan->code, QString("adult"));
    }

    void anIntervalHoldsFromItsFirstInstantToBeforeItsLast() {
        const auto book = usualBook().book();
        const PriceBook::Row &row = *book->rowOf(3);
        QVERIFY(!row.at(at("2023-12-31T15:59:59.999Z")));
        QCOMPARE(row.at(at("2023-12-31T16:00:00Z"))->record->version, 3);
        QCOMPARE(row.at(at("2024-12-31T15:59:59.999Z"))->record->version, 3);
        QCOMPARE(row.at(at("2024-12-31T16:00:00Z"))->record->version, 4);
        QCOMPARE(row.at(at("2099-01-01T00:00:00Z"))->record->version, 4);
        QVERIFY(!book->rowOf(99));
    }

    void onlyWhatIsPublishedCounts() {
        for (const IntervalState state : {IntervalState::Draft, IntervalState::Submitted, IntervalState::Withdrawn}) {
            BookBuilder builder = usualBook();
            builder.parts().intervals[3].state = state;
            QVERIFY(!builder.book()->rowOf(3)->at(at("2025-06-01T00:00:00Z")));
        }
    }

    void aPlanThatGoesByTheStartHasOneStretch() {
        const auto book = usualBook().book();
        Ride asked = ride("2024-12-31T15:50:00Z", 30);
        const auto stretches = stretchesOf(*book->rowOf(3), asked);
        QCOMPARE(stretches.size(), std::size_t(1));
        QCOMPARE(stretches[0].slot.record->version, 3);
    }

    void aSplitPlanChangesAtTheFirstMinuteThatBeginsInTheNext() {
        BookBuilder builder = usualBook();
        builder.parts().plans[2].boundary = BoundaryRule::Split;
        const auto book = builder.book();
        const auto minuteOf = [&](const char *start) {
            const auto stretches = stretchesOf(*book->rowOf(3), ride(start, 30));
            return stretches.size() == 2 ? stretches[1].fromMinute : -1;
        };
        QCOMPARE(minuteOf("2024-12-31T15:50:00Z"), 10);
        QCOMPARE(minuteOf("2024-12-31T15:50:01Z"), 10);
        QCOMPARE(minuteOf("2024-12-31T15:49:59Z"), 11);
        QCOMPARE(minuteOf("2024-12-31T15:30:00Z"), -1); // its last minute begins before
        QCOMPARE(minuteOf("2024-12-31T15:30:01Z"), -1);
        QCOMPARE(minuteOf("2024-12-31T15:31:00Z"), 29);
        QCOMPARE(minuteOf("2024-12-31T16:00:00Z"), -1); // wholly in the next
    }

    void oneConfigTwiceInARowIsOneStretch() {
        BookBuilder builder;
        builder.plan("split", "adult").boundary = BoundaryRule::Split;
        builder.from("2025-01-01T00:00:00Z", meter(15, 6, 25), "2025-01-02T00:00:00Z");
        builder.again("2025-01-02T00:00:00Z", 101);
        const auto book = builder.book();
        QCOMPARE(stretchesOf(*book->rowOf(1), ride("2025-01-01T23:50:00Z", 30)).size(), std::size_t(1));
    }

    void minutesInAGapAreChargedByWhatWasBefore() {
        BookBuilder builder;
        builder.plan("split", "adult").boundary = BoundaryRule::Split;
        builder.from("2025-01-01T00:00:00Z", meter(15, 6, 25), "2025-01-02T00:00:00Z");
        builder.from("2025-01-02T00:20:00Z", meter(15, 6, 50));
        const auto book = builder.book();
        const auto stretches = stretchesOf(*book->rowOf(1), ride("2025-01-01T23:50:00Z", 60));
        QCOMPARE(stretches.size(), std::size_t(2));
        QCOMPARE(stretches[1].fromMinute, 30);
        QVERIFY(stretchesOf(*book->rowOf(1), ride("2025-01-02T00:10:00Z", 60)).empty());
    }

    void theBookFollowsTheStore() {
        HandSource source;
        PriceBooks books(source);
        QCOMPARE(books.current().error().code, QString("prices-loading"));
        source.parts = usualBook().parts();
        source.parts.version = 1;
        QVERIFY(books.refresh());
        const auto first = books.current().value();
        QCOMPARE(first->rows().size(), std::size_t(3));
        QVERIFY(books.refresh());
        QCOMPARE(source.loaded.load(), 1); // the version is all that is asked for
        QVERIFY(books.current().value() == first);
        source.parts.plans.removeLast();
        source.parts.version = 2;
        QVERIFY(books.refresh());
        QCOMPARE(books.current().value()->rows().size(), std::size_t(2));
        QCOMPARE(first->rows().size(), std::size_t(3)); // whoever prices by it goes on doing so
    }

    void theLastBookStaysWhileTheStoreIsAway() {
        HandSource source;
        source.parts = usualBook().parts();
        source.parts.version = 1;
        PriceBooks books(source);
        QVERIFY(books.refresh());
        source.isAway = true;
        QVERIFY(!books.refresh());
        QVERIFY(books.current());
    }

    void itLooksByItselfAndWhenToldTo() {
        HandSource source;
        source.parts.version = 1;
        PriceBooks often(source, Milliseconds(5));
        often.start();
        QTRY_VERIFY(source.asked > 2);
        often.stop();
        PriceBooks told(source, std::chrono::hours(1));
        told.start();
        const int before = source.asked;
        told.wake();
        QTRY_VERIFY(source.asked > before);
    }
};

QTEST_GUILESS_MAIN(PriceBookTest)
#include "price_book_test.moc"
