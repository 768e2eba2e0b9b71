#include "tests/services/pricing/campaign_world.h"

#include <QJsonArray>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

class CampaignsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsWrittenReadAndDeleted_data() { StorageFixture::dialects(); }
    void aDraftIsWrittenReadAndDeleted() {
        CampaignWorld world;
        const auto draft = world.campaigns.create(world.lin, world.edit(24, 3));
        QCOMPARE(codeOf(draft), QString());
        QCOMPARE(draft->author, "Lin");
        QCOMPARE(draft->version, 1);
        QCOMPARE(draft->items.size(), 3);
        QCOMPARE(world.campaigns.campaign(draft->id)->items, draft->items);
        Campaign edit = world.edit(30, 4);
        edit.items.removeLast();
        edit.name = "Smaller";
        const auto saved = world.campaigns.update(world.chen, draft->id, 1, edit);
        QCOMPARE(codeOf(saved), QString());
        QCOMPARE(saved->version, 2);
        QCOMPARE(saved->author, "Chen"); // hers is the last word
        QCOMPARE(saved->items.size(), 2);
        const auto list = world.campaigns.list(10);
        QVERIFY(list && list->size() == 1 && list->first().items.isEmpty());
        QCOMPARE(list->first().itemCount, 2);
        QCOMPARE(world.campaigns.changesOf(draft->id)->first().config, edit.items.first().config);
        QCOMPARE(codeOf(world.campaigns.remove(world.lin, draft->id, 1)), "stale");
        QVERIFY(world.campaigns.remove(world.lin, draft->id, 2));
        QCOMPARE(codeOf(world.campaigns.campaign(draft->id)), "campaign-not-found");
        QCOMPARE(codeOf(world.campaigns.changesOf(draft->id)), "campaign-not-found");
    }

    void aStaleSaveIsToldWhatItIsNow_data() { StorageFixture::dialects(); }
    void aStaleSaveIsToldWhatItIsNow() {
        CampaignWorld world;
        const auto draft = world.campaigns.create(world.lin, world.edit(24, 3));
        Campaign hers = world.edit(24, 4);
        hers.name = "Hers";
        QVERIFY(world.campaigns.update(world.chen, draft->id, draft->version, hers));
        const auto late = world.campaigns.update(world.lin, draft->id, draft->version, world.edit(24, 5));
        QCOMPARE(codeOf(late), "stale");
        const auto told = campaignFromJson(late.error().extra.value("current").toObject());
        QVERIFY(told);
        QCOMPARE(told->name, "Hers");
        QCOMPARE(told->version, 2);
        QCOMPARE(codeOf(world.act(world.lin, *draft, CampaignAct::Submit)), "stale");
    }

    void whatIsWrongIsToldAtItsField_data() { StorageFixture::dialects(); }
    void whatIsWrongIsToldAtItsField() {
        CampaignWorld world;
        Campaign edit = world.edit(-1, 3);
        edit.name.clear();
        edit.items[1].planId = 12345;
        edit.items[0].baseConfigId = 12345;
        edit.items[2].baseConfigId = inForce(world.timelineOf(world.fleet[1]), world.at(24))->configId; // another's
        QCOMPARE(fieldsOf(world.campaigns.create(world.lin, edit)),
                 (QStringList{"name required", "publish_at past", "items[0].base_config_id unknown-config",
                              "items[1].plan_id unknown-plan", "items[2].base_config_id unknown-config"}));
        edit = world.edit(24, 3);
        edit.publishAt = fromMs(8'000'000'000'000);
        edit.items.clear();
        QCOMPARE(fieldsOf(world.campaigns.create(world.lin, edit)),
                 (QStringList{"publish_at out-of-range", "items empty"}));
        QVERIFY(world.campaigns.list(10)->isEmpty());
    }

    void mistakesInsideAConfigHaveTheirPath() {
        QJsonObject item{{"plan_id", "1"}, {"base_config_id", "2"}};
        const auto read = [&](const QJsonArray &components) {
            item.insert("config", QJsonObject{{"time_zone", "Asia/Taipei"},
                                              {"currency", "TWD"},
                                              {"takes", QJsonArray{}},
                                              {"components", components}});
            const QJsonObject json{
                {"name", "x"}, {"publish_at", "2027-01-01T00:00:00Z"}, {"items", QJsonArray{1, 2, item}}};
            return fieldsOf(campaignEditFromJson(json));
        };
        QVERIFY(read({QJsonObject{{"component", "magic"}}}).filter("items[2].config.components[0].component").size() ==
                1);
        const QJsonObject segment{{"start", 9}, {"end", 3}, {"rate", "1"}, {"interval", 1}};
        const QStringList fields = read({QJsonObject{{"component", "time"}, {"segments", QJsonArray{segment}}}});
        QVERIFY2(fields.contains("items[2].config.components[0].segments[0].end inverted"),
                 qPrintable(fields.join(", ")));
    }

    void theInventoryTellsWhatIsInForce_data() { StorageFixture::dialects(); }
    void theInventoryTellsWhatIsInForce() {
        CampaignWorld world;
        QCOMPARE(world.campaigns.inventory(world.at(0))->size(), 0);
        QCOMPARE(world.campaigns.inventory(world.at(2))->size(), 1);
        const auto all = world.campaigns.inventory(world.at(24));
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->first().plan.code, "candy");
        QVERIFY(all->first().config.config == DeskWorld::config(2.5));
        QVERIFY(world.plans.retire(world.lin, world.fleet[1].id, world.fleet[1].version, world.at(20)));
        QCOMPARE(world.campaigns.inventory(world.at(19))->size(), 3);
        QCOMPARE(world.campaigns.inventory(world.at(20))->size(), 2);
    }
};

QTEST_APPLESS_MAIN(CampaignsTest)
#include "campaigns_test.moc"
