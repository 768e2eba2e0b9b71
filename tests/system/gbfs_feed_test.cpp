// The demo company's GBFS feed, judged by @entur/gbfs-validator and by our own checks.
#include "services/demo/pricing_company.h"
#include "services/pricing/gbfs_feed.h"
#include "tests/support/fake_clock.h"
#include "tests/support/peer.h"

#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

class GbfsFeedTest final : public QObject {
    Q_OBJECT

    const Instant m_now = FakeClock().now();
    const demo::InventedPricing m_invented = demo::inventPricing(m_now);
    const PriceBook m_book{demo::bookOf(m_invented)};
    std::unique_ptr<Peer> m_validator;

    QJsonObject document(GbfsVersion version, Instant at) const {
        return QJsonDocument::fromJson(gbfsFeed(m_book, version, at).text).object();
    }
    /// Now, long ago, far ahead, and both sides of each boundary.
    QList<Instant> instants() const {
        QList<Instant> all{m_now, fromIso(u"2019-10-02T00:00:00Z").value(), m_now + std::chrono::hours(24 * 365)};
        for (const Interval &interval : m_invented.intervals)
            for (const Milliseconds side : {Milliseconds(-1), Milliseconds(0)})
                all.append(interval.from + side);
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }
    QStringList validatorOn(const QJsonObject &document) {
        const QJsonValue faults = m_validator->call("judge", {{"document", document}});
        return faults.isArray() ? faults.toVariant().toStringList() : QStringList{"no answer: " + m_validator->error()};
    }

private Q_SLOTS:
    void initTestCase() { m_validator = std::make_unique<Peer>(Peer::node("gbfs.js", {})); }

    void theValidatorFindsNothingAtAnyInstant() {
        int plans = 0;
        for (const Instant at : instants()) {
            const QJsonObject feed = document(GbfsVersion::V2_3, at);
            const QStringList faults = validatorOn(feed);
            QVERIFY2(faults.isEmpty(), qPrintable(toIso(at) + ": " + faults.join("; ")));
            plans += static_cast<int>(feed["data"].toObject()["plans"].toArray().size());
        }
        QVERIFY(instants().size() > 30 && plans > 100);
    }

    void neitherDoOurChecks() {
        for (const Instant at : instants())
            for (const GbfsVersion version : {GbfsVersion::V2_3, GbfsVersion::V3_0}) {
                const QList<FieldError> faults = checkGbfs(document(version, at), version);
                QVERIFY2(faults.isEmpty(), qPrintable(faults.isEmpty() ? QString() : faults.first().path));
            }
    }

    void theValidatorWouldHaveSaidSo() {
        QJsonObject feed = document(GbfsVersion::V2_3, m_now);
        QJsonObject data = feed["data"].toObject();
        QJsonArray plans = data["plans"].toArray();
        QJsonObject plan = plans.first().toObject();
        plan["price"] = "fifteen";
        plans[0] = plan;
        data["plans"] = plans;
        feed["data"] = data;
        QVERIFY(!validatorOn(feed).isEmpty());
        QVERIFY(!validatorOn(document(GbfsVersion::V3_0, m_now)).isEmpty()); // its schema ends at 2.3
    }
};

QTEST_GUILESS_MAIN(GbfsFeedTest)
#include "gbfs_feed_test.moc"
