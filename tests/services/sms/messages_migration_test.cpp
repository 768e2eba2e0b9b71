#include "services/sms/message_list.h"
#include "services/sms/message_log.h"
#include "tests/support/fake_clock.h"
#include "tests/support/sql_folder.h"
#include "tests/support/storage_fixture.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using storage::Connection;

namespace {
constexpr const char *oldMessage =
    "INSERT INTO sms_messages (id, created_at, updated_at, number_hash, number_sealed, number_masked, purpose,\n"
    "    template, text, body_sealed, segments, state, reason, raw_code, gateway, batch_id, request_id,\n"
    "    idempotency_key, cost, validity_minutes, attempts, polls, in_the_air, accepted_at, sent_at, final_at,\n"
    "    deadline_at, next_poll_at, version)\n"
    "VALUES (:id, :at, CAST(:at AS BIGINT) + 5, :hash, :sealed, '0912•••678', 'otp', 'otp.sign_in', 'Code ••••••', "
    ":body, 1,\n"
    "    'sent', 'some-reason', '0', 'every8d', 'batch', 'request', :key, 10000, 5, 1, 2, 0, CAST(:at AS BIGINT) + 1, "
    "CAST(:at AS BIGINT) + 2, NULL,\n"
    "    CAST(:at AS BIGINT) + 9, CAST(:at AS BIGINT) + 8, 3);\n";
constexpr const char *oldEvent =
    "INSERT INTO sms_events (id, message_id, at, source, state, verdict, raw_code, reason, note, dedupe)\n"
    "VALUES (:id, :message, :at, 'callback', 'sent', 'moved', '0', '', 'A note.', :dedupe);\n";
} // namespace

class MessagesMigrationTest final : public QObject {
    Q_OBJECT

    const runtime::Secrets m_secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};

private Q_SLOTS:
    void whatWasThereIsCarriedOver_data() { StorageFixture::dialects(); }
    void whatWasThereIsCarriedOver() {
        SqlFolder sql("0008");
        sql.add("test/old_message", oldMessage);
        sql.add("test/old_event", oldEvent);
        StorageFixture fixture(currentDialect(), sql.root());
        storage::Database &database = fixture.database();
        FakeClock clock;
        IdSource ids(clock, 1);
        sms::MessageLog log(clock, ids, m_secrets);
        const QByteArray hash = log.numberHash("+886912345678");
        const Instant first = clock.now() - std::chrono::hours(24 * 100); // some months, one of them before the others
        QList<Id> made;
        const auto written = database.write([&](Connection &c) -> Result<void> {
            for (int i = 0; i < 5; ++i) {
                const Instant at = first + std::chrono::hours(24 * 30 * i);
                made.append(firstIdAt(at) + i);
                const QVariant key = i == 2 ? QVariant() : QVariant(QString("key-%1").arg(i));
                const auto message = c.execute("test/old_message", {{"id", made.last()},
                                                                    {"at", toMs(at)},
                                                                    {"hash", hash},
                                                                    {"sealed", QByteArray("sealed")},
                                                                    {"body", QByteArray("body")},
                                                                    {"key", key}});
                if (!message)
                    return Failure(message.error());
                for (int n = 0; n < 2; ++n)
                    if (const auto event = c.execute("test/old_event", {{"id", made.last() + 1 + n},
                                                                        {"message", made.last()},
                                                                        {"at", toMs(at)},
                                                                        {"dedupe", QByteArray(1, char('a' + n))}});
                        !event)
                        return Failure(event.error());
            }
            return {};
        });
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));

        sql.addTheRest();
        const auto migrated = database.migrate();
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));

        sms::MessageList list(database, m_secrets);
        sms::MessageFilter filter;
        filter.number = "0912345678";
        const auto page = list.page(filter, 100, {});
        QVERIFY(page);
        QCOMPARE(page->items.size(), made.size());
        const sms::Message &newest = page->items.first();
        QCOMPARE(newest.id, made.last());
        QCOMPARE(newest.prefix, "0912");
        QCOMPARE(newest.language, "zh-TW");
        QCOMPARE(newest.text, "Code ••••••");
        QCOMPARE(newest.reason, "some-reason");
        QCOMPARE(newest.costTenThousandths, 10'000);
        QCOMPARE(newest.sentAt, std::optional(newest.createdAt + Milliseconds(2)));
        QVERIFY(!newest.resendOf && !newest.scheduledAt && newest.bulk.isEmpty());
        QCOMPARE(list.detail(made.first())->events.size(), 2);
        const auto kept = database.write([&](Connection &c) -> Result<void> {
            for (int i = 0; i < 5; ++i) {
                const auto found = log.findByIdempotencyKey(c, QString("key-%1").arg(i));
                if (!found)
                    return Failure(found.error());
                if (*found != (i == 2 ? std::nullopt : std::optional(made[i])))
                    return failure(ErrorKind::Internal, "wrong-key", "A key leads elsewhere.");
            }
            const auto record = log.lock(c, made[1]);
            if (!record)
                return Failure(record.error());
            const bool same = record->bodySealed == "body" && record->numberSealed == "sealed" && record->polls == 2 &&
                              record->deadline == record->message.createdAt + Milliseconds(9);
            return same ? Result<void>() : failure(ErrorKind::Internal, "changed", "Something was not carried over.");
        });
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    }

    void anEmptyStoreIsMigratedToo_data() { StorageFixture::dialects(); }
    void anEmptyStoreIsMigratedToo() {
        SqlFolder sql("0008");
        StorageFixture fixture(currentDialect(), sql.root());
        sql.addTheRest();
        const auto migrated = fixture.database().migrate();
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
        QCOMPARE(sms::MessageList(fixture.database(), m_secrets).page({}, 10, {})->items.size(), 0);
    }
};

QTEST_GUILESS_MAIN(MessagesMigrationTest)
#include "messages_migration_test.moc"
