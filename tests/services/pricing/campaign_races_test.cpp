#include "tests/services/pricing/campaign_world.h"

#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
using pricing::test::Chance;

/// Someone at a desk of their own, as at a sister service.
struct Person {
    std::unique_ptr<storage::Database> database;
    IdSource ids;
    staff::AuditLog audit;
    Desk desk;
    Timelines timelines{desk};
    Campaigns campaigns{desk};
    Chance chance;
    int done = 0;
    int refused = 0;

    Person(CampaignWorld &world, unsigned seed)
        : database(*storage::Database::open(world.fixture.options()))
        , ids(world.clock, 100 + seed)
        , audit(world.clock, ids)
        , desk{*database, world.clock, ids, audit, [] {}}
        , chance(seed) {}

    template <typename T>
    void count(const Result<T> &result) {
        (result ? done : refused) += 1;
        if (!result && result.error().kind == ErrorKind::Internal)
            qFatal("%s", qPrintable(result.error().code + result.error().detail));
    }
};

constexpr int enough = 4;
/// However often the others come first, each gets something done.
bool goesOn(const Person &person, int round) {
    return round < 25 || (person.done < enough && round < 500);
}

void changeOnePlan(CampaignWorld &world, Person &person) {
    const Plan &plan = world.fleet[person.chance.upTo(world.fleet.size() - 1)];
    const auto now = person.timelines.timeline(plan.id);
    const qint64 from = 10 + person.chance.upTo(300);
    const bool isBounded = !person.chance.once(4);
    auto timeline = person.timelines.addDraft(
        world.lin, plan.id,
        world.edit(now->plan, from, isBounded ? std::optional(from + 1 + person.chance.upTo(8)) : std::nullopt, 5));
    if (timeline && person.chance.once(2)) // thought better of
        timeline = person.timelines.updateDraft(world.lin, timeline->touched->id,
                                                world.edit(timeline->plan, from + 1, from + 5, 5));
    const auto act = [&](const staff::Account &who, IntervalAct what) {
        if (timeline)
            timeline =
                person.timelines.act(who, timeline->touched->id, what, {timeline->plan.timelineVersion, "GAP", {}, {}});
    };
    act(world.lin, IntervalAct::Submit);
    act(world.chen, IntervalAct::Approve);
    person.count(timeline);
    if (person.chance.once(2))
        act(world.chen, IntervalAct::Rollback);
}

void changeAllPlans(CampaignWorld &world, Person &person, int round) {
    const Campaign edit = world.edit(10 + person.chance.upTo(300), 6 + round);
    auto campaign = person.campaigns.create(world.lin, edit);
    const auto act = [&](const staff::Account &who, CampaignAct what) {
        if (campaign)
            campaign = person.campaigns.act(who, campaign->id, what, {campaign->version, {}, {}});
    };
    act(world.lin, CampaignAct::Submit);
    act(world.chen, CampaignAct::Approve);
    person.count(campaign);
    if (person.chance.once(2))
        act(world.chen, CampaignAct::Rollback);
}
} // namespace

class CampaignRacesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peopleAtOnceNeverOverlap_data() { StorageFixture::dialects(); }
    void peopleAtOnceNeverOverlap() {
        CampaignWorld world;
        Person lin(world, 1), chen(world, 2), wu(world, 3);
        std::thread one([&] {
            for (int round = 0; goesOn(lin, round); ++round)
                changeAllPlans(world, lin, round);
        });
        std::thread other([&] {
            for (int round = 0; goesOn(chen, round); ++round)
                changeAllPlans(world, chen, 1000 + round);
        });
        std::thread third([&] {
            for (int round = 0; goesOn(wu, round); ++round)
                changeOnePlan(world, wu);
        });
        one.join();
        other.join();
        third.join();
        for (const Plan &plan : world.fleet)
            QVERIFY(!isAnyInstantCoveredTwice(world.timelineOf(plan)));
        for (const Person *person : {&lin, &chen, &wu})
            QVERIFY(person->done >= enough);
        // A campaign is there as a whole or not at all.
        const auto all = world.campaigns.list(500);
        for (const Campaign &campaign : *all) {
            qsizetype parts = 0;
            for (const Plan &plan : world.fleet)
                for (const Interval &interval : world.timelineOf(plan))
                    parts += interval.campaignId == campaign.id && interval.rollbackOf == 0;
            const bool wasPublished =
                campaign.state == CampaignState::Approved || campaign.state == CampaignState::RolledBack;
            QCOMPARE(parts, wasPublished ? 3 : 0);
        }
    }

    void onlyOneOfTwoApprovals_data() { StorageFixture::dialects(); }
    void onlyOneOfTwoApprovals() {
        CampaignWorld world;
        const staff::Account wu{3, "wu", "Wu", staff::Role::Pricing};
        for (unsigned round = 0; round < 5; ++round) {
            const auto campaign = world.submitted(world.edit(24 + round, 3 + round));
            QCOMPARE(codeOf(campaign), QString());
            Person one(world, 10 + 2 * round), other(world, 11 + 2 * round);
            const auto approve = [&](Person &person, const staff::Account &who) {
                person.count(
                    person.campaigns.act(who, campaign->id, CampaignAct::Approve, {campaign->version, {}, {}}));
            };
            std::thread first(approve, std::ref(one), std::cref(world.chen));
            std::thread second(approve, std::ref(other), std::cref(wu));
            first.join();
            second.join();
            QCOMPARE(one.done + other.done, 1);
        }
    }
};

QTEST_APPLESS_MAIN(CampaignRacesTest)
#include "campaign_races_test.moc"
