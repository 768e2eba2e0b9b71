#include "services/pricing/gbfs_feed.h"
#include "tests/services/pricing/book_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
QStringList plansOf(const GbfsFeed &feed) {
    QStringList ids;
    const QJsonArray plans = QJsonDocument::fromJson(feed.text).object()["data"].toObject()["plans"].toArray();
    for (const QJsonValue &plan : plans)
        ids.append(plan.toObject()["plan_id"].toString());
    return ids;
}
} // namespace

class GbfsFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhatIsForSaleAtAnInstant() {
        BookBuilder builder = usualBook();
        builder.parts().plans[1].retiredAt = at("2026-01-01T00:00:00Z");
        const auto book = builder.book();
        const auto idsAt = [&](const char *when) { return plansOf(gbfsFeed(*book, GbfsVersion::V3_0, at(when))); };
        QCOMPARE(idsAt("2018-01-01T00:00:00Z"), QStringList());
        QCOMPARE(idsAt("2020-01-01T00:00:00Z"), (QStringList{"adult", "young"}));
        QCOMPARE(idsAt("2024-06-01T00:00:00Z"), (QStringList{"adult", "fly-adult", "young"}));
        QCOMPARE(idsAt("2026-06-01T00:00:00Z"), (QStringList{"adult", "fly-adult"}));
    }

    void bothVersionsPassOurChecks() {
        const auto book = usualBook().book();
        for (const GbfsVersion version : {GbfsVersion::V2_3, GbfsVersion::V3_0}) {
            const GbfsFeed feed = gbfsFeed(*book, version, at("2026-06-01T00:00:00Z"));
            const QJsonObject document = QJsonDocument::fromJson(feed.text).object();
            const QList<FieldError> faults = checkGbfs(document, version);
            QVERIFY2(faults.isEmpty(), faults.isEmpty() ? "" : qPrintable(faults.first().path));
            QCOMPARE(document["version"].toString(), QString(version == GbfsVersion::V2_3 ? "2.3" : "3.0"));
        }
    }

    void theTagChangesWithTheContentAlone() {
        const auto book = usualBook().book();
        const GbfsFeed now = gbfsFeed(*book, GbfsVersion::V3_0, at("2026-06-01T00:00:00Z"));
        const GbfsFeed later = gbfsFeed(*book, GbfsVersion::V3_0, at("2026-06-01T00:00:30Z"));
        QCOMPARE(now.etag, later.etag);
        QVERIFY(now.etag.startsWith('"') && now.etag.endsWith('"'));
        QVERIFY(gbfsFeed(*book, GbfsVersion::V3_0, at("2024-06-01T00:00:00Z")).etag != now.etag);
        QVERIFY(gbfsFeed(*book, GbfsVersion::V2_3, at("2026-06-01T00:00:00Z")).etag != now.etag);
    }

    void nobodyHoldsItBeyondTheNextChange() {
        const auto book = usualBook().book();
        QCOMPARE(gbfsFeed(*book, GbfsVersion::V3_0, at("2024-12-31T15:59:30Z")).ttlSeconds, 30);
        QCOMPARE(gbfsFeed(*book, GbfsVersion::V3_0, at("2024-12-31T16:00:00Z")).ttlSeconds, 60);
    }
};

QTEST_GUILESS_MAIN(GbfsFeedTest)
#include "gbfs_feed_test.moc"
