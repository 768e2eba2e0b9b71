#include "app/gallery/canned_blocking_data.h"

namespace wemo::gallery {

using namespace wemo::blocking;
using namespace std::chrono;

namespace {
QString words(const char *text) {
    return QString::fromUtf8(text);
}

QString hexOf(int number) {
    return QStringLiteral("%1").arg(0x9f3a'0000u + static_cast<quint32>(number) * 7919u, 16, 16, QLatin1Char('0'));
}

QString requestOf(int number) {
    return QStringLiteral("req-%1").arg(0x7f3a'91c2u + static_cast<quint32>(number) * 104'729u, 12, 16,
                                        QLatin1Char('0'));
}

SubjectRef numberOf(int number) {
    return {"number", hexOf(number),
            QStringLiteral("09%1•••%2")
                .arg(10 + number * 7 % 80, 2, 10, QLatin1Char('0'))
                .arg(number * 137 % 1'000, 3, 10, QLatin1Char('0'))};
}

SubjectRef subjectOf(int number) {
    switch (number % 6) {
    case 1:
        return {"address", hexOf(number), QStringLiteral("203.0.%1.•").arg(113 + number)};
    case 3:
        return {"device", hexOf(number), QStringLiteral("%1…").arg(hexOf(number).right(8))};
    case 5:
        return {"account", hexOf(number), QStringLiteral("cs-%1").arg(number)};
    default:
        return numberOf(number);
    }
}
} // namespace

QList<PolicyRecord> cannedPolicies(Instant now) {
    const auto made = [now](const char *id, const char *kind, const char *event, int limit, Milliseconds window,
                            Milliseconds block, Milliseconds longest, Mode mode, const char *note) {
        PolicyRecord record;
        record.policy = {QLatin1StringView(id),
                         QLatin1StringView(kind),
                         QLatin1StringView(event),
                         limit,
                         window,
                         block,
                         longest,
                         hours(24),
                         mode};
        record.note = words(note);
        record.version = 3;
        record.changedAt = now - hours(24 * 12);
        record.changedBy = words("王志明");
        return record;
    };
    return {
        made("otp-number", "number", "code-requested", 5, hours(1), minutes(15), hours(24), Mode::Enforce,
             "騎士自己的門號"),
        made("otp-address", "address", "code-requested", 30, hours(1), minutes(30), hours(48), Mode::Enforce,
             "同一網路位址大量索取"),
        made("otp-pair", "pair", "code-requested", 3, minutes(10), minutes(5), hours(1), Mode::Enforce, ""),
        made("wrong-number", "number", "code-wrong", 5, minutes(15), minutes(15), hours(24), Mode::Enforce, ""),
        made("otp-prefix", "prefix", "code-requested", 400, hours(1), Milliseconds(0), Milliseconds(0), Mode::Observe,
             "觀察門號區段異常"),
        made("staff-account", "account", "sign-in-failed", 5, minutes(15), minutes(15), hours(4), Mode::Enforce, ""),
        made("redeem-device", "device", "redemption-failed", 10, hours(24), hours(1), hours(72), Mode::Observe,
             "試用中"),
    };
}

QList<Block> cannedBlocks(Instant now) {
    const std::pair<const char *, const char *> causes[] = {
        {"otp-number", "code-requested"},       {"otp-address", "code-requested"}, {"wrong-number", "code-wrong"},
        {"redeem-device", "redemption-failed"}, {"otp-number", "code-requested"},  {"staff-account", "sign-in-failed"}};
    QList<Block> blocks;
    for (int i = 0; i < 26; ++i) {
        Block block;
        block.subject = subjectOf(i);
        block.policyId = QLatin1StringView(causes[i % 6].first);
        block.event = QLatin1StringView(causes[i % 6].second);
        block.strikes = 1 + i % 4;
        block.since = now - minutes(1 + i * 5) - seconds(i * 13 % 60);
        const Milliseconds whole = minutes(15) * (1 << (i % 4)) + hours(i > 14 ? 40 : i % 4 == 3 ? 2 : 0);
        block.until = std::max(block.since + whole, now + minutes(i + 1) + seconds(i * 17 % 60));
        block.refused = i * i % 23;
        block.requestId = requestOf(i);
        block.mode = i % 6 == 3 ? Mode::Observe : Mode::Enforce;
        blocks.append(block);
    }
    return blocks;
}

QList<Ban> cannedBans(Instant now, int count) {
    const char *const reasons[] = {"冒用他人門號註冊", "大量索取驗證碼", "攻擊登入", "警方要求", "盜刷信用卡"};
    const char *const authors[] = {"林怡君", "王志明", "陳品妤"};
    QList<Ban> bans;
    for (int i = 0; i < count; ++i) {
        const SubjectRef subject = subjectOf(i * 2);
        Ban ban;
        ban.id = 8'000 - i;
        ban.kind = subject.kind;
        ban.masked = subject.masked;
        ban.reason = words(reasons[i % 5]);
        ban.author = words(authors[i % 3]);
        ban.createdAt = now - hours(3 + i * 7);
        if (i % 3 == 1)
            ban.expiresAt = now + hours(24 * (i % 40)) - hours(i % 8 == 4 ? 24 * 60 : 0);
        ban.version = 1 + i % 3;
        ban.state = ban.expiresAt && *ban.expiresAt <= now ? BanState::Expired : BanState::Active;
        ban.importId = i > 14 ? 501 : 0;
        bans.append(ban);
    }
    if (count > 6) {
        bans[2].kind = "number";
        bans[2].match = BanMatch::Prefix;
        bans[2].masked = "+88690055";
        bans[5].kind = "address";
        bans[5].match = BanMatch::Cidr;
        bans[5].masked = "203.0.113.0/24";
    }
    return bans;
}

QList<BanImport> cannedImports(Instant now) {
    BanImport done;
    done.id = 501;
    done.name = words("警示門號 2026-11.csv");
    done.state = ImportState::Done;
    done.lines = 48'211;
    done.good = 47'902;
    done.bad = 9;
    done.duplicates = 300;
    done.done = 47'902;
    done.author = words("王志明");
    done.createdAt = now - hours(50);
    BanImport undone = done;
    undone.id = 480;
    undone.name = words("testers.csv");
    undone.state = ImportState::Undone;
    undone.lines = undone.good = undone.done = 120;
    undone.bad = undone.duplicates = 0;
    undone.createdAt = now - hours(24 * 30);
    return {done, undone};
}

QList<HistoryEntry> cannedHistory(Instant now) {
    using What = HistoryWhat;
    const QString policy = "otp-number", event = "code-requested";
    const QString agent = words("林怡君");
    return {
        {now - minutes(1), What::Refused, policy, event, requestOf(1), {}, {}, now + minutes(28)},
        {now - minutes(2), What::Blocked, policy, event, requestOf(2), {}, {}, now + minutes(28)},
        {now - minutes(3), What::Counted, policy, event, requestOf(3), {}, {}, {}},
        {now - minutes(9), What::Observed, "otp-prefix", event, requestOf(3), {}, {}, {}},
        {now - minutes(22), What::Counted, policy, event, requestOf(4), {}, {}, {}},
        {now - hours(26), What::Lifted, policy, event, {}, agent, words("騎士來電並核對身分"), {}},
        {now - hours(27), What::Blocked, policy, event, requestOf(5), {}, {}, now - hours(26)},
        {now - hours(24 * 9), What::BanLifted, {}, {}, {}, agent, words("誤加"), {}},
        {now - hours(24 * 10), What::Banned, {}, {}, {}, words("王志明"), words("大量索取驗證碼"), {}},
    };
}

} // namespace wemo::gallery
