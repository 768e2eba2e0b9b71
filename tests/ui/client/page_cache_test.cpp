#include "ui/client/page_cache.h"

#include <QTest>

namespace wemo::ui {

class PageCacheTest final : public QObject {
    Q_OBJECT

    static QList<int> rows(int page) {
        QList<int> list;
        for (int i = 0; i < 10; ++i)
            list.append(page * 10 + i);
        return list;
    }

private Q_SLOTS:
    void findsRowsOfThePagesItHolds() {
        PageCache<int> cache(10, 4);
        cache.put(0, rows(0));
        cache.put(7, rows(7).mid(0, 3));
        QCOMPARE(*cache.find(9), 9);
        QCOMPARE(*cache.find(72), 72);
        QVERIFY(!cache.find(73)); // past the end of a short page
        QVERIFY(!cache.find(10));
        QVERIFY(!cache.find(-1));
    }

    void neverHoldsMoreThanItsBudget() {
        PageCache<int> cache(10, 4);
        for (int page = 0; page < 1000; ++page) {
            cache.put(page, rows(page));
            QVERIFY(cache.pageCount() <= 4);
        }
        QVERIFY(cache.has(0));
        QVERIFY(cache.has(997) && cache.has(998) && cache.has(999));
        QVERIFY(!cache.has(996));
    }

    void aPageSeenJustNowOutlivesAnOlderOne() {
        PageCache<int> cache(10, 3);
        cache.put(1, rows(1));
        cache.put(2, rows(2));
        cache.put(3, rows(3));
        cache.touch(1);
        cache.touch(99); // not here: nothing happens
        cache.put(4, rows(4));
        QVERIFY(cache.has(1));
        QVERIFY(!cache.has(2));
    }

    void replacesARowInPlace() {
        PageCache<int> cache(10, 3);
        cache.put(2, rows(2));
        const qint64 at = cache.indexOf([](int value) { return value == 25; });
        QCOMPARE(at, 25);
        QVERIFY(cache.replace(at, -25));
        QCOMPARE(*cache.find(25), -25);
        QVERIFY(!cache.replace(5, 1));
        QCOMPARE(cache.indexOf([](int value) { return value == 25; }), -1);
        cache.clear();
        QVERIFY(!cache.find(25));
    }
};

} // namespace wemo::ui

QTEST_GUILESS_MAIN(wemo::ui::PageCacheTest)
#include "page_cache_test.moc"
