#include "models/pricing/campaign.h"
#include "models/pricing/impact.h"
#include "tests/models/pricing/tariffs.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
Campaign campaign() {
    Campaign result;
    result.id = 5;
    result.name = "兔年調價";
    result.publishAt = tuesdayAfternoon;
    result.items = {{1, 11, adult()}, {2, 12, adult()}};
    result.itemCount = 2;
    result.author = "Pricing";
    result.authorId = 3;
    return result;
}
} // namespace

class CampaignTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anApprovedOneIsScheduledUntilItsHour() {
        Campaign one = campaign();
        one.state = CampaignState::Approved;
        QCOMPARE(toString(statusOf(one, tuesdayAfternoon - Milliseconds(1))), "scheduled");
        QCOMPARE(toString(statusOf(one, tuesdayAfternoon)), "published");
        one.state = CampaignState::RolledBack;
        QCOMPARE(toString(statusOf(one, tuesdayAfternoon)), "rolled_back");
    }

    void itReadsBack() {
        const Result<Campaign> read = campaignFromJson(toJson(campaign(), tuesdayAfternoon));
        QVERIFY(read);
        QVERIFY(read->items == campaign().items);
        QCOMPARE(read->name, campaign().name);
        QCOMPARE(campaignEditFromJson(editJson(campaign()))->items.size(), 2);
    }

    void mistakesNameTheItem() {
        Campaign twice = campaign();
        twice.items[1].planId = 1;
        std::get<Base>(twice.items[1].config.components[0]).price = -1;
        const auto read = campaignEditFromJson(editJson(twice));
        QStringList paths;
        for (const FieldError &error : read.error().fields)
            paths.append(error.path + " " + error.code);
        QVERIFY(paths.contains("items[1].config.components[0].price out-of-range"));
        Campaign same = campaign();
        same.items[1].planId = 1;
        QCOMPARE(campaignEditFromJson(editJson(same)).error().fields.first().path, "items[1].plan_id");
    }

    void rehearsalsReadBack() {
        Rehearsal rehearsal;
        rehearsal.problems = {{1, "base-changed", 7, {}, {}, true}};
        rehearsal.samples = {{1, ride(10, 1000), 25, 30, 25}};
        rehearsal.plans = 1;
        const auto read = rehearsalFromJson(toJson(rehearsal));
        QVERIFY(read && read->problems == rehearsal.problems);
        QCOMPARE(read->samples[0].during, 30);
        QCOMPARE(read->samples[0].after, std::optional<qint64>(25));
    }

    void binsAreCenteredOnNoChange() {
        QCOMPARE(Impact::binOf(0), Impact::bins / 2);
        QCOMPARE(Impact::binOf(2), Impact::bins / 2);
        QCOMPARE(Impact::binOf(-2), Impact::bins / 2);
        QCOMPARE(Impact::binOf(3), Impact::bins / 2 + 1);
        QCOMPARE(Impact::binOf(-3), Impact::bins / 2 - 1);
        QCOMPARE(Impact::binOf(1'000'000), Impact::bins - 1);
        QCOMPARE(Impact::binOf(-1'000'000), 0);
    }

    void partsMergeToTheWhole() {
        Chance chance(31);
        Impact whole, parts[3];
        for (Id id = 1; id <= 5000; ++id) {
            const qint64 before = chance.upTo(500);
            const qint64 after = chance.upTo(500);
            for (Impact *impact : {&whole, &parts[id % 3]}) {
                Impact one;
                one.total.add(before, after);
                one.byPlan[QString::number(id % 5)].add(before, after);
                one.histogram[static_cast<std::size_t>(Impact::binOf(after - before))] = 1;
                (after > before ? one.up : one.down).append({id, before, after, "p"});
                impact->merge(one);
            }
        }
        parts[0].merge(parts[1]);
        parts[0].merge(parts[2]);
        QVERIFY(parts[0].total == whole.total);
        QVERIFY(parts[0].byPlan == whole.byPlan);
        QVERIFY(parts[0].histogram == whole.histogram);
        QVERIFY(parts[0].up == whole.up);
        QVERIFY(parts[0].down == whole.down);
        QCOMPARE(whole.up.size(), Impact::mostMovers);
        QVERIFY(whole.up.first().after - whole.up.first().before >= whole.up.last().after - whole.up.last().before);
        const auto read = impactFromJson(toJson(whole));
        QVERIFY(read && read->total == whole.total && read->up == whole.up && read->histogram == whole.histogram);
    }
};

QTEST_APPLESS_MAIN(CampaignTest)
#include "campaign_test.moc"
