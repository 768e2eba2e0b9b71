#include "services/demo/company.h"
#include "services/demo/people.h"
#include "services/demo/rhythm.h"
#include "services/phone/parse.h"
#include "services/sms/message_list.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace wemo;
using namespace wemo::demo;
using wemo::tests::StorageFixture;

namespace {
const runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "w", "{}"};
const Scale small{12'000, 60, 20'260'101};
const std::atomic<bool> never = false;

sms::MessageFilter ofNumber(const QString &number) {
    sms::MessageFilter filter;
    filter.number = number;
    return filter;
}

sms::MessageFilter inState(sms::DeliveryState state) {
    sms::MessageFilter filter;
    filter.states = {state};
    return filter;
}

QList<sms::Message> messages(storage::Database &database, const sms::MessageFilter &filter, int limit = 500) {
    const auto page = sms::MessageList(database, secrets).page(filter, limit, {});
    return page ? page->items : QList<sms::Message>();
}

qint64 total(storage::Database &database, const sms::MessageFilter &filter = {}) {
    const auto outline = sms::MessageList(database, secrets).outline(filter, 200);
    return outline ? outline->total : -1;
}
} // namespace

class CompanyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mrsLinsCodeDidNotArrive_data() { StorageFixture::dialects(); }
    void mrsLinsCodeDidNotArrive() {
        StorageFixture storage;
        tests::FakeClock clock;
        QVERIFY(Company(storage.database(), clock, secrets, small).seed([](qint64, qint64) {}, never));
        QCOMPARE(total(storage.database()), small.messages);
        const QList<sms::Message> hers = messages(storage.database(), ofNumber("0912-345-678"));
        QVERIFY(hers.size() >= 5);
        QVERIFY(hers[0].state == sms::DeliveryState::Undelivered);
        QCOMPARE(hers[0].reason, QString("carrier-blacklist"));
        QCOMPARE(hers[0].rawCode, QString("104"));
        QCOMPARE(hers[2].reason, QString("handset-unreachable"));
        QVERIFY(
            std::any_of(hers.begin(), hers.end(), [](const auto &m) { return m.text.contains(QString("林太太")); }));
        const auto detail = sms::MessageList(storage.database(), secrets).detail(hers[0].id);
        QVERIFY(detail && detail->events.size() >= 4);
        QCOMPARE(detail->events.first().source, QString("request"));
        QVERIFY(detail->events.last().state == sms::DeliveryState::Undelivered);
        QCOMPARE(detail->message.version, detail->events.size());
    }

    void whatStatisticsNeedIsThere() {
        StorageFixture storage(storage::Dialect::Sqlite);
        tests::FakeClock clock;
        QVERIFY(Company(storage.database(), clock, secrets, small).seed([](qint64, qint64) {}, never));
        QHash<QString, int> gateways, languages;
        int verified = 0, scheduled = 0;
        const QList<sms::Message> all = messages(storage.database(), {}, small.messages);
        for (const sms::Message &m : all) {
            ++gateways[m.gateway];
            ++languages[m.language];
            verified += m.verifiedAt ? 1 : 0;
            scheduled += m.scheduledAt ? 1 : 0;
            QCOMPARE(m.prefix, m.maskedNumber.left(4));
            QVERIFY(!m.verifiedAt || (m.purpose == sms::Purpose::Otp && *m.verifiedAt > m.createdAt));
            QVERIFY(m.realCost == 0 || m.realCost == m.costTenThousandths);
        }
        QVERIFY(gateways["mitake"] > small.messages / 12 && gateways["mitake"] < small.messages / 6);
        QVERIFY(languages["en"] > 50 && languages["en"] < small.messages / 20);
        QVERIFY(verified > small.messages / 3 && scheduled > 0);
    }

    void everyStateIsThereNow() {
        StorageFixture storage(storage::Dialect::Sqlite);
        tests::FakeClock clock;
        QVERIFY(Company(storage.database(), clock, secrets, small).seed([](qint64, qint64) {}, never));
        QSet<QString> states;
        const QList<sms::Message> newest = messages(storage.database(), {}, 26);
        for (const sms::Message &message : newest) {
            states.insert(toString(message.state));
            QVERIFY(message.createdAt <= clock.now() && message.updatedAt <= clock.now());
        }
        QCOMPARE(states.size(), sms::allDeliveryStates().size());
        QVERIFY(newest.first().createdAt > clock.now() - std::chrono::hours(1));
        const qint64 delivered = total(storage.database(), inState(sms::DeliveryState::Delivered));
        QVERIFY(delivered > small.messages * 85 / 100 && delivered < small.messages * 98 / 100);
    }

    void aHistoryFollowsTheRuleBook() {
        StorageFixture storage(storage::Dialect::Sqlite);
        tests::FakeClock clock;
        QVERIFY(Company(storage.database(), clock, secrets, small).seed([](qint64, qint64) {}, never));
        sms::MessageList list(storage.database(), secrets);
        for (const sms::Message &message : messages(storage.database(), {})) {
            const auto detail = list.detail(message.id);
            QVERIFY(detail);
            sms::DeliveryState state = sms::DeliveryState::Created;
            Instant at = message.createdAt;
            for (const sms::MessageEvent &event : detail->events) {
                if (event.source != "request")
                    QVERIFY2(judge(state, event.state) == sms::Verdict::Moved,
                             qPrintable(toString(state) + " to " + toString(event.state)));
                QVERIFY(event.at >= at && event.at <= clock.now());
                state = event.state;
                at = event.at;
            }
            QVERIFY(state == message.state);
            QVERIFY(message.purpose != sms::Purpose::Otp || message.text.contains(QString("••••••")));
            QVERIFY(message.purpose != sms::Purpose::Otp || message.segments == 1);
        }
    }

    void numbersAreMobileNumbersAndEachIsOneOnly() {
        QSet<QString> seen;
        for (int person = 0; person < people; ++person) {
            const QString number = numberOf(person).e164();
            QVERIFY(!seen.contains(number));
            seen.insert(number);
            if (person % 97 == 0)
                QVERIFY2(phone::parse(number), qPrintable(number));
        }
    }

    void nightsAreQuietAndTimesNeverGoBack() {
        tests::FakeClock clock;
        const Rhythm rhythm(clock.now(), 60, 50'000, 1);
        QList<int> hours(24, 0);
        Instant before = rhythm.at(0);
        for (int i = 0; i < 50'000; ++i) {
            const Instant at = rhythm.at(i);
            QVERIFY(at >= before && at <= clock.now());
            before = at;
            ++hours[taipeiHour(at)];
        }
        QVERIFY(hours[3] * 8 < hours[18]);
        QVERIFY(hours[8] > hours[10]);
        QVERIFY(rhythm.at(0) < clock.now() - std::chrono::hours(24 * 59));
    }

    void theNewestComeFirst() {
        StorageFixture storage(storage::Dialect::Sqlite);
        tests::FakeClock clock;
        Company company(storage.database(), clock, secrets, small);
        qint64 told = 0;
        QVERIFY(company.seed([&](qint64 done, qint64) { told = done; }, never, 5'000));
        QCOMPARE(told, 5'000);
        QCOMPARE(total(storage.database()), 5'000);
        const QList<sms::Message> newest = messages(storage.database(), {});
        QVERIFY(company.seed([](qint64, qint64) {}, never));
        QCOMPARE(total(storage.database()), small.messages);
        QCOMPARE(messages(storage.database(), {}).first().id, newest.first().id);
        QCOMPARE(messages(storage.database(), {}).last().id, newest.last().id);
    }

    void itGoesOnWhereItWasStopped_data() { StorageFixture::dialects(); }
    void itGoesOnWhereItWasStopped() {
        StorageFixture storage;
        tests::FakeClock clock;
        std::atomic<bool> stopped = false;
        Company company(storage.database(), clock, secrets, small);
        const auto first = company.seed([&](qint64 done, qint64) { stopped = done >= 5'000; }, stopped);
        QVERIFY(!first && first.error().kind == ErrorKind::Canceled);
        QCOMPARE(total(storage.database()), 5'000);
        clock.advance(std::chrono::hours(3)); // started again later: the same company, not half of another
        QList<qint64> told;
        QVERIFY(Company(storage.database(), clock, secrets, small)
                    .seed([&](qint64 done, qint64 of) { told << done << of; }, never));
        QCOMPARE(told.last(), small.messages);
        QCOMPARE(total(storage.database()), small.messages);
        told.clear();
        QVERIFY(company.seed([&](qint64 done, qint64) { told << done; }, never));
        QVERIFY(told.isEmpty());
        QCOMPARE(total(storage.database()), small.messages);
    }
};

QTEST_GUILESS_MAIN(CompanyTest)
#include "company_test.moc"
