#include "ui/client/page_loader.h"

#include <QSignalSpy>
#include <QTest>

namespace wemo::ui {

/// A list of `total` rows behind the loader; answers when the test says so.
class ScriptedSource final : public QObject {
    Q_OBJECT
public:
    explicit ScriptedSource(int listLength)
        : total(listLength)
        , loader(10, [this](int page) { return here.contains(page); }) {
        connect(&loader, &PageLoader::pageWanted, this, [this](const PageRequest &request) {
            ++flying;
            most = std::max(most, flying);
            asked.append(request);
        });
        connect(&loader, &PageLoader::outlineWanted, this, [this](quint64 epoch) {
            ++flying;
            most = std::max(most, flying);
            outlines.append(epoch);
        });
    }

    bool answer(const PageRequest &request) {
        --flying;
        const int rows = std::clamp(total - request.page * 10, 0, 10);
        const bool more = (request.page + 1) * 10 < total;
        if (request.epoch == loader.epoch())
            here.insert(request.page);
        return loader.pageLoaded(request, rows, more ? cursorOf(request.page + 1) : QString());
    }
    bool answerOutline(int every = 10) {
        --flying;
        ListOutline outline{total, every, {}};
        for (int page = 0; page * every < total; ++page)
            outline.anchors.append(page == 0 ? QString() : cursorOf(page));
        return loader.outlineLoaded(outlines.takeFirst(), outline);
    }
    static QString cursorOf(int page) { return QStringLiteral("c%1").arg(page); }
    void open() {
        loader.restart();
        answer(asked.takeFirst());
        answerOutline();
    }

    int total;
    QSet<int> here;
    int flying = 0;
    int most = 0;
    QList<PageRequest> asked;
    QList<quint64> outlines;
    PageLoader loader;
};

class PageLoaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLengthComesInStages() {
        ScriptedSource source(2'005);
        source.loader.restart();
        QCOMPARE(source.asked.size(), 1);
        QCOMPARE(source.asked.first().cursor, QString());
        QVERIFY(source.outlines.isEmpty()); // the first page is not kept waiting by the count
        QVERIFY(source.answer(source.asked.takeFirst()));
        QCOMPARE(source.loader.rowCount(), 10);
        QVERIFY(!source.loader.isComplete());
        QVERIFY(source.answerOutline());
        QCOMPARE(source.loader.rowCount(), 2'005);
        QVERIFY(source.loader.isComplete());
        QVERIFY(!source.loader.isLoading());
    }

    void beyondAnOutlineThatIsNotExactTheListGoesOn() {
        ScriptedSource source(100);
        source.loader.restart();
        source.answer(source.asked.takeFirst());
        ListOutline outline{30, 10, {QString(), ScriptedSource::cursorOf(1), ScriptedSource::cursorOf(2)}, false, 100};
        QVERIFY(source.loader.outlineLoaded(source.outlines.takeFirst(), outline));
        QCOMPARE(source.loader.rowCount(), 30);
        QVERIFY(!source.loader.isComplete());
        source.loader.setVisibleRange(22, 29); // its end
        QTRY_COMPARE(source.asked.size(), 1);
        QCOMPARE(source.asked.first().page, 2);
        source.answer(source.asked.takeFirst());
        QTRY_COMPARE(source.asked.size(), 1); // and what follows, by the cursor of the page before
        QCOMPARE(source.asked.first().page, 3);
        QCOMPARE(source.asked.first().cursor, ScriptedSource::cursorOf(3));
        source.answer(source.asked.takeFirst());
        QCOMPARE(source.loader.rowCount(), 40);
        QVERIFY(!source.loader.isComplete());
        QVERIFY(source.outlines.isEmpty()); // nobody counts again
    }

    void aShortListNeedsNoOutline() {
        ScriptedSource source(4);
        source.loader.restart();
        source.answer(source.asked.takeFirst());
        QVERIFY(source.loader.isComplete());
        QCOMPARE(source.loader.rowCount(), 4);
        QVERIFY(source.outlines.isEmpty());
    }

    void anEmptyListIsComplete() {
        ScriptedSource source(0);
        source.loader.restart();
        source.answer(source.asked.takeFirst());
        QVERIFY(source.loader.isComplete());
        QCOMPARE(source.loader.rowCount(), 0);
    }

    void anyRowIsReachedByItsAnchor() {
        ScriptedSource source(200'000);
        source.open();
        source.loader.setVisibleRange(150'003, 150'012);
        QTRY_COMPARE(source.asked.size(), 2);
        QCOMPARE(source.asked.at(0).page, 15'000);
        QCOMPARE(source.asked.at(0).cursor, ScriptedSource::cursorOf(15'000));
        QCOMPARE(source.asked.at(1).page, 15'001);
    }

    void aScrollThroughEverythingAsksForWhereItStops() {
        ScriptedSource source(200'000);
        source.open();
        for (qint64 row = 0; row < 199'000; row += 40)
            source.loader.setVisibleRange(row, row + 30);
        QVERIFY(source.asked.isEmpty());
        QTRY_VERIFY(!source.asked.isEmpty());
        while (!source.asked.isEmpty())
            source.answer(source.asked.takeFirst());
        QVERIFY(source.here.size() <= 5); // the top, and the four pages under the last range
        QVERIFY(source.here.contains(19'896));
        QVERIFY(source.most <= PageLoader::maxInFlight);
    }

    void atMostTwoInFlightAndTheNewestRangeFirst() {
        ScriptedSource source(1'000);
        source.open();
        source.loader.setVisibleRange(100, 190);
        QTRY_COMPARE(source.asked.size(), 2);
        source.loader.setVisibleRange(700, 719);
        QTest::qWait(PageLoader::debounceMs * 2);
        QCOMPARE(source.asked.size(), 2); // both are out
        source.answer(source.asked.takeFirst());
        QCOMPARE(source.asked.last().page, 70); // not 12 of the range nobody looks at any more
        QVERIFY(source.most <= PageLoader::maxInFlight);
    }

    void answersToAnOlderQuestionAreDropped() {
        ScriptedSource source(50);
        source.loader.restart();
        const PageRequest old = source.asked.takeFirst();
        source.loader.restart();
        QVERIFY(!source.answer(old));
        QVERIFY(!source.loader.pageFailed(old));
        QVERIFY(!source.loader.outlineLoaded(old.epoch, {900, 10, {}}));
        QCOMPARE(source.loader.rowCount(), 0);
        QVERIFY(source.answer(source.asked.takeFirst()));
        QCOMPARE(source.loader.rowCount(), 10);
    }

    void aFailedPageIsAskedAgainOnlyOnRetry() {
        ScriptedSource source(500);
        source.open();
        source.loader.setVisibleRange(200, 205);
        QTRY_COMPARE(source.asked.size(), 1);
        --source.flying;
        source.loader.pageFailed(source.asked.takeFirst());
        source.loader.setVisibleRange(200, 206);
        QTest::qWait(PageLoader::debounceMs * 2);
        QVERIFY(source.asked.isEmpty());
        source.loader.retry();
        QCOMPARE(source.asked.size(), 1);
        QCOMPARE(source.asked.first().page, 20);
    }

    void withoutAnOutlineTheListGrowsAtItsEnd() {
        ScriptedSource source(35);
        source.loader.restart();
        source.answer(source.asked.takeFirst());
        --source.flying;
        source.loader.outlineFailed(source.outlines.takeFirst());
        source.loader.setVisibleRange(0, 9);
        QTRY_COMPARE(source.asked.size(), 1);
        source.answer(source.asked.takeFirst());
        QCOMPARE(source.loader.rowCount(), 20);
        source.loader.retry();
        QCOMPARE(source.outlines.size(), 1);
        source.answerOutline();
        QCOMPARE(source.loader.rowCount(), 35);
    }

    void anOutlineOfAnotherPageSizeIsNoMap() {
        ScriptedSource source(500);
        source.loader.restart();
        source.answer(source.asked.takeFirst());
        source.answerOutline(25);
        QCOMPARE(source.loader.rowCount(), 10);
    }
};

} // namespace wemo::ui

QTEST_GUILESS_MAIN(wemo::ui::PageLoaderTest)
#include "page_loader_test.moc"
