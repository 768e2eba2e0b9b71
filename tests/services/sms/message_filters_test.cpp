#include "services/runtime/seal.h"
#include "services/sms/message_list.h"
#include "tests/services/sms/message_rows.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using sms::MessageFilter;

namespace {
constexpr int rowCount = 1'200; // over 100 days: several months, and some in the default partition

/// A store with messages of every kind.
struct FilledStore {
    SqlFolder sql;
    FakeClock clock;
    MessageRows rows;
    std::unique_ptr<StorageFixture> fixture;
    runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};

    FilledStore() {
        MessageRows::addStatements(sql);
        sql.add("test/months", "SELECT sms_add_partitions(:from, :until) AS made;\n");
        fixture = std::make_unique<StorageFixture>(currentDialect(), sql.root());
        const Instant now = clock.now();
        if (currentDialect() == storage::Dialect::Postgres)
            (void)fixture->database().write([&](storage::Connection &c) {
                return c.query("test/months",
                               {{"from", toMs(now - std::chrono::hours(24 * 70))}, {"until", toMs(now)}});
            });
        rows.fill(
            fixture->database(),
            [this](const QString &e164) { return runtime::hmac(e164.toLatin1(), secrets.lookupKey); }, rowCount, now,
            std::chrono::hours(2), 7);
    }
};

QList<Id> idsOf(const QList<sms::Message> &messages) {
    QList<Id> ids;
    for (const sms::Message &message : messages)
        ids.append(message.id);
    return ids;
}

QList<Id> walk(sms::MessageList &list, const MessageFilter &filter, int limit) {
    QList<Id> ids;
    QString cursor;
    do {
        const auto page = list.page(filter, limit, cursor);
        if (!page || page->items.size() > limit)
            return {-1};
        ids += idsOf(page->items);
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    return ids;
}

QString described(const MessageFilter &filter) {
    QUrlQuery query;
    appendTo(query, filter);
    return query.toString();
}

/// One condition of each kind there is, and two of some.
const QList<std::function<void(MessageFilter &, Instant)>> &conditions() {
    using S = sms::DeliveryState;
    static const QList<std::function<void(MessageFilter &, Instant)>> all{
        [](MessageFilter &f, Instant) { f.number = MessageRows::number(3); },
        [](MessageFilter &f, Instant) { f.states = {S::Failed}; },
        [](MessageFilter &f, Instant) {
            f.states = {S::Delivered, S::SubmitUnknown, S::Rejected};
        },
        [](MessageFilter &f, Instant) { f.reasons = {"no-credit"}; },
        [](MessageFilter &f, Instant) {
            f.reasons = {"no-credit", "bad-number"};
        },
        [](MessageFilter &f, Instant) { f.gateways = {"mitake"}; },
        [](MessageFilter &f, Instant) {
            f.gateways = {"every8d", "mitake"};
        },
        [](MessageFilter &f, Instant) { f.purposes = {sms::Purpose::Otp}; },
        [](MessageFilter &f, Instant) {
            f.purposes = {sms::Purpose::Otp, sms::Purpose::Marketing};
        },
        [](MessageFilter &f, Instant) { f.templates = {"promo_pass"}; }, // not a pattern that promo.pass fits
        [](MessageFilter &f, Instant) {
            f.templates = {"otp.sign_in", "promo.pass"};
        },
        [](MessageFilter &f, Instant) { f.batch = "batch-7"; },
        [](MessageFilter &f, Instant) { f.request = "request-9"; },
        [](MessageFilter &f, Instant now) { f.from = now - std::chrono::hours(24 * 40); },
        [](MessageFilter &f, Instant now) { f.to = now - std::chrono::hours(24 * 31); },
    };
    return all;
}
} // namespace

class MessageFiltersTest final : public QObject {
    Q_OBJECT

    static void check(FilledStore &store, sms::MessageList &list, const MessageFilter &filter, int limit) {
        const QList<Id> expected = store.rows.matching(filter);
        QVERIFY2(walk(list, filter, limit) == expected, qPrintable(described(filter)));
        const auto outline = list.outline(filter, 10);
        QVERIFY(outline);
        QVERIFY2(outline->isExact && outline->total == expected.size() && outline->estimate == expected.size(),
                 qPrintable(described(filter)));
        QCOMPARE(outline->anchors.size(), (expected.size() + 9) / 10);
        if (!outline->anchors.isEmpty()) {
            const qsizetype last = outline->anchors.size() - 1;
            QCOMPARE(idsOf(list.page(filter, 10, outline->anchors.last())->items), expected.mid(last * 10, 10));
        }
    }

private Q_SLOTS:
    void eachAloneAndAllPairs_data() { StorageFixture::dialects(); }
    void eachAloneAndAllPairs() {
        FilledStore store;
        sms::MessageList list(store.fixture->database(), store.secrets);
        for (const auto &one : conditions())
            for (const auto &other : conditions()) {
                MessageFilter filter;
                one(filter, store.clock.now());
                other(filter, store.clock.now());
                check(store, list, filter, 37);
                if (QTest::currentTestFailed())
                    return;
            }
    }

    void manyTogether_data() { StorageFixture::dialects(); }
    void manyTogether() {
        FilledStore store;
        sms::MessageList list(store.fixture->database(), store.secrets);
        QRandomGenerator random(11);
        int found = 0;
        for (int round = 0; round < 60; ++round) {
            MessageFilter filter;
            for (int n = 0; n < 4; ++n)
                conditions()[random.bounded(static_cast<int>(conditions().size()))](filter, store.clock.now());
            check(store, list, filter, 1 + random.bounded(30));
            if (QTest::currentTestFailed())
                return;
            found += store.rows.matching(filter).isEmpty() ? 0 : 1;
        }
        QVERIFY(found > 10);
    }

    void anOutlineCountsSoFarAndEstimatesTheRest_data() { StorageFixture::dialects(); }
    void anOutlineCountsSoFarAndEstimatesTheRest() {
        FilledStore store;
        sms::MessageList list(store.fixture->database(), store.secrets);
        MessageFilter several;
        several.states = {sms::DeliveryState::Delivered, sms::DeliveryState::Failed};
        for (const MessageFilter &filter : {MessageFilter(), several}) {
            const QList<Id> expected = store.rows.matching(filter);
            const auto outline = list.outline(filter, 10, 200);
            QVERIFY(outline);
            QVERIFY(!outline->isExact);
            QCOMPARE(outline->total, 200);
            QVERIFY2(outline->estimate > expected.size() * 7 / 10 && outline->estimate < expected.size() * 13 / 10,
                     qPrintable(QString("%1 of %2").arg(outline->estimate).arg(expected.size())));
            QCOMPARE(outline->anchors.size(), 21); // the last one leads past what was counted
            QCOMPARE(idsOf(list.page(filter, 10, outline->anchors.last())->items), expected.mid(200, 10));
        }
        MessageFilter none;
        none.reasons = {"never-heard-of"};
        const auto empty = list.outline(none, 10, 200);
        QVERIFY(empty && empty->isExact && empty->total == 0 && empty->estimate == 0 && empty->anchors.isEmpty());
        const QList<Id> all = store.rows.matching({});
        const auto whole = list.outline({}, 10, static_cast<int>(all.size()));
        QVERIFY(whole && whole->isExact && whole->total == all.size());
    }
};

QTEST_GUILESS_MAIN(MessageFiltersTest)
#include "message_filters_test.moc"
