#include "services/demo/pricing_invention.h"

#include "services/demo/people.h"
#include "services/demo/pricing_tariffs.h"

#include <QDateTime>

namespace wemo::demo {

using namespace pricing;

namespace {
struct Word {
    const char *kind, *code, *zh, *en;
};
constexpr Word words[] = {{"product", "per_minute", "以分計費", "Per minute"},
                          {"product", "hourly", "時數方案", "Hourly"},
                          {"model", "candy", "WeMo CANDY", "WeMo CANDY"},
                          {"model", "fly", "WeMo FLY（i-One Fly）", "WeMo FLY (i-One Fly)"},
                          {"tier", "adult", "25 歲以上", "25 and over"},
                          {"tier", "young", "24 歲以下", "24 and under"},
                          {"zone", "taipei", "臺北市", "Taipei"},
                          {"zone", "new-taipei", "新北市", "New Taipei"},
                          {"zone", "taoyuan", "桃園市", "Taoyuan"},
                          {"zone", "taichung", "臺中市", "Taichung"},
                          {"zone", "kaohsiung", "高雄市", "Kaohsiung"}};
constexpr Instant publicSince = fromMs(1'569'859'200'000); // 2019-10-01 in Taipei

const Word &word(const char *code) {
    for (const Word &one : words)
        if (qstrcmp(one.code, code) == 0)
            return one;
    return words[0];
}

/// Puts plans, configs and intervals together in the order of time, with ids that never repeat.
class Company {
public:
    explicit Company(Instant base)
        : m_base(base)
        , m_today(QDateTime::fromMSecsSinceEpoch(toMs(base) + localOffsetMs, Qt::UTC).date()) {}

    InventedPricing made;

    int year() const { return m_today.year(); }
    Instant monthsAgo(int months) const { return midnight(m_today.addMonths(-months)); }
    Instant daysAhead(int days) const { return midnight(m_today.addDays(days)); }

    Plan &plan(const QString &code, const QString &zh, const QString &en) {
        Plan plan;
        plan.id = id(publicSince);
        plan.code = code;
        plan.nameZh = zh;
        plan.nameEn = en;
        plan.version = 1;
        made.plans.append(plan);
        return made.plans.last();
    }
    /// A plan nobody ever published prices of.
    Plan &inventedPlan(const char *model, const char *zone, const char *tier) {
        QStringList code, zh, en;
        for (const char *part : {zone, model, tier}) {
            if (!*part)
                continue;
            code.append(QString::fromLatin1(part));
            zh.append(QString::fromUtf8(word(part).zh));
            en.append(QString::fromUtf8(word(part).en));
        }
        Plan &added = plan(code.join('-'), zh.join(u' ') + QString("（虛構）"), en.join(", ") + " (invented)");
        added.isInvented = true;
        added.model = QString::fromLatin1(model);
        added.zone = QString::fromLatin1(zone);
        added.tier = QString::fromLatin1(tier);
        return added;
    }
    Id config(const Config &config, Instant at, const QString &note) {
        const Plan &plan = made.plans.last();
        ConfigRecord record;
        record.fingerprint = fingerprintOf(config);
        for (const ConfigRecord &same : std::as_const(made.configs))
            if (same.planId == plan.id && same.fingerprint == record.fingerprint)
                return same.id;
        record.id = id(at);
        record.planId = plan.id;
        record.version = ++m_versions[plan.id];
        record.author = QString::fromLatin1(InventedPricing::writer);
        record.note = note;
        record.createdAt = at;
        record.config = config;
        made.configs.append(record);
        return record.id;
    }
    /// Approved for the last plan; ends the interval before it.
    void publish(Instant from, const Config &tariff, const QString &note) {
        Interval added = interval(from, tariff, note, IntervalState::Approved);
        added.approver = QString::fromLatin1(InventedPricing::checker);
        added.approvedAt = added.changedAt;
        for (Interval &before : made.intervals) {
            if (before.planId != added.planId || before.to)
                continue;
            before.to = from;
            added.predecessorId = before.id;
        }
        made.intervals.append(added);
    }
    void propose(Instant from, const Config &tariff, const QString &note, IntervalState state) {
        made.intervals.append(interval(from, tariff, note, state));
    }
    void change(const Plan &plan, int percent) {
        for (const Interval &now : std::as_const(made.intervals)) {
            if (now.planId != plan.id || !isPublished(now) || !now.contains(m_base))
                continue;
            for (const ConfigRecord &record : std::as_const(made.configs))
                if (record.id == now.configId)
                    made.campaign.items.append({plan.id, record.id, dearer(*record.config, percent)});
        }
    }
    Id id(Instant at) { return idAt(at, ++m_place); }

private:
    static Instant midnight(QDate day) {
        return fromMs(QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() - localOffsetMs);
    }
    Interval interval(Instant from, const Config &tariff, const QString &note, IntervalState state) {
        const Instant asked = std::min(from, m_base) - std::chrono::hours(72);
        Interval added;
        added.id = id(asked);
        added.planId = made.plans.last().id;
        added.configId = config(tariff, asked, note);
        added.from = from;
        added.state = state;
        added.author = QString::fromLatin1(InventedPricing::writer);
        added.note = note;
        added.changedAt = asked + std::chrono::hours(20);
        ++made.plans.last().timelineVersion;
        return added;
    }

    const Instant m_base;
    const QDate m_today;
    QHash<Id, qint64> m_versions;
    quint32 m_place = 0;
};

void addPublicPlans(Company &company) {
    const QString note("2019 年 10 月公告費率");
    company.plan("adult-standard", QString("標準費率 25 歲以上"), "Standard, 25 and over").tier = "adult";
    company.publish(publicSince, adultTariff(), note);
    company.plan("young-standard", QString("標準費率 24 歲以下"), "Standard, 24 and under").tier = "young";
    company.publish(publicSince, youngTariff(), note);
}

void addHourly(Company &company) {
    Plan &hourly =
        company.plan("hourly", QString("時數方案 價格與里程（虛構）"), "Hourly packages, prices and km (invented)");
    hourly.product = "hourly";
    hourly.isInvented = true;
    company.publish(publicSince, hourlyTariff(100), QString("時數方案上架"));
    company.publish(company.monthsAgo(26), hourlyTariff(106), QString("電池成本上升"));
    company.publish(company.monthsAgo(5), hourlyTariff(110), QString("暑期調整"));
}

void addFly(Company &company) {
    const QString launch("FLY 上線"), costs("電池成本上升"), night("夜間優惠試辦"), whole("跨區費與每日上限");
    company.inventedPlan("fly", "", "adult");
    company.publish(company.monthsAgo(48), meterTariff(17, 28), launch);
    company.publish(company.monthsAgo(30), meterTariff(18, 30), costs);
    company.publish(company.monthsAgo(14), withNightDiscount(meterTariff(18, 30)), night);
    company.publish(company.monthsAgo(4), withDayCap(withZoneMatrix(withNightDiscount(meterTariff(19, 30))), 400),
                    whole);
    company.inventedPlan("fly", "", "young");
    company.publish(company.monthsAgo(48), meterTariff(10, 18), launch);
    company.publish(company.monthsAgo(14), withNightDiscount(meterTariff(11, 18)), night);
    company.publish(company.monthsAgo(4), withDayCap(withNightDiscount(meterTariff(11, 19)), 300), whole);
}

/// A zone's tariff, cheaper for the young and dearer on FLY.
Config zoneTariff(const QString &zone, bool isFly, bool isYoung, int year) {
    const Config meter =
        isYoung ? meterTariff(isFly ? 11 : 9, isFly ? 19 : 16) : meterTariff(isFly ? 18 : 15, isFly ? 30 : 26);
    if (zone == "taoyuan")
        return withZoneMatrix(meter);
    if (zone == "taichung")
        return withHolidays(meter, year - 2, year + 1);
    return withDayCap(withDistance(meter, 15, 10), isYoung ? 280 : 380);
}

void addZones(Company &company) {
    int place = 0;
    for (const char *zone : {"taoyuan", "taichung", "kaohsiung"}) {
        for (const char *model : {"candy", "fly"}) {
            for (const char *tier : {"adult", "young"}) {
                const bool isFly = qstrcmp(model, "fly") == 0, isYoung = qstrcmp(tier, "young") == 0;
                const Config now = zoneTariff(QString::fromLatin1(zone), isFly, isYoung, company.year());
                Plan &plan = company.inventedPlan(model, zone, tier);
                if (qstrcmp(zone, "kaohsiung") == 0 && !isFly)
                    plan.boundary = BoundaryRule::Split;
                company.publish(company.monthsAgo(40 - place), isYoung ? youngTariff() : adultTariff(),
                                QString("進駐新縣市"));
                company.publish(company.monthsAgo(20 - place / 2), dearer(isYoung ? youngTariff() : adultTariff(), 4),
                                QString("營運成本調整"));
                company.publish(company.monthsAgo(7 - place / 3), now, QString("改採在地費率"));
                ++place;
            }
        }
    }
}

/// What people may try their hands on: one of each step on the way.
void addProposals(Company &company) {
    const auto toLast = [&company](const char *code) {
        for (qsizetype i = 0; i < company.made.plans.size(); ++i)
            if (company.made.plans[i].code == QLatin1StringView(code))
                company.made.plans.move(i, company.made.plans.size() - 1);
    };
    toLast("kaohsiung-fly-adult");
    company.propose(company.daysAhead(30), withDayCap(withDistance(meterTariff(19, 31), 15, 10), 420),
                    QString("高雄 FLY 調價草稿"), IntervalState::Draft);
    toLast("taichung-candy-adult");
    company.propose(company.daysAhead(10), withHolidays(meterTariff(16, 26), company.year() - 2, company.year() + 1),
                    QString("臺中基本費調整"), IntervalState::Submitted);
    toLast("taoyuan-candy-adult");
    company.publish(company.daysAhead(7), withZoneMatrix(withNightDiscount(meterTariff(15, 26))),
                    QString("桃園加入夜間優惠"));
}

void addCampaign(Company &company, Instant base) {
    Campaign &campaign = company.made.campaign;
    campaign.id = company.id(base - std::chrono::hours(30));
    campaign.name = QString("FLY 全線調漲 5%（虛構）");
    campaign.note = QString("各縣市 FLY 一起生效，先看對過去騎乘的影響。");
    campaign.publishAt = company.daysAhead(14);
    campaign.author = QString::fromLatin1(InventedPricing::writer);
    campaign.changedAt = base - std::chrono::hours(2);
    campaign.version = 1;
    const QList<Plan> plans = company.made.plans;
    for (const Plan &plan : plans)
        if (plan.model == "fly")
            company.change(plan, 5);
    campaign.itemCount = campaign.items.size();
}
} // namespace

InventedPricing inventPricing(Instant base) {
    Company company(base);
    for (const Word &one : words)
        company.made.catalog.append({QString::fromLatin1(one.kind), QString::fromLatin1(one.code),
                                     QString::fromUtf8(one.zh), QString::fromUtf8(one.en), false});
    addPublicPlans(company);
    addHourly(company);
    addFly(company);
    addZones(company);
    addProposals(company);
    addCampaign(company, base);
    return company.made;
}

} // namespace wemo::demo
