#include "tests/services/pricing/campaign_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
/// All that a rehearsal could have left behind.
struct Traces {
    StoredBook book;
    TimelineBook timelines;
    qsizetype history = 0;
    qsizetype events = 0;

    explicit Traces(CampaignWorld &world)
        : book(world.book())
        , timelines(*world.timelines.book()) {
        for (const Plan &plan : world.fleet)
            history += world.timelines.history(plan.id, 500)->size();
        events = world.fixture.database()
                     .read([](storage::Connection &connection) {
                         return connection.query("outbox/next", {{"limit", 10'000}});
                     })
                     ->size();
    }
    bool operator==(const Traces &other) const {
        return book.version == other.book.version && timelines.intervals == other.timelines.intervals &&
               timelines.plans == other.timelines.plans && history == other.history && events == other.events &&
               timelines.configs.size() == other.timelines.configs.size();
    }
};
} // namespace

class CampaignRehearsalsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDryRunTellsAndWritesNothing_data() { StorageFixture::dialects(); }
    void aDryRunTellsAndWritesNothing() {
        CampaignWorld world;
        const auto draft = world.campaigns.create(world.lin, world.edit(24, 3));
        const Traces before(world);
        const auto report = world.rehearsals.dryRun(draft->id);
        QCOMPARE(codeOf(report), QString());
        QVERIFY(report->isOk && report->problems.isEmpty());
        QCOMPARE(report->plans, 3);
        QCOMPARE(report->intervals, 3);
        QCOMPARE(report->samples.size(), 15);
        const SampleQuote &ten = report->samples[2];
        QCOMPARE(ten.ride.minutes(), 10);
        QCOMPARE(ten.before, 25); // 15 + 4 × 2.5
        QCOMPARE(ten.during, 27); // 15 + 4 × 3
        QVERIFY(!ten.after);
        QVERIFY(Traces(world) == before);
        QCOMPARE(codeOf(world.rehearsals.dryRun(1)), "campaign-not-found");
    }

    void aRehearsalPublishesAndTakesBackAndLeavesNothing_data() { StorageFixture::dialects(); }
    void aRehearsalPublishesAndTakesBackAndLeavesNothing() {
        CampaignWorld world;
        QVERIFY(world.publish(world.timelines.timeline(world.fleet[1].id)->plan, 50, {}, 7));
        const auto campaign = world.submitted(world.edit(24, 3));
        const Traces before(world);
        const auto report = world.rehearsals.rehearse(campaign->id);
        QCOMPARE(codeOf(report), QString());
        QVERIFY(report->isOk && report->isRestored);
        QCOMPARE(report->intervals, 3);
        const SampleQuote &ten = report->samples[2];
        QCOMPARE(ten.before, 25);
        QCOMPARE(ten.during, 27);
        QCOMPARE(ten.after, std::optional<qint64>(25));
        QVERIFY(Traces(world) == before);
        QVERIFY(world.act(world.chen, *campaign, CampaignAct::Approve)); // and it may be done after it
        QCOMPARE(codeOf(world.rehearsals.rehearse(campaign->id)), "wrong-state");
        QCOMPARE(codeOf(world.rehearsals.dryRun(campaign->id)), "wrong-state");
    }

    void aRehearsalTellsWhatIsInTheWay_data() { StorageFixture::dialects(); }
    void aRehearsalTellsWhatIsInTheWay() {
        CampaignWorld world;
        const auto draft = world.campaigns.create(world.lin, world.edit(24, 3));
        QVERIFY(world.publish(world.timelines.timeline(world.fleet[1].id)->plan, 10, {}, 7));
        world.clock.set(world.at(24) - std::chrono::minutes(5));
        const Traces before(world);
        const auto report = world.rehearsals.rehearse(draft->id);
        QVERIFY(report && !report->isOk);
        QCOMPARE(report->problems.size(), 2);
        QCOMPARE(report->problems[0], (CampaignProblem{0, "lead-time", 0, {}, {}, true}));
        QCOMPARE(report->problems[1].code, "base-changed");
        QCOMPARE(report->problems[1].planId, world.fleet[1].id);
        QVERIFY(Traces(world) == before);
    }

    void theRollbackIsRehearsed_data() { StorageFixture::dialects(); }
    void theRollbackIsRehearsed() {
        CampaignWorld world;
        const auto draft = world.campaigns.create(world.lin, world.edit(24, 3));
        QCOMPARE(codeOf(world.rehearsals.rehearseRollback(draft->id)), "wrong-state");
        const auto submitted = world.act(world.lin, *draft, CampaignAct::Submit);
        const auto campaign = world.act(world.chen, *submitted, CampaignAct::Approve);
        QCOMPARE(codeOf(campaign), QString());
        for (const qint64 hour : {5, 30}) { // scheduled, published
            world.clock.set(world.at(hour));
            const Traces before(world);
            const auto report = world.rehearsals.rehearseRollback(campaign->id);
            QCOMPARE(codeOf(report), QString());
            QVERIFY(report->isOk && report->isRestored);
            const SampleQuote &ten = report->samples[2];
            QCOMPARE(ten.before, 25);
            QCOMPARE(ten.during, 27);
            QCOMPARE(ten.after, std::optional<qint64>(25));
            QVERIFY(Traces(world) == before);
        }
    }
};

QTEST_APPLESS_MAIN(CampaignRehearsalsTest)
#include "campaign_rehearsals_test.moc"
