#include "models/blocking/ban_import.h"
#include "models/blocking/block.h"
#include "models/blocking/history.h"
#include "models/blocking/policy_preview.h"
#include "models/blocking/policy_record.h"
#include "models/blocking/trial.h"

#include <QJsonArray>
#include <QTest>

namespace wemo::blocking {

/// What travels between service and console reads back as it was written.
class BlockingCodecTest final : public QObject {
    Q_OBJECT

    static constexpr Instant noon = fromMs(1'795'300'000'123);
    static inline const SubjectRef subject{"number", "9f3a", "0912•••678"};

private Q_SLOTS:
    void aPolicyIsInSeconds() {
        PolicyRecord record;
        record.policy = {"otp-number",           "number",
                         "code-requested",       5,
                         std::chrono::hours(1),  std::chrono::minutes(15),
                         std::chrono::hours(24), std::chrono::hours(48),
                         Mode::Observe};
        record.note = "abuse";
        record.version = 3;
        record.changedAt = noon;
        record.changedBy = "Mei";
        const QJsonObject json = toJson(record);
        QCOMPARE(json.value("window_s").toInt(), 3'600);
        QCOMPARE(json.value("longest_block_s").toInt(), 86'400);
        const auto back = policyRecordFromJson(json);
        QVERIFY(back);
        QVERIFY(*back == record);
        QVERIFY(!editJson(record).contains("version"));
    }

    void aBlockReadsBack() {
        const Block block{subject, "otp-number", "code-requested", noon, noon + std::chrono::minutes(15), 2,
                          7,       "req-1",      Mode::Enforce};
        const auto page = blockPageFromJson(toJson(BlockPage{{block}, "c1"}));
        QVERIFY(page);
        QVERIFY(page->items.constFirst() == block);
        QCOMPARE(page->nextCursor, QString("c1"));
        const auto key = blockKeyFromJson(toJson(block.key()));
        QVERIFY(key && *key == block.key());
        QJsonObject more = toJson(block.key());
        more.insert("force", true);
        QVERIFY(!blockKeyFromJson(more));
        const auto change = changeFromJson(toJson(Change{4, "u"}, "lifted"), "lifted");
        QVERIFY(change && change->count == 4 && change->undo == "u");
    }

    void aBanReadsBack() {
        Ban ban{7, "number", BanMatch::Prefix, "+8869005", "fraud", "Mei", noon, noon + std::chrono::hours(1),
                9, 2,        BanState::Expired};
        const auto page = banPageFromJson(toJson(BanPage{{ban}, {}}));
        QVERIFY(page);
        QVERIFY(page->items.constFirst() == ban);
        ban.expiresAt.reset();
        ban.importId = 0;
        const auto bare = banFromJson(toJson(ban));
        QVERIFY(bare && *bare == ban);
    }

    void aNewBanNamesExactlyOneThing() {
        for (const BanMatch match : {BanMatch::Exact, BanMatch::Prefix, BanMatch::Cidr}) {
            const auto back = newBanFromJson(toJson(NewBan{"address", match, "10.0.0.0/8", "noise", noon}));
            QVERIFY(back);
            QVERIFY(back->match == match);
            QCOMPARE(back->value, QString("10.0.0.0/8"));
            QVERIFY(back->expiresAt == noon);
        }
        QVERIFY(!newBanFromJson({{"kind", "number"}, {"reason", "x"}}));
        QVERIFY(!newBanFromJson({{"kind", "number"}, {"reason", "x"}, {"value", "1"}, {"prefix", "2"}}));
    }

    void aBanFilterReadsBackFromItsQuery() {
        for (const BanFilter &filter :
             {BanFilter{}, BanFilter{"email", "a+b & c", std::nullopt, 12}, BanFilter{"", "", BanState::Expired, 0}}) {
            QUrlQuery query;
            appendTo(query, filter);
            const auto back = banFilterFromQuery(QUrlQuery(query.toString(QUrl::FullyEncoded)));
            QVERIFY(back);
            QVERIFY(*back == filter);
        }
        QVERIFY(!banFilterFromQuery(QUrlQuery("state=gone")));
    }

    void anImportReadsBack() {
        const BanImport import{
            5,    "list.csv", ImportState::Ready, 10, 8, 1, 1, {{4, 2, "bad-number", "No.", "12"}}, 3, 10, "Mei",
            noon, "why"};
        const auto back = banImportFromJson(toJson(import));
        QVERIFY(back);
        QVERIFY(*back == import);
        QJsonObject brief = toJson(import);
        brief.remove("errors");
        QVERIFY(banImportFromJson(brief));
    }

    void historyReadsBack() {
        const HistoryEntry entry{noon, HistoryWhat::BanLifted, "p", "e", "req", "Mei", "sorry", noon};
        const auto page = historyPageFromJson(toJson(HistoryPage{subject, {entry, {}}, "c"}));
        QVERIFY(page);
        QVERIFY(page->subject == subject);
        QVERIFY(page->items.constFirst() == entry);
        QCOMPARE(page->items.size(), 2);
    }

    void aTrialReadsBackAndRoundsUp() {
        Trial trial;
        trial.allowed = false;
        trial.wait = Milliseconds(1'001);
        trial.verdicts = {{subject, "p", "code-requested", Mode::Observe, false, 0, Milliseconds(60'000), 2, noon}};
        const auto back = trialFromJson(toJson(trial));
        QVERIFY(back);
        QCOMPARE(back->wait.count(), 2'000);
        QVERIFY(back->verdicts == trial.verdicts);
    }

    void aPreviewReadsBack() {
        const PolicyPreview preview{7, 1'000, 12, 3, {{QDate(2026, 11, 25), 100, 2}}, {{subject, noon, 9}}};
        const auto back = policyPreviewFromJson(toJson(preview));
        QVERIFY(back);
        QVERIFY(back->byDay == preview.byDay);
        QVERIFY(back->examples == preview.examples);
        QCOMPARE(back->wouldBlock, 12);
    }
};

} // namespace wemo::blocking

QTEST_GUILESS_MAIN(wemo::blocking::BlockingCodecTest)
#include "blocking_codec_test.moc"
