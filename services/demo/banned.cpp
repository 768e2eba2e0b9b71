#include "services/demo/banned.h"

#include "services/blocking/ban_batch.h"
#include "services/blocking/import_store.h"
#include "services/demo/marks.h"
#include "services/demo/people.h"

namespace wemo::demo {

using blocking::BanMatch;
using storage::Connection;

namespace {
constexpr int firstBanned = people - 200; // of the invented numbers, far from those that write every day
constexpr int inFile = 40;
constexpr auto day = std::chrono::hours(24);

struct Invented {
    const char *kind;
    BanMatch match;
    QString value;
    const char *reason;
    int daysAgo;
    int days;        ///< until it ends, from then; 0 = not by itself
    int liftedAfter; ///< days; 0 = not
};

QString number(int i) {
    return numberOf(firstBanned + i).e164();
}

QList<Invented> inventions() {
    using enum BanMatch;
    return {
        {"number", Exact, number(0), "冒用他人身分證註冊，已報警備案", 118, 0, 0},
        {"number", Exact, number(1), "酒駕肇事，永久停權", 104, 0, 0},
        {"number", Exact, number(2), "欠費 NT$4,820，三次催繳未回", 96, 0, 31},
        {"number", Exact, number(3), "大量索取驗證碼，疑似簡訊轟炸", 74, 90, 0},
        {"number", Exact, number(4), "帳號出借未成年人騎乘，停權 30 天", 52, 30, 0},
        {"number", Exact, number(5), "轉售員工優惠碼", 41, 180, 0},
        {"number", Exact, number(6), "惡意破壞車輛（案號 1141-0922）", 33, 0, 0},
        {"number", Exact, number(7), "信用卡爭議款，銀行確認盜刷", 12, 0, 0},
        {"number", Exact, number(8), "號碼已易主，前用戶欠費", 9, 0, 2},
        {"number", Prefix, "+88697800", "虛擬門號區段，註冊後不騎乘只領首騎券", 66, 0, 0},
        {"number", Prefix, "+886900009", "門號回收區段，觀察 60 天", 20, 60, 0},
        {"email", Exact, "free.ride.777@mail.example", "同一人註冊 14 個帳號領首騎券", 61, 0, 0},
        {"email", Exact, "coupon.farm@mail.example", "同一人註冊 14 個帳號領首騎券", 61, 0, 0},
        {"device", Exact, "android-7f3a90c1d2", "改機工具，偽造定位還車", 47, 0, 0},
        {"device", Exact, "ios-0b52ee81aa", "同一手機登入 9 個帳號", 28, 90, 0},
        {"id_card", Exact, "A123456789", "冒用證件，本人已切結", 118, 0, 0},
        {"address", Cidr, "203.0.113.0/24", "機房網段，撞庫登入", 39, 0, 0},
        {"address", Cidr, "2001:db8:bad::/48", "機房網段，撞庫登入", 39, 0, 0},
        {"address", Exact, "198.51.100.23", "每分鐘索取上百則驗證碼", 5, 14, 0},
    };
}

Result<void> done(const Result<qint64> &changed) {
    return changed ? Result<void>() : Failure(changed.error());
}

class Writer {
public:
    Writer(Connection &connection, const runtime::Secrets &secrets, const staff::Account &author, Instant now)
        : m_connection(connection)
        , m_secrets(secrets)
        , m_author(author)
        , m_now(now) {}

    Result<void> write(const Invented &ban, Id import = 0) {
        const Instant at = m_now - ban.daysAgo * day - std::chrono::minutes(37 * ++m_place % 600);
        const auto value = blocking::banValueOf(ban.kind, ban.match, ban.value);
        if (!value)
            return Failure(value.error());
        const Id id = idAt(at, static_cast<quint32>(m_place));
        m_first = m_first == 0 ? id : qMin(m_first, id);
        m_last = qMax(m_last, id);
        const QByteArray hash = blocking::banHash(ban.kind, toString(ban.match), value->value, m_secrets.lookupKey);
        Result<void> written = done(m_connection.execute(
            "bans/insert", {{"id", id},
                            {"kind", value->kind},
                            {"match", toString(value->match)},
                            {"length", value->length},
                            {"value_hash", hash},
                            {"value_sealed", runtime::seal(value->value.toUtf8(), m_secrets.sealKey)},
                            {"masked", value->masked},
                            {"reason", QString::fromUtf8(ban.reason)},
                            {"author", m_author.displayName},
                            {"author_id", m_author.id},
                            {"created_at", toMs(at)},
                            {"expires_at", ban.days > 0 ? QVariant(toMs(at + ban.days * day)) : QVariant()},
                            {"import_id", import}}));
        if (written && value->length > 0)
            written =
                done(m_connection.execute("bans/insert_length", {{"kind", value->kind}, {"length", value->length}}));
        if (written && ban.liftedAfter > 0)
            written = done(m_connection.execute("bans/lift", {{"id", id},
                                                              {"now", toMs(at + ban.liftedAfter * day)},
                                                              {"by", m_author.displayName},
                                                              {"reason", QString::fromUtf8("已繳清，解除")},
                                                              {"lift_id", 0}}));
        return written;
    }
    /// So that whoever has a copy of the list reads these.
    Result<void> note() const {
        const Result<qint64> seq = blocking::beginChange(m_connection);
        if (!seq)
            return Failure(seq.error());
        return done(m_connection.execute(
            "bans/insert_change", {{"seq", *seq}, {"first_id", m_first}, {"last_id", m_last}, {"at", toMs(m_now)}}));
    }

private:
    Connection &m_connection;
    const runtime::Secrets &m_secrets;
    const staff::Account &m_author;
    const Instant m_now;
    int m_place = 0;
    Id m_first = 0, m_last = 0;
};

Result<void> writeFile(Connection &connection, Writer &writer, const staff::Account &admin, Instant now) {
    constexpr int daysAgo = 26;
    blocking::ImportRecord record;
    record.import.id = idAt(now - daysAgo * day, 900);
    record.import.name = QString::fromUtf8("十月拒付名單.csv");
    record.import.author = admin.displayName;
    record.import.state = blocking::ImportState::Done;
    record.import.lines = record.import.good = record.import.done = inFile;
    record.authorId = admin.id;
    record.totalBytes = 1'734;
    blocking::ImportStore store(connection);
    if (const Result<void> inserted = store.insert(record, now - daysAgo * day); !inserted)
        return inserted;
    const Result<bool> saved = store.save(record, now - daysAgo * day, fromMs(0));
    for (int i = 0; saved && i < inFile; ++i)
        if (const Result<void> written = writer.write(
                {"number", BanMatch::Exact, number(20 + i), "銀行拒付，待補繳", daysAgo, 0, 0}, record.import.id);
            !written)
            return written;
    return saved ? Result<void>() : Failure(saved.error());
}
} // namespace

Result<void> seedBans(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets,
                      const staff::Account &service, const staff::Account &admin) {
    const Instant now = clock.now();
    return database.write([&](Connection &connection) -> Result<void> {
        const Result<bool> isMine = mark(connection, banMarks.first, now);
        if (!isMine || !*isMine)
            return isMine ? Result<void>() : Failure(isMine.error());
        Writer writer(connection, secrets, service, now);
        for (const Invented &ban : inventions())
            if (const Result<void> written = writer.write(ban); !written)
                return written;
        const Result<void> file = writeFile(connection, writer, admin, now);
        return file ? writer.note() : file;
    });
}

} // namespace wemo::demo
