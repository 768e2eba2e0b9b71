#include "app/gallery/canned_prices.h"

#include <QDateTime>

namespace wemo::gallery {

using namespace wemo::pricing;
using std::chrono::hours;

namespace {
struct Word {
    const char *kind, *code, *zh, *en;
};
constexpr Word words[] = {{"product", "per_minute", "以分計費", "Per minute"},
                          {"product", "hourly", "時數方案", "Hourly"},
                          {"model", "candy", "WeMo CANDY", "WeMo CANDY"},
                          {"model", "fly", "WeMo FLY", "WeMo FLY"},
                          {"tier", "adult", "25 歲以上", "25 and over"},
                          {"tier", "young", "24 歲以下", "24 and under"},
                          {"zone", "taipei", "臺北市", "Taipei"},
                          {"zone", "taoyuan", "桃園市", "Taoyuan"},
                          {"zone", "taichung", "臺中市", "Taichung"},
                          {"zone", "kaohsiung", "高雄市", "Kaohsiung"}};
constexpr Instant publicSince = fromMs(1'569'859'200'000); // 2019-10-01 in Taipei
constexpr Rate tenth = perTwd / 10;
constexpr auto writer = "張家豪";
constexpr auto checker = "黃淑芬";
constexpr Id writerId = 3;

Config meter(qint64 flat, qint64 tenths) {
    Config config;
    config.components = {Base{flat * perTwd, 6}, TimeSegments{{{6, std::nullopt, tenths * tenth, 1}}}};
    return config;
}

Config with(Config config, Component component) {
    config.components.push_back(std::move(component));
    arrange(config);
    return config;
}

Config night(const Config &config) {
    Calendar calendar;
    calendar.rules = {{QStringLiteral("夜間優惠"), QStringLiteral("Night discount"), 127, HolidayRule::Any, 22 * 60,
                       6 * 60, CalendarEffect::Percent, -1000}};
    return with(config, calendar);
}

Config capped(const Config &config, qint64 amount) {
    return with(config, Cap{amount * perTwd, 1440, CapScope::Time});
}

Config zoned(const Config &config) {
    ZoneFees zones;
    zones.fees = {{QStringLiteral("taoyuan"), QStringLiteral("taipei"), 30 * perTwd},
                  {QStringLiteral("taipei"), QStringLiteral("taoyuan"), 60 * perTwd},
                  {QStringLiteral("taichung"), QStringLiteral("taoyuan"), 500 * perTwd},
                  {QStringLiteral("kaohsiung"), QString(), 800 * perTwd}};
    arrange(zones);
    return with(config, zones);
}

Config far(const Config &config, qint64 fromKm, qint64 tenths) {
    return with(config, DistanceSegments{{{fromKm, std::nullopt, tenths * tenth, 1}}});
}

Config hourly(qint64 percent) {
    Packages packages;
    for (const auto &[length, price, km] : {std::tuple{4, 199, 40}, {10, 349, 80}, {30, 649, 150}, {66, 1199, 300}})
        packages.packages.push_back({length, price * percent / 100 * perTwd, km, 30 * tenth, 35 * tenth});
    Config config;
    config.components = {packages};
    return config;
}

/// Writes one plan after another; everything goes to the last.
class Writer {
public:
    explicit Writer(Instant now)
        : m_now(now) {
        prices.book.asOf = now;
        for (const Word &word : words)
            prices.catalog.append({QString::fromUtf8(word.kind), QString::fromUtf8(word.code),
                                   QString::fromUtf8(word.zh), QString::fromUtf8(word.en), false});
    }
    CannedPrices prices;

    Plan &plan(const char *code, const char *zh, const char *en, const char *model, const char *zone,
               const char *tier) {
        Plan plan;
        plan.id = 1'000 + prices.book.plans.size();
        plan.code = QString::fromUtf8(code);
        plan.nameZh = QString::fromUtf8(zh);
        plan.nameEn = QString::fromUtf8(en);
        plan.model = QString::fromUtf8(model);
        plan.zone = QString::fromUtf8(zone);
        plan.tier = QString::fromUtf8(tier);
        plan.version = 1;
        plan.isInvented = true;
        prices.book.plans.append(plan);
        m_versions = 0;
        return prices.book.plans.last();
    }
    /// Approved; ends the one before, unless that one has its own end.
    Interval &publish(Instant from, const Config &tariff, const char *note, std::optional<Instant> to = {}) {
        Interval added = interval(from, to, tariff, note, IntervalState::Approved);
        added.approver = QString::fromUtf8(checker);
        added.approvedAt = added.changedAt;
        for (Interval &before : prices.book.intervals) {
            if (before.planId != added.planId || !isPublished(before) || !before.contains(from))
                continue;
            added.predecessorId = before.id;
            added.predecessorTo = before.to;
            before.to = from;
        }
        prices.book.intervals.append(added);
        return prices.book.intervals.last();
    }
    Interval &propose(Instant from, std::optional<Instant> to, const Config &tariff, const char *note,
                      IntervalState state) {
        prices.book.intervals.append(interval(from, to, tariff, note, state));
        return prices.book.intervals.last();
    }
    Instant months(int ahead) const { return midnight(today().addMonths(ahead)); }
    Instant days(int ahead) const { return midnight(today().addDays(ahead)); }

private:
    QDate today() const { return QDateTime::fromMSecsSinceEpoch(toMs(m_now) + localOffsetMs, Qt::UTC).date(); }
    static Instant midnight(QDate day) {
        return fromMs(QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() - localOffsetMs);
    }
    Id config(const Config &config, Instant at, const char *note) {
        const Id plan = prices.book.plans.last().id;
        const QString fingerprint = fingerprintOf(config);
        for (const ConfigRecord &record : std::as_const(prices.book.configs))
            if (record.planId == plan && record.fingerprint == fingerprint)
                return record.id;
        prices.book.configs.append({5'000 + prices.book.configs.size(), plan, ++m_versions, fingerprint,
                                    QString::fromUtf8(writer), QString::fromUtf8(note), at, config});
        return prices.book.configs.last().id;
    }
    Interval interval(Instant from, std::optional<Instant> to, const Config &tariff, const char *note,
                      IntervalState state) {
        Interval added;
        added.changedAt = std::min(from, m_now) - hours(52);
        added.id = 20'000 + prices.book.intervals.size();
        added.planId = prices.book.plans.last().id;
        added.configId = config(tariff, added.changedAt, note);
        added.from = from;
        added.to = to;
        added.state = state;
        added.author = QString::fromUtf8(writer);
        added.authorId = writerId;
        added.note = QString::fromUtf8(note);
        ++prices.book.plans.last().timelineVersion;
        return added;
    }

    Instant m_now;
    qint64 m_versions = 0;
};

void writePublic(Writer &w) {
    w.plan("adult-standard", "標準費率 25 歲以上", "Standard, 25 and over", "", "", "adult").isInvented = false;
    w.publish(publicSince, meter(15, 25), "2019 年 10 月公告費率");
    w.plan("young-standard", "標準費率 24 歲以下", "Standard, 24 and under", "", "", "young").isInvented = false;
    w.publish(publicSince, meter(9, 15), "2019 年 10 月公告費率");
    w.plan("hourly", "時數方案（虛構價格）", "Hourly packages (invented prices)", "", "", "").product =
        QStringLiteral("hourly");
    w.publish(publicSince, hourly(100), "時數方案上架");
    w.publish(w.months(-26), hourly(106), "電池成本上升");
    w.publish(w.months(-5), hourly(110), "暑期調整");
}

void writeFly(Writer &w) {
    w.plan("fly-adult", "WeMo FLY 25 歲以上（虛構）", "WeMo FLY, 25 and over (invented)", "fly", "", "adult");
    w.publish(w.months(-48), meter(17, 28), "FLY 上線");
    w.publish(w.months(-30), meter(18, 30), "電池成本上升");
    w.publish(w.months(-14), night(meter(18, 30)), "夜間優惠試辦");
    w.publish(w.months(-2), capped(zoned(night(meter(19, 30))), 400), "跨區費與每日上限");
    w.propose(w.days(21), std::nullopt, capped(zoned(night(meter(20, 31))), 420), "春季調價草稿", IntervalState::Draft);
    w.plan("fly-young", "WeMo FLY 24 歲以下（虛構）", "WeMo FLY, 24 and under (invented)", "fly", "", "young");
    w.publish(w.months(-48), meter(10, 18), "FLY 上線");
    w.publish(w.months(-14), night(meter(11, 18)), "夜間優惠試辦");
    w.publish(w.days(9), capped(night(meter(11, 19)), 300), "每日上限");
}

void writeTaoyuan(Writer &w) {
    w.plan("taoyuan-candy-adult", "桃園 CANDY 25 歲以上（虛構）", "Taoyuan CANDY, 25 and over (invented)", "candy",
           "taoyuan", "adult");
    w.publish(w.months(-38), meter(15, 25), "進駐桃園");
    w.publish(w.months(-19), meter(15, 26), "營運成本調整");
    w.publish(w.months(-6), zoned(meter(15, 26)), "改採在地費率");
    w.publish(w.days(7), zoned(night(meter(15, 26))), "桃園加入夜間優惠");
    w.plan("taoyuan-candy-young", "桃園 CANDY 24 歲以下（虛構）", "Taoyuan CANDY, 24 and under (invented)", "candy",
           "taoyuan", "young");
    w.publish(w.months(-38), meter(9, 15), "進駐桃園");
    w.publish(w.months(-12), zoned(meter(9, 16)), "改採在地費率");
    w.propose(w.days(12), w.days(40), zoned(meter(8, 15)), "開學季優惠", IntervalState::Submitted);
    w.plan("taoyuan-fly-adult", "桃園 FLY 25 歲以上（虛構）", "Taoyuan FLY, 25 and over (invented)", "fly", "taoyuan",
           "adult");
    w.publish(w.months(-22), meter(18, 30), "進駐桃園");
    w.publish(w.months(-4), zoned(meter(18, 31)), "改採在地費率");
}

void writeTaichung(Writer &w) {
    w.plan("taichung-candy-adult", "臺中 CANDY 25 歲以上（虛構）", "Taichung CANDY, 25 and over (invented)", "candy",
           "taichung", "adult");
    w.publish(w.months(-33), meter(15, 25), "進駐臺中", w.months(-9));
    w.publish(w.months(-8), far(meter(15, 26), 15, 10), "暫停一個月後恢復營運");
    w.propose(w.days(10), std::nullopt, far(meter(16, 26), 15, 10), "臺中基本費調整", IntervalState::Submitted);
    w.plan("taichung-candy-young", "臺中 CANDY 24 歲以下（虛構）", "Taichung CANDY, 24 and under (invented)", "candy",
           "taichung", "young");
    w.publish(w.months(-33), meter(9, 15), "進駐臺中");
    w.publish(w.months(-3), far(meter(9, 16), 15, 10), "里程費試辦", w.days(45));
    w.publish(w.days(60), meter(9, 16), "恢復無里程費");
    w.plan("taichung-fly-adult", "臺中 FLY 25 歲以上（虛構）", "Taichung FLY, 25 and over (invented)", "fly",
           "taichung", "adult");
    w.publish(w.months(-17), meter(18, 30), "進駐臺中");
    w.propose(w.days(5), w.days(33), meter(20, 33), "連假加價（已撤回）", IntervalState::Withdrawn);
}

void writeKaohsiung(Writer &w) {
    w.plan("kaohsiung-candy-adult", "高雄 CANDY 25 歲以上（虛構）", "Kaohsiung CANDY, 25 and over (invented)", "candy",
           "kaohsiung", "adult")
        .boundary = BoundaryRule::Split;
    w.publish(w.months(-28), meter(15, 25), "進駐高雄");
    w.publish(w.months(-1), capped(far(meter(16, 26), 15, 10), 380), "每日上限");
    w.plan("kaohsiung-candy-young", "高雄 CANDY 24 歲以下（虛構）", "Kaohsiung CANDY, 24 and under (invented)", "candy",
           "kaohsiung", "young");
    w.publish(w.months(-28), meter(9, 15), "進駐高雄");
    w.publish(w.months(-1), capped(meter(9, 16), 280), "每日上限");
    w.plan("kaohsiung-fly-adult", "高雄 FLY 25 歲以上（虛構）", "Kaohsiung FLY, 25 and over (invented)", "fly",
           "kaohsiung", "adult");
    w.publish(w.months(-16), meter(18, 30), "進駐高雄");
    w.publish(w.months(-5), capped(meter(18, 30), 380), "每日上限");
    w.propose(w.days(30), w.days(75), capped(meter(19, 31), 420), "高雄 FLY 調價草稿", IntervalState::Draft);
    Plan &old = w.plan("taipei-launch", "臺北開幕體驗（虛構，已下架）", "Taipei launch offer (invented, retired)",
                       "candy", "taipei", "");
    old.retiredAt = w.months(-20);
    w.publish(w.months(-50), meter(5, 10), "開幕體驗", w.months(-20));
}
} // namespace

CannedPrices cannedPrices(Instant now) {
    Writer pen(now);
    writePublic(pen);
    writeFly(pen);
    writeTaoyuan(pen);
    writeTaichung(pen);
    writeKaohsiung(pen);
    return pen.prices;
}

} // namespace wemo::gallery
