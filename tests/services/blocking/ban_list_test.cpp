#include "tests/services/blocking/ban_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;
using namespace std::chrono_literals;

class BanListTest final : public QObject {
    Q_OBJECT

    static QStringList masks(const QList<Ban> &bans) {
        QStringList result;
        for (const Ban &ban : bans)
            result.append(ban.masked);
        return result;
    }
    static qint64 audited(BanWorld &world, const QString &action) {
        const auto rows = world.fixture.database().read([&](storage::Connection &connection) {
            return connection.query("staff/audit_of_action", {{"action", action}, {"limit", 100}});
        });
        return rows ? rows->size() : -1;
    }

private Q_SLOTS:
    void banned_data() { StorageFixture::dialects(); }
    void banned() {
        BanWorld world;
        BanService &service = world.service;
        QVERIFY(!service.isBanned("number", "+886912345678"));
        const Ban ban = service.ban("number", " 0912-345-678 ");
        QCOMPARE(ban.masked, "0912•••678");
        QVERIFY(ban.state == BanState::Active);
        QCOMPARE(ban.author, "Lin");
        const auto decision = service.decide("number", "+886912345678");
        QVERIFY(decision && !decision->allowed);
        QCOMPARE(decision->bans.size(), 1);
        QVERIFY(decision->wait > 0ms && decision->wait <= 1h);
        QVERIFY(!service.isBanned("number", "+886912345679"));
        QVERIFY(!service.isBanned("device", "+886912345678"));
        QCOMPARE(audited(world, "blocking.ban"), 1);
        const auto again = service.list.add(service.lin, {"number", BanMatch::Exact, "+886912345678", "Again", {}});
        QVERIFY(!again);
        QCOMPARE(again.error().code, "banned-already");
        QCOMPARE(again.error().extra["current"].toObject()["id"].toString(), idToString(ban.id));
    }

    void whoIsBannedIsNotCounted_data() { StorageFixture::dialects(); }
    void whoIsBannedIsNotCounted() {
        BanWorld world;
        BanService &service = world.service;
        Policy policy;
        policy.id = "p";
        policy.subjectKind = "device";
        policy.event = "code-requested";
        policy.limit = 2;
        const Asked asked{"code-requested", {{"number", "+886912345678"}, {"device", "d"}}};
        const Ban ban = service.ban("number", "0912345678");
        for (int i = 0; i < 5; ++i) {
            const auto taken = service.blocker.decide({policy}, asked);
            QVERIFY(taken && !taken->decision.allowed);
            QCOMPARE(taken->decision.bans.first().subject.kind, "number");
        }
        QVERIFY(service.list.lift(service.lin, {ban.id}, "No"));
        QCOMPARE(service.blocker.decide({policy}, asked)->decision.verdicts.first().left, 1);
        QVERIFY(service.blocker.decide({policy}, asked)->decision.allowed);
        QVERIFY(!service.blocker.decide({policy}, asked)->decision.allowed);
    }

    void severalAreBannedTogetherOrNone_data() { StorageFixture::dialects(); }
    void severalAreBannedTogetherOrNone() {
        BanWorld world;
        BanService &service = world.service;
        const Ban there = service.ban("device", "one");
        const NewBan one{"device", BanMatch::Exact, "one", "Fraud", {}},
            two{"device", BanMatch::Exact, "two", "Fraud", {}};
        const auto ids = service.list.addAll(service.lin, {one, two});
        QVERIFY(ids);
        QCOMPARE(ids->size(), 2);
        QCOMPARE(ids->first(), there.id);
        QVERIFY(service.isBanned("device", "two"));
        const NewBan three{"device", BanMatch::Exact, "three", "Fraud", {}},
            wrong{"number", BanMatch::Exact, "x", "y", {}};
        QVERIFY(!service.list.addAll(service.lin, {three, wrong}));
        QVERIFY(!service.isBanned("device", "three"));
    }

    void prefixesAndNetworks_data() { StorageFixture::dialects(); }
    void prefixesAndNetworks() {
        BanWorld world;
        BanService &service = world.service;
        QCOMPARE(service.ban("number", "0912", BanMatch::Prefix).masked, "+886912…");
        service.ban("address", "203.0.113.0/24", BanMatch::Cidr);
        service.ban("address", "2001:db8:7::/48", BanMatch::Cidr);
        QVERIFY(service.isBanned("number", "+886912000000"));
        QVERIFY(!service.isBanned("number", "+886913000000"));
        QVERIFY(service.isBanned("address", "203.0.113.255"));
        QVERIFY(!service.isBanned("address", "203.0.114.0"));
        QVERIFY(service.isBanned("address", "2001:db8:7:1::9"));
        QVERIFY(!service.isBanned("address", "2001:db8:8::"));
        QCOMPARE(service.decide("number", "+886912000000")->bans.first().match, "prefix");
        QCOMPARE(masks(*service.list.catching({}, "203.0.113.9")), QStringList{"203.0.113.0/24"});
        service.ban("number", "0912 000 000");
        QCOMPARE(masks(*service.list.catching("number", "0912000000")), (QStringList{"0912•••000", "+886912…"}));
    }

    void whatCannotBeBannedIsRefused_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<BanMatch>("match");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *kind, BanMatch match, const char *text, const char *code) {
            QTest::newRow(text) << kind << match << text << code;
        };
        row("number", BanMatch::Exact, "0223456789", "not-mobile");
        row("number", BanMatch::Prefix, "+8869", "too-wide");
        row("number", BanMatch::Prefix, "+81", "bad-prefix");
        row("number", BanMatch::Prefix, "0912x", "bad-prefix");
        row("email", BanMatch::Exact, "nobody", "bad-email");
        row("email", BanMatch::Prefix, "a@", "no-range");
        row("address", BanMatch::Exact, "203.0.113.256", "bad-address");
        row("address", BanMatch::Cidr, "203.0.113.1/24", "host-bits");
        row("address", BanMatch::Cidr, "203.0.113.0/33", "bad-cidr");
        row("address", BanMatch::Cidr, "10.0.0.0/7", "too-wide");
        row("address", BanMatch::Cidr, "::/0", "too-wide");
        row("address", BanMatch::Cidr, "::/96", "");
        row("id_card", BanMatch::Exact, "A123456788", "bad-check-digit");
        row("id_card", BanMatch::Exact, "a123456789", "");
        row("id_card", BanMatch::Exact, "AC01234567", "");
        row("tenant", BanMatch::Exact, "all", "unknown-kind");
    }
    void whatCannotBeBannedIsRefused() {
        QFETCH(QString, kind);
        QFETCH(BanMatch, match);
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto value = banValueOf(kind, match, text);
        QCOMPARE(value ? QString() : value.error().code, code);
        QVERIFY(value || value.error().fields.size() == 1);
    }

    void editedLiftedAndUndone_data() { StorageFixture::dialects(); }
    void editedLiftedAndUndone() {
        BanWorld world;
        BanService &service = world.service;
        const Ban one = service.ban("email", "Some.One@Example.com"), two = service.ban("device", "device-0001");
        const auto edited = service.list.update(service.lin, one.id, 1, {"Better reason", world.clock.now() + 1h});
        QVERIFY(edited);
        QCOMPARE(edited->version, 2);
        QCOMPARE(service.list.update(service.lin, one.id, 1, {"Late", {}}).error().code, "stale");
        QCOMPARE(service.list.update(service.lin, one.id, 2, {"Past", world.clock.now()}).error().fields[0].code,
                 "past");
        const auto lifted = service.list.lift(service.lin, {one.id, two.id, one.id, 99}, "A mistake");
        QVERIFY(lifted);
        QCOMPARE(lifted->count, 2);
        QVERIFY(!service.isBanned("email", "some.one@example.com"));
        service.ban("device", "device-0001"); // stays as it is
        const auto undone = service.list.undoLift(service.lin, lifted->undo);
        QVERIFY(undone);
        QCOMPARE(undone->count, 1);
        QVERIFY(service.isBanned("email", "some.one@example.com"));
        QVERIFY(!service.list.undoLift(service.lin, lifted->undo));
        const auto history =
            service.list.historyOf(banHash("device", "exact", "device-0001", service.secrets.lookupKey));
        QVERIFY(history);
        QCOMPARE(history->size(), 3);
        QCOMPARE(audited(world, "blocking.ban-edit"), 1);
        QCOMPARE(audited(world, "blocking.ban-lift"), 1);
        QCOMPARE(audited(world, "blocking.ban-lift-undo"), 1);
        world.clock.advance(1h);
        QVERIFY(!service.isBanned("email", "some.one@example.com"));
    }

    void aBanEndsByItself_data() { StorageFixture::dialects(); }
    void aBanEndsByItself() {
        BanWorld world;
        BanService &service = world.service;
        const Ban ban = service.ban("device", "d", BanMatch::Exact, world.clock.now() + 60s);
        world.clock.advance(60s - 1ms);
        QVERIFY(service.isBanned("device", "d"));
        world.clock.advance(1ms);
        QVERIFY(!service.isBanned("device", "d"));
        QCOMPARE(service.list.page({}, 10, {})->items.size(), 0);
        BanFilter expired;
        expired.state = BanState::Expired;
        QCOMPARE(service.list.page(expired, 10, {})->items.first().id, ban.id);
        QCOMPARE(service.list.update(service.lin, ban.id, 1, {"More", {}}).error().code, "wrong-state");
        service.ban("device", "d"); // takes its place
        QVERIFY(service.isBanned("device", "d"));
    }

    void whatIsOverIsTidiedAway_data() { StorageFixture::dialects(); }
    void whatIsOverIsTidiedAway() {
        BanWorld world;
        BanService &service = world.service;
        for (int i = 0; i < 3; ++i)
            service.ban("device", QString::number(i), BanMatch::Exact, world.clock.now() + 60s);
        service.ban("device", "stays");
        world.clock.advance(3min);
        QCOMPARE(*service.keeper.tidy(), 3);
        QCOMPARE(*service.keeper.tidy(), 0);
        qint64 held = 0;
        for (int i = 0; i < BanPlace::shards; ++i)
            held += service.pool.command({"HLEN", BanPlace::shardKey(i)})->integer;
        QCOMPARE(held, 1);
        QVERIFY(service.isBanned("device", "stays"));
    }

    void listsAreFilteredAndPaged_data() { StorageFixture::dialects(); }
    void listsAreFilteredAndPaged() {
        BanWorld world;
        BanService &service = world.service;
        for (int i = 0; i < 5; ++i)
            service.ban("device", QString("device-%1").arg(i));
        const Ban mail = service.ban("email", "x_y@example.com");
        QVERIFY(service.list.lift(service.lin, {mail.id}, "No"));
        BanFilter filter;
        filter.kind = "device";
        const auto first = service.list.page(filter, 3, {});
        QVERIFY(first);
        QCOMPARE(first->items.size(), 3);
        const auto second = service.list.page(filter, 3, first->nextCursor);
        QCOMPARE(second->items.size(), 2);
        QVERIFY(second->nextCursor.isEmpty());
        QVERIFY(first->items.last().id > second->items.first().id);
        BanFilter other;
        QCOMPARE(service.list.page(other, 3, first->nextCursor).error().code, "cursor-mismatch");
        other.state = BanState::Lifted;
        QCOMPARE(service.list.page(other, 3, {})->items.size(), 1);
        other.state.reset();
        QCOMPARE(service.list.page(other, 10, {})->items.size(), 6);
        other.text = "FRAUD";
        QCOMPARE(service.list.page(other, 10, {})->items.size(), 6);
        other.text = "%";
        QCOMPARE(service.list.page(other, 10, {})->items.size(), 0);
    }
};

QTEST_GUILESS_MAIN(BanListTest)
#include "ban_list_test.moc"
