#include "models/delivery/alarm.h"
#include "models/delivery/delivery_stats.h"

#include <QJsonArray>
#include <QTest>

using namespace wemo;
using namespace wemo::delivery;

class DeliveryStatsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsInOnePlace() {
        DeliveryStats stats;
        for (const sms::DeliveryState state : sms::allDeliveryStates())
            add(stats, {state, true, true, false, 5'000, Milliseconds(2'000)});
        QCOMPARE(stats.asked, 13LL);
        QCOMPARE(stats.delivered + stats.undelivered + stats.canceled + stats.unknown + stats.open, stats.asked);
        QCOMPARE(stats.undelivered, 4LL);
        QCOMPARE(stats.unknown, 2LL);
        QCOMPARE(stats.toDelivery.count(), 1LL); // how long it took to fail says nothing of delivery
        QCOMPARE(stats.cost, 65'000LL);
    }

    void aRateIsOfThoseEndedOrOverdue() {
        DeliveryStats stats;
        QVERIFY(!stats.deliveryRate());
        QVERIFY(!stats.verifiedRatio());
        add(stats, {sms::DeliveryState::Sent, true, true, true, 0, {}});
        QVERIFY(!stats.deliveryRate());
        QCOMPARE(stats.verifiedRatio(), std::optional(1.0));
        for (int i = 0; i < 3; ++i)
            add(stats, {sms::DeliveryState::Delivered, false, true, true, 0, Milliseconds(1)});
        add(stats, {sms::DeliveryState::Undelivered, false, true, false, 0, {}});
        add(stats, {sms::DeliveryState::Canceled, false, false, false, 0, {}});
        QCOMPARE(stats.deliveryRate(), std::optional(0.75));
        QCOMPARE(stats.verified, 1LL); // only what had a code can be verified
    }

    void reportsReadBack() {
        StatsReport report{fromMs(1'000), fromMs(2'000), Grouping::Template, {}, {}, fromMs(3'000)};
        StatsItem item{"otp.sign_in", {}};
        add(item.stats, {sms::DeliveryState::Delivered, true, true, true, 9'000, Milliseconds(4'321)});
        report.items = {item, {"", {}}};
        report.total = item.stats;
        const QJsonObject json = toJson(report);
        const auto read = statsReportFromJson(json);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->items, report.items);
        QCOMPARE(read->total, report.total);
        QVERIFY(read->by == Grouping::Template);
        QCOMPARE(json["items"][0]["delivery_rate"].toDouble(), 1.0);
        QVERIFY(json["items"][1]["p50_ms"].isNull());
        QJsonObject wrong = json;
        wrong["by"] = "carrier";
        QVERIFY(!statsReportFromJson(wrong));
    }

    void alarmsAndBreakersReadBack() {
        const Alarm alarm{5, AlarmKind::BalanceLow, "every8d", fromMs(10), fromMs(20), 812.5, 1'000};
        QCOMPARE(*alarmFromJson(toJson(alarm)), alarm);
        const Breaker open{6, "0905", fromMs(10), 0.04, 612, {}, {}, {}, {}, {}};
        QCOMPARE(*breakerFromJson(toJson(open)), open);
        const Breaker lifted{7, "0905", fromMs(10), 0, 0, "lin", "phishing", fromMs(30), "wang", "over"};
        QCOMPARE(*breakerFromJson(toJson(lifted)), lifted);
    }
};

QTEST_APPLESS_MAIN(DeliveryStatsTest)
#include "delivery_stats_test.moc"
