#include "tests/services/pricing/desk_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
template <typename T>
QString codeOf(const Result<T> &result) {
    return result ? QString() : result.error().code;
}
} // namespace

class PlansTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rivalsAreRefused_data() { StorageFixture::dialects(); }
    void rivalsAreRefused() {
        DeskWorld world;
        world.planInForce("standard");
        QCOMPARE(codeOf(world.plans.create(world.lin, DeskWorld::planEdit("standard", "candy"))), "duplicate-code");
        const auto rival = world.plans.create(world.lin, DeskWorld::planEdit("other"));
        QCOMPARE(codeOf(rival), "ambiguous-plan");
        QCOMPARE(rival.error().extra.value("plan").toString(), "standard");
        QVERIFY(world.plans.create(world.lin, DeskWorld::planEdit("candy", "candy")));
        const auto unknown = world.plans.create(world.lin, DeskWorld::planEdit("moon", "moon-rover"));
        QVERIFY(!unknown && unknown.error().fields.first() ==
                                (FieldError{"model", "not-in-catalog", "This code is not in the catalog."}));
    }

    void aStaleSaveIsShownThePlanAsItIs_data() { StorageFixture::dialects(); }
    void aStaleSaveIsShownThePlanAsItIs() {
        DeskWorld world;
        const Plan plan = world.planInForce().plan;
        Plan edit = plan;
        edit.nameEn = "Renamed";
        const auto saved = world.plans.update(world.lin, plan.id, plan.version, edit);
        QVERIFY(saved && saved->version == plan.version + 1);
        edit.nameEn = "Mine";
        const auto late = world.plans.update(world.chen, plan.id, plan.version, edit);
        QCOMPARE(codeOf(late), "stale");
        QCOMPARE(planFromJson(late.error().extra.value("current").toObject())->nameEn, "Renamed");
    }

    void aRetiredPlanMakesRoom_data() { StorageFixture::dialects(); }
    void aRetiredPlanMakesRoom() {
        DeskWorld world;
        const Plan plan = world.planInForce("standard").plan;
        const auto retired = world.plans.retire(world.lin, plan.id, plan.version, world.at(-5));
        QVERIFY(retired && *retired->retiredAt == world.clock.now()); // the past cannot change
        QCOMPARE(codeOf(world.plans.retire(world.lin, plan.id, retired->version, world.at(9))), "retired");
        QVERIFY(world.plans.create(world.lin, DeskWorld::planEdit("successor")));
    }

    void anEqualConfigIsTheSame_data() { StorageFixture::dialects(); }
    void anEqualConfigIsTheSame() {
        DeskWorld world;
        const Plan plan = world.planInForce().plan;
        bool isNew = false;
        const auto fresh = world.plans.addConfig(world.lin, plan.id, DeskWorld::config(4), "four", &isNew);
        QVERIFY(fresh && isNew);
        QCOMPARE(fresh->version, 2);
        const auto same = world.plans.addConfig(world.chen, plan.id, DeskWorld::config(4), "again", &isNew);
        QVERIFY(same && !isNew);
        QCOMPARE(same->id, fresh->id);
        const auto read = world.plans.config(fresh->id);
        QVERIFY(read && *read->config == DeskWorld::config(4));
        QCOMPARE(read->fingerprint, fingerprintOf(DeskWorld::config(4)));
        QCOMPARE(codeOf(world.plans.config(1)), "config-not-found");
        QCOMPARE(codeOf(world.plans.addConfig(world.lin, 1, DeskWorld::config(4), {}, &isNew)), "plan-not-found");
    }

    void changesCountTheVersionPricesAreReadBy_data() { StorageFixture::dialects(); }
    void changesCountTheVersionPricesAreReadBy() {
        DeskWorld world;
        const Plan plan = world.planInForce().plan;
        const qint64 before = world.book().version;
        QVERIFY(world.timelines.addDraft(world.lin, plan.id, world.edit(plan, 24, {}, 3)));
        QCOMPARE(world.book().version, before); // a draft changes nothing
        QVERIFY(world.publish(world.timelines.timeline(plan.id)->plan, 48, {}, 3));
        QCOMPARE(world.book().version, before + 1);
    }
};

QTEST_APPLESS_MAIN(PlansTest)
#include "plans_test.moc"
