#include "tests/services/pricing/campaign_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
QList<double> thrice(double rate) {
    return {rate, rate, rate};
}

QStringList problemsIn(const Result<Campaign> &result) {
    QStringList codes;
    if (!result)
        for (const QJsonValue &value : result.error().extra.value("problems").toArray())
            codes.append(value.toObject().value("code").toString());
    return codes;
}

/// What is on its way to others, oldest first.
QStringList eventsIn(CampaignWorld &world) {
    const auto rows = world.fixture.database().read([](storage::Connection &connection) {
        return connection.query("outbox/next", {{"limit", 10'000}});
    });
    QStringList events;
    for (const storage::Row &row : *rows)
        events.append(row.text("target") + row.text("data"));
    return events;
}
} // namespace

class CampaignActsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allPlansArePublishedAndTakenBackAsOne_data() { StorageFixture::dialects(); }
    void allPlansArePublishedAndTakenBackAsOne() {
        CampaignWorld world;
        const auto campaign = world.approved(world.edit(24, 3));
        QCOMPARE(codeOf(campaign), QString());
        QCOMPARE(campaign->approver, "Chen");
        QCOMPARE(toString(statusOf(*campaign, world.clock.now())), "scheduled");
        QCOMPARE(world.ratesAt(23), thrice(2.5));
        QCOMPARE(world.ratesAt(24), thrice(3));
        world.clock.set(world.at(30));
        QCOMPARE(codeOf(world.act(world.lin, *campaign, CampaignAct::Withdraw)), "wrong-state");
        const auto back = world.act(world.chen, *campaign, CampaignAct::Rollback, "Riders complain");
        QCOMPARE(codeOf(back), QString());
        QCOMPARE(toString(statusOf(*back, world.clock.now())), "rolled_back");
        QCOMPARE(world.ratesAt(29), thrice(3));
        QCOMPARE(world.ratesAt(30), thrice(2.5));
        QCOMPARE(codeOf(world.act(world.chen, *back, CampaignAct::Rollback)), "wrong-state");
        const Interval last = world.timelineOf(world.fleet[0]).last();
        QCOMPARE(last.campaignId, campaign->id);
        QCOMPARE(last.note, "Riders complain");
    }

    void everyoneHearsOfIt_data() { StorageFixture::dialects(); }
    void everyoneHearsOfIt() {
        CampaignWorld world;
        const auto campaign = world.submitted(world.edit(24, 3));
        const qsizetype before = eventsIn(world).size();
        const qint64 version = world.book().version;
        QVERIFY(world.act(world.chen, *campaign, CampaignAct::Approve, "Go"));
        QCOMPARE(world.book().version, version + 1);
        const QStringList events = eventsIn(world).mid(before);
        QCOMPARE(events.filter("timeline_version").size(), 3);
        QCOMPARE(events.filter("campaign_id").size(), 1);
        for (const Plan &plan : world.fleet) {
            const auto entry = world.timelines.history(plan.id, 1)->first();
            QCOMPARE(entry.action, "pricing.interval.approve");
            QCOMPARE(entry.actor, "chen");
            QCOMPARE(entry.detail.value("campaign_id").toString(), idToString(campaign->id));
            const Plan now = world.timelines.timeline(plan.id)->plan;
            QVERIFY(!events.filter(QString("\"timeline_version\":%1").arg(now.timelineVersion)).isEmpty());
        }
    }

    void fourEyesAndStates_data() { StorageFixture::dialects(); }
    void fourEyesAndStates() {
        CampaignWorld world;
        auto campaign = world.campaigns.create(world.lin, world.edit(24, 3));
        QCOMPARE(codeOf(world.act(world.chen, *campaign, CampaignAct::Approve)), "wrong-state");
        QCOMPARE(codeOf(world.act(world.chen, *campaign, CampaignAct::Rollback)), "wrong-state");
        campaign = world.act(world.lin, *campaign, CampaignAct::Submit);
        QCOMPARE(codeOf(world.act(world.lin, *campaign, CampaignAct::Approve)), "four-eyes");
        QCOMPARE(codeOf(world.campaigns.update(world.lin, campaign->id, campaign->version, world.edit(24, 4))),
                 "wrong-state");
        QCOMPARE(codeOf(world.campaigns.remove(world.lin, campaign->id, campaign->version)), "wrong-state");
        QCOMPARE(fieldsOf(world.act(world.chen, *campaign, CampaignAct::Reject)), QStringList{"note required"});
        campaign = world.act(world.chen, *campaign, CampaignAct::Reject, "Too dear");
        QCOMPARE(toString(campaign->state), "draft");
        campaign = world.act(world.lin, *campaign, CampaignAct::Withdraw);
        QCOMPARE(toString(campaign->state), "withdrawn");
        QCOMPARE(codeOf(world.act(world.lin, *campaign, CampaignAct::Withdraw)), "wrong-state");
    }

    void theLeadTimeIsKeptButForEmergencies_data() { StorageFixture::dialects(); }
    void theLeadTimeIsKeptButForEmergencies() {
        CampaignWorld world;
        Campaign edit = world.edit(24, 3);
        edit.publishAt = world.clock.now() + std::chrono::minutes(19);
        const auto draft = world.campaigns.create(world.lin, edit);
        QCOMPARE(fieldsOf(world.act(world.lin, *draft, CampaignAct::Submit)), QStringList{"publish_at lead-time"});
        const auto urgent = world.act(world.lin, *draft, CampaignAct::Submit, {}, "Wrong price on the street");
        QCOMPARE(codeOf(urgent), QString());
        QCOMPARE(urgent->emergencyReason, "Wrong price on the street");
        world.clock.set(edit.publishAt - Milliseconds(4'999)); // too late for all services to hear of it
        QCOMPARE(fieldsOf(world.act(world.chen, *urgent, CampaignAct::Approve)), QStringList{"publish_at lead-time"});
        world.clock.set(edit.publishAt + Milliseconds(1));
        QCOMPARE(fieldsOf(world.act(world.chen, *urgent, CampaignAct::Approve)), QStringList{"publish_at past"});
        world.clock.set(edit.publishAt - Milliseconds(5'000));
        QCOMPARE(codeOf(world.act(world.chen, *urgent, CampaignAct::Approve)), QString());
    }

    /// One plan of three has another price by then: none of the three is published, and nothing else stays.
    void anAbortedApprovalLeavesNothing_data() { StorageFixture::dialects(); }
    void anAbortedApprovalLeavesNothing() {
        CampaignWorld world;
        const auto campaign = world.submitted(world.edit(24, 3));
        const auto between = world.publish(world.timelines.timeline(world.fleet[1].id)->plan, 20, {}, 7);
        QCOMPARE(codeOf(between), QString());
        const StoredBook before = world.book();
        const auto heads = world.timelines.book();
        const QStringList events = eventsIn(world);
        const auto refused = world.act(world.chen, *campaign, CampaignAct::Approve);
        QCOMPARE(codeOf(refused), "base-changed");
        QCOMPARE(problemsIn(refused), QStringList{"base-changed"});
        const StoredBook after = world.book();
        QCOMPARE(after.version, before.version);
        QCOMPARE(after.intervals, before.intervals);
        QCOMPARE(after.plans, before.plans);
        QCOMPARE(world.timelines.book()->configs.size(), heads->configs.size());
        QCOMPARE(world.timelines.book()->intervals, heads->intervals);
        QCOMPARE(eventsIn(world), events);
        QCOMPARE(world.campaigns.campaign(campaign->id)->version, campaign->version);
        QCOMPARE(toString(world.campaigns.campaign(campaign->id)->state), "submitted");
    }

    /// The store refuses a row when one plan is written already, as if the service had been killed there.
    void anApprovalThatBreaksOffHalfwayLeavesNothing_data() { StorageFixture::dialects(); }
    void anApprovalThatBreaksOffHalfwayLeavesNothing() {
        CampaignWorld world;
        const auto at = [&world](const staff::AuditLog &log) {
            return Desk{world.fixture.database(), world.clock, world.ids, log, [] {}};
        };
        IdSource ids(world.clock, 9), sameIds(world.clock, 9);
        const staff::AuditLog log(world.clock, ids), brokenLog(world.clock, sameIds);
        const Desk desk = at(log), brokenDesk = at(brokenLog);
        const auto draft = Campaigns(desk).create(world.lin, world.edit(24, 3));
        const auto campaign = world.act(world.lin, *draft, CampaignAct::Submit);
        const auto before = world.timelines.book();
        const QStringList events = eventsIn(world);
        const auto refused =
            Campaigns(brokenDesk).act(world.chen, campaign->id, CampaignAct::Approve, {campaign->version, {}, {}});
        QCOMPARE(codeOf(refused), "duplicate");
        const auto after = world.timelines.book();
        QCOMPARE(after->intervals, before->intervals);
        QCOMPARE(after->plans, before->plans);
        QCOMPARE(after->configs.size(), before->configs.size());
        QCOMPARE(eventsIn(world), events);
        QVERIFY(world.act(world.chen, *campaign, CampaignAct::Approve)); // nothing is in the way of the next attempt
    }

    void allThatIsInTheWayIsToldAtOnce_data() { StorageFixture::dialects(); }
    void allThatIsInTheWayIsToldAtOnce() {
        CampaignWorld world;
        Campaign edit = world.edit(24, 3);
        edit.items[2].config = DeskWorld::config(2.5);
        const auto draft = world.campaigns.create(world.lin, edit);
        QVERIFY(world.publish(world.timelines.timeline(world.fleet[0].id)->plan, 24, {}, 7)); // begins in that instant
        const Plan candy = world.timelines.timeline(world.fleet[1].id)->plan;
        QVERIFY(world.plans.retire(world.lin, candy.id, candy.version, world.at(20)));
        const auto refused = world.act(world.lin, *draft, CampaignAct::Submit);
        QCOMPARE(problemsIn(refused), (QStringList{"base-changed", "overlap", "plan-retired", "unchanged"}));
        const auto dry = world.rehearsals.dryRun(draft->id);
        QVERIFY(dry && !dry->isOk);
        QCOMPARE(dry->problems.size(), 4);
        QVERIFY(!dry->problems[3].isFatal);
    }

    void whatChangesNothingIsNotPublished_data() { StorageFixture::dialects(); }
    void whatChangesNothingIsNotPublished() {
        CampaignWorld world;
        QCOMPARE(codeOf(world.submitted(world.edit(24, 2.5))), "unchanged");
        Campaign edit = world.edit(24, 3);
        edit.items[0].config = DeskWorld::config(2.5);
        QVERIFY(world.approved(edit));
        QCOMPARE(world.timelineOf(world.fleet[0]).size(), 1); // left alone
        QCOMPARE(world.ratesAt(24), (QList<double>{2.5, 3, 3}));
    }

    void whatFollowsIsKept_data() { StorageFixture::dialects(); }
    void whatFollowsIsKept() {
        CampaignWorld world;
        QVERIFY(world.publish(world.timelines.timeline(world.fleet[1].id)->plan, 50, {}, 7));
        const auto campaign = world.approved(world.edit(24, 3));
        QCOMPARE(codeOf(campaign), QString());
        QCOMPARE(world.ratesAt(49), thrice(3));
        QCOMPARE(world.ratesAt(50), (QList<double>{3, 7, 3}));
        world.clock.set(world.at(60)); // its time is over for one plan
        QVERIFY(world.act(world.chen, *campaign, CampaignAct::Rollback));
        QCOMPARE(world.ratesAt(60), (QList<double>{2.5, 7, 2.5}));
    }

    void scheduledOnesAreWithdrawn_data() { StorageFixture::dialects(); }
    void scheduledOnesAreWithdrawn() {
        CampaignWorld world;
        const auto campaign = world.approved(world.edit(24, 3));
        const auto gone = world.act(world.lin, *campaign, CampaignAct::Withdraw, "Not now");
        QCOMPARE(codeOf(gone), QString());
        QCOMPARE(toString(gone->state), "withdrawn");
        QCOMPARE(world.ratesAt(1'000), thrice(2.5));
    }

    void nothingIsRolledBackFromUnderALaterChange_data() { StorageFixture::dialects(); }
    void nothingIsRolledBackFromUnderALaterChange() {
        CampaignWorld world;
        const auto campaign = world.approved(world.edit(24, 3));
        const auto top = world.publish(world.timelines.timeline(world.fleet[2].id)->plan, 40, {}, 7);
        QCOMPARE(codeOf(top), QString());
        world.clock.set(world.at(30));
        const StoredBook before = world.book();
        const auto refused = world.act(world.chen, *campaign, CampaignAct::Rollback);
        QCOMPARE(codeOf(refused), "later-change");
        const QJsonObject problem = refused.error().extra.value("problems").toArray().first().toObject();
        QCOMPARE(problem.value("plan_id").toString(), idToString(world.fleet[2].id));
        QCOMPARE(problem.value("other").toString(), idToString(top->touched->id));
        QCOMPARE(world.book().intervals, before.intervals); // nothing half done
        const auto rehearsed = world.rehearsals.rehearseRollback(campaign->id);
        QVERIFY(rehearsed && !rehearsed->isOk);
        QCOMPARE(rehearsed->problems.first().code, "later-change");

        QVERIFY(world.act(world.lin, *top, IntervalAct::Withdraw)); // that out of the way, it goes
        const auto clear = world.rehearsals.rehearseRollback(campaign->id);
        QVERIFY(clear && clear->isOk && clear->isRestored);
        QCOMPARE(codeOf(world.act(world.chen, *campaign, CampaignAct::Rollback)), QString());
        for (const qint64 hour : {30, 39, 40, 41, 1'000})
            QCOMPARE(world.ratesAt(hour), thrice(2.5));
    }

    void onePlanTakenBackBeforeIsLeftAlone_data() { StorageFixture::dialects(); }
    void onePlanTakenBackBeforeIsLeftAlone() {
        CampaignWorld world;
        const auto campaign = world.approved(world.edit(24, 3));
        world.clock.set(world.at(30));
        const auto timeline = world.timelines.timeline(world.fleet[0].id);
        QVERIFY(world.timelines.act(world.chen, timeline->intervals.last().id, IntervalAct::Rollback,
                                    {timeline->plan.timelineVersion, {}, {}, {}}));
        world.clock.set(world.at(31));
        const qsizetype before = world.timelineOf(world.fleet[0]).size();
        QVERIFY(world.act(world.chen, *campaign, CampaignAct::Rollback));
        QCOMPARE(world.timelineOf(world.fleet[0]).size(), before);
        QCOMPARE(world.ratesAt(31), thrice(2.5));
    }
};

QTEST_APPLESS_MAIN(CampaignActsTest)
#include "campaign_acts_test.moc"
