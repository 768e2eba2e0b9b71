#include "tests/services/sms/sms_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
/// 30 messages: three a second, every fifth to another number, every third accepted.
QList<Id> fill(SmsWorld &world) {
    QList<Id> ids;
    for (int i = 0; i < 30; ++i) {
        if (i % 3 == 0)
            world.clock.advance(std::chrono::seconds(1));
        ids.prepend(world.send(SmsWorld::message({}, i % 5 == 0 ? 1 : 0)));
        if (i % 3 == 0)
            world.work(ids.first());
    }
    return ids;
}

QList<Id> idsOf(const QList<sms::Message> &messages) {
    QList<Id> ids;
    for (const sms::Message &message : messages)
        ids.append(message.id);
    return ids;
}

QList<Id> walk(SmsWorld &world, const sms::MessageFilter &filter, int limit) {
    QList<Id> ids;
    QString cursor;
    do {
        const auto page = world.list.page(filter, limit, cursor);
        if (!page || page->items.size() > limit)
            return {};
        ids += idsOf(page->items);
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    return ids;
}
} // namespace

class MessageListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestFirstInPages_data() { StorageFixture::dialects(); }
    void newestFirstInPages() {
        SmsWorld world;
        const QList<Id> ids = fill(world);
        for (const int limit : {1, 7, 10, 30, 100})
            QCOMPARE(walk(world, {}, limit), ids);
    }

    void filters_data() { StorageFixture::dialects(); }
    void filters() {
        SmsWorld world;
        const Instant start = world.clock.now();
        const QList<Id> ids = fill(world);
        const auto expected = [&ids](auto keep) {
            QList<Id> kept;
            for (int i = 29; i >= 0; --i)
                if (keep(i))
                    kept.append(ids[29 - i]);
            return kept;
        };
        sms::MessageFilter number;
        number.number = "0912-345-671";
        QCOMPARE(walk(world, number, 4), expected([](int i) { return i % 5 == 0; }));
        sms::MessageFilter accepted;
        accepted.states = {sms::DeliveryState::Accepted};
        QCOMPARE(walk(world, accepted, 4), expected([](int i) { return i % 3 == 0; }));
        sms::MessageFilter both = accepted;
        both.states.append(sms::DeliveryState::Created);
        both.states.append(sms::DeliveryState::Created); // said twice is said once
        QCOMPARE(walk(world, both, 4), ids);
        sms::MessageFilter all = accepted;
        all.number = number.number;
        QCOMPARE(walk(world, all, 1), expected([](int i) { return i % 15 == 0; }));
        sms::MessageFilter time;
        time.from = start + std::chrono::seconds(3);
        time.to = start + std::chrono::seconds(5);
        QCOMPARE(walk(world, time, 4), expected([](int i) { return i >= 6 && i < 12; }));
        time.states = {sms::DeliveryState::Accepted};
        QCOMPARE(walk(world, time, 1), expected([](int i) { return i == 6 || i == 9; }));
        sms::MessageFilter none;
        none.number = "0988888888";
        QCOMPARE(world.list.page(none, 10, {})->items.size(), qsizetype(0));
    }

    void anOutlineReachesEveryPage_data() { StorageFixture::dialects(); }
    void anOutlineReachesEveryPage() {
        SmsWorld world;
        const QList<Id> ids = fill(world);
        sms::MessageFilter filter;
        for (const bool filtered : {false, true}) {
            QList<Id> expected = ids;
            if (filtered) {
                filter.states = {sms::DeliveryState::Accepted, sms::DeliveryState::Failed};
                expected = walk(world, filter, 100);
                QCOMPARE(expected.size(), qsizetype(10));
            }
            const auto outline = world.list.outline(filter, 10);
            QVERIFY(outline);
            QCOMPARE(outline->total, qint64(expected.size()));
            QCOMPARE(outline->anchors.size(), (expected.size() + 9) / 10);
            for (qsizetype k = 0; k < outline->anchors.size(); ++k)
                QCOMPARE(idsOf(world.list.page(filter, 10, outline->anchors[k])->items), expected.mid(k * 10, 10));
        }
        sms::MessageFilter none;
        none.states = {sms::DeliveryState::Canceled};
        const auto empty = world.list.outline(none, 10);
        QVERIFY(empty && empty->total == 0 && empty->anchors.isEmpty());
    }

    void aCursorBelongsToItsFilter_data() { StorageFixture::dialects(); }
    void aCursorBelongsToItsFilter() {
        SmsWorld world;
        fill(world);
        const QString cursor = world.list.page({}, 5, {})->nextCursor;
        sms::MessageFilter other;
        other.states = {sms::DeliveryState::Created};
        QCOMPARE(world.list.page(other, 5, cursor).error().code, "cursor-mismatch");
        for (const char *bad : {"x", "====", "MTIz", "Li4u", "\xc3\xa9"})
            QCOMPARE(world.list.page({}, 5, QString::fromUtf8(bad)).error().code, "bad-cursor");
    }

    void badFilters_data() { StorageFixture::dialects(); }
    void badFilters() {
        SmsWorld world;
        sms::MessageFilter filter;
        filter.number = "12";
        const auto page = world.list.page(filter, 5, {});
        QVERIFY(!page);
        QCOMPARE(toString(page.error().kind), toString(ErrorKind::InvalidInput));
        QCOMPARE(page.error().fields.first().path, "number");
    }

    void aMessageThatIsNot_data() { StorageFixture::dialects(); }
    void aMessageThatIsNot() {
        SmsWorld world;
        QCOMPARE(world.list.detail(1).error().code, "message-not-found");
        const auto revealed = world.database.write([&](storage::Connection &c) { return world.log.reveal(c, 1); });
        QCOMPARE(revealed.error().code, "message-not-found");
    }

    void aRevealGivesTheNumber_data() { StorageFixture::dialects(); }
    void aRevealGivesTheNumber() {
        SmsWorld world;
        const Id id = world.send();
        const auto revealed = world.database.write([&](storage::Connection &c) { return world.log.reveal(c, id); });
        QVERIFY(revealed);
        QCOMPARE(revealed->e164(), "+886912345670");
    }
};

QTEST_GUILESS_MAIN(MessageListTest)
#include "message_list_test.moc"
