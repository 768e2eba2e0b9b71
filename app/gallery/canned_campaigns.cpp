#include "app/gallery/canned_campaigns.h"

#include "app/gallery/canned_service.h"
#include "models/core/json_parts.h"
#include "models/pricing/config_diff.h"
#include "models/pricing/sheet.h"

#include <algorithm>
#include <cmath>

namespace wemo::gallery {

using namespace wemo::pricing;
using namespace std::chrono;

namespace {
const QString root = QStringLiteral("/api/v1/pricing");
constexpr qint64 pastRides = 412'806;

CannedAnswer yes(const QJsonObject &body, int status = 200) {
    return {CannedAnswer::Kind::Answer, status, body};
}

CannedAnswer missing() {
    return CannedService::problem(404, QStringLiteral("not-found"), QStringLiteral("campaign-not-found"),
                                  QStringLiteral("There is no such price change."));
}

/// Rates up by a tenth, base price by 2.
Config dearer(Config config) {
    for (const QString &key : keysOf(config)) {
        const bool base = key == u"base.price";
        if (!base && !key.endsWith(u".rate"))
            continue;
        const auto rate = rateFromText(cellOf(config, key));
        const auto next =
            rate ? withCell(config, key, rateText(*rate + (base ? 2 * perTwd : perTwd / 10))) : Result<Config>(config);
        if (next)
            config = *next;
    }
    return config;
}
} // namespace

CannedCampaigns::CannedCampaigns(Instant now, CannedPricing &pricing)
    : m_now(now)
    , m_pricing(pricing) {
    invent();
}

CannedCampaigns::Campaign &CannedCampaigns::add(const QString &name, CampaignState state, Milliseconds fromNow,
                                                int plans, const staff::Account &author) {
    Campaign campaign;
    campaign.id = m_nextId++;
    campaign.name = name;
    campaign.state = state;
    campaign.publishAt = m_now + fromNow;
    campaign.author = author.displayName;
    campaign.authorId = author.id;
    campaign.changedAt = m_now - hours(3 + m_campaigns.size() * 30);
    campaign.version = 3;
    const QList<InForce> all = inventory(campaign.publishAt);
    for (const InForce &now : all) {
        const Config config = dearer(*now.config.config);
        if (campaign.items.size() < plans && config != *now.config.config)
            campaign.items.append({now.plan.id, now.config.id, config});
    }
    campaign.itemCount = campaign.items.size();
    if (state == CampaignState::Approved || state == CampaignState::RolledBack) {
        campaign.approver = CannedService::session(staff::Role::Admin).account.displayName;
        campaign.approvedAt = campaign.changedAt;
    }
    m_campaigns.append(campaign);
    return m_campaigns.last();
}

void CannedCampaigns::invent() {
    const staff::Account pricing = CannedService::session(staff::Role::Pricing).account;
    const staff::Account admin = CannedService::session(staff::Role::Admin).account;
    const auto days = [](int count) { return hours(24 * count); };
    add(QString::fromUtf8("2027 年初調價"), CampaignState::Draft, days(40), 3, pricing).note =
        QString::fromUtf8("配合電費調整");
    add(QString::fromUtf8("耶誕週末加價"), CampaignState::Submitted, days(30), 4, admin);
    add(QString::fromUtf8("跨年夜調價"), CampaignState::Approved, days(39), 5, pricing);
    add(QString::fromUtf8("秋季調價"), CampaignState::Approved, -days(20), 4, pricing);
    add(QString::fromUtf8("國慶連假優惠"), CampaignState::RolledBack, -days(43), 3, admin);
    add(QString::fromUtf8("夏季試算"), CampaignState::Withdrawn, -days(90), 2, pricing);
}

QList<InForce> CannedCampaigns::inventory(Instant at) const {
    QList<InForce> all;
    for (const Plan &plan : m_pricing.book().plans) {
        const auto found = wemo::pricing::inForce(m_pricing.intervalsOf(plan.id), at);
        const ConfigRecord *config = found ? m_pricing.config(found->configId) : nullptr;
        if (config && config->config && (!plan.retiredAt || *plan.retiredAt > at))
            all.append({plan, *found, *config});
    }
    return all;
}

CannedCampaigns::Campaign *CannedCampaigns::find(Id id) {
    const auto found = std::find_if(m_campaigns.begin(), m_campaigns.end(),
                                    [id](const Campaign &campaign) { return campaign.id == id; });
    return found == m_campaigns.end() ? nullptr : &*found;
}

CannedCampaigns::Campaign &CannedCampaigns::first(CampaignStatus status) {
    return *std::find_if(m_campaigns.begin(), m_campaigns.end(),
                         [&](const Campaign &campaign) { return statusOf(campaign, m_now) == status; });
}

void CannedCampaigns::changeElsewhere(Id id) {
    Campaign &campaign = *find(id);
    const QList<InForce> all = inventory(campaign.publishAt);
    for (const InForce &now : all) {
        const bool isIn = std::any_of(campaign.items.cbegin(), campaign.items.cend(),
                                      [&now](const CampaignItem &item) { return item.planId == now.plan.id; });
        const Config config = dearer(*now.config.config);
        if (isIn || config == *now.config.config)
            continue;
        campaign.items.append({now.plan.id, now.config.id, config});
        break;
    }
    campaign.itemCount = campaign.items.size();
    campaign.changedAt = m_now;
    ++campaign.version;
}

std::optional<CannedAnswer> CannedCampaigns::answer(const CannedRequest &request, const staff::Account &caller) {
    const QStringList parts = request.path.mid(root.size() + 1).split(u'/');
    if (!request.path.startsWith(root))
        return std::nullopt;
    if (parts.constFirst() == u"inventory") {
        const Instant at = fromIso(request.query.queryItemValue("at", QUrl::FullyDecoded)).value_or(m_now);
        QJsonArray items;
        for (const InForce &now : inventory(at))
            items.append(toJson(now, m_now));
        return yes({{"as_of", toIso(m_now)}, {"items", items}});
    }
    if (parts.constFirst() == u"impacts")
        return impacts(request);
    if (parts.constFirst() != u"campaigns")
        return std::nullopt;
    if (parts.size() == 1)
        return request.method == "POST" ? create(request.body, caller) : list();
    Campaign *campaign = find(idFromString(parts.at(1)).value_or(0));
    if (!campaign)
        return missing();
    if (parts.size() == 2)
        return request.method == "GET" ? yes(toJson(*campaign, m_now)) : change(request, *campaign);
    const QString &verb = parts.at(2);
    return verb.startsWith(u"dry") || verb.startsWith(u"rehearse") ? tryOut(verb, *campaign)
                                                                   : act(verb, request.body, *campaign, caller);
}

CannedAnswer CannedCampaigns::list() const {
    QJsonArray items;
    for (Campaign campaign : m_campaigns) {
        campaign.items.clear();
        items.append(toJson(campaign, m_now));
    }
    return yes({{"items", items}});
}

CannedAnswer CannedCampaigns::stale(const Campaign &campaign) const {
    CannedAnswer answer = CannedService::problem(409, QStringLiteral("conflict"), QStringLiteral("stale"),
                                                 QStringLiteral("Somebody else has changed it meanwhile."));
    answer.body.insert("current", toJson(campaign, m_now));
    return answer;
}

CannedAnswer CannedCampaigns::create(const QJsonObject &body, const staff::Account &caller) {
    const Result<Campaign> edit = campaignEditFromJson(body);
    if (!edit)
        return CannedService::wrongField(edit.error().fields.value(0).path, edit.error().fields.value(0).code,
                                         edit.error().message);
    Campaign campaign = *edit;
    campaign.id = m_nextId++;
    campaign.author = caller.displayName;
    campaign.authorId = caller.id;
    campaign.changedAt = m_now;
    campaign.version = 1;
    m_campaigns.prepend(campaign);
    return yes(toJson(campaign, m_now), 201);
}

CannedAnswer CannedCampaigns::change(const CannedRequest &request, Campaign &campaign) {
    if (request.method == "DELETE") {
        const Id id = campaign.id;
        m_campaigns.removeIf([id](const Campaign &other) { return other.id == id; });
        return {CannedAnswer::Kind::Answer, 204};
    }
    if (request.ifMatch.toLongLong() != campaign.version)
        return stale(campaign);
    const Result<Campaign> edit = campaignEditFromJson(request.body);
    if (!edit)
        return CannedService::wrongField(edit.error().fields.value(0).path, edit.error().fields.value(0).code,
                                         edit.error().message);
    campaign.name = edit->name;
    campaign.note = edit->note;
    campaign.publishAt = edit->publishAt;
    campaign.emergencyReason = edit->emergencyReason;
    campaign.items = edit->items;
    campaign.itemCount = edit->itemCount;
    campaign.changedAt = m_now;
    ++campaign.version;
    return yes(toJson(campaign, m_now));
}

CannedAnswer CannedCampaigns::act(const QString &verb, const QJsonObject &body, Campaign &campaign,
                                  const staff::Account &caller) {
    if (body.value("version").toInteger() != campaign.version)
        return stale(campaign);
    if (verb == u"approve" && caller.id == campaign.authorId)
        return CannedService::problem(403, QStringLiteral("forbidden"), QStringLiteral("four-eyes"),
                                      QStringLiteral("Somebody else has to approve it."));
    if (verb == u"reject" && body.value("note").toString().isEmpty())
        return CannedService::wrongField(QStringLiteral("note"), QStringLiteral("required"),
                                         QStringLiteral("Say why it is sent back."));
    if (!problems.isEmpty()) {
        CannedAnswer refusal = CannedService::problem(409, QStringLiteral("conflict"), problems.constFirst().code,
                                                      QStringLiteral("Something is in the way of this price change."));
        Rehearsal told;
        told.problems = problems;
        refusal.body.insert("problems", toJson(told).value("problems"));
        return refusal;
    }
    if (verb == u"approve") {
        campaign.approver = caller.displayName;
        campaign.approvedAt = m_now;
    }
    campaign.state = verb == u"submit"     ? CampaignState::Submitted
                     : verb == u"approve"  ? CampaignState::Approved
                     : verb == u"reject"   ? CampaignState::Draft
                     : verb == u"withdraw" ? CampaignState::Withdrawn
                                           : CampaignState::RolledBack;
    campaign.changedAt = m_now;
    ++campaign.version;
    return yes(toJson(campaign, m_now));
}

CannedAnswer CannedCampaigns::tryOut(const QString &verb, const Campaign &campaign) const {
    Rehearsal done;
    done.problems = problems;
    done.isOk = std::none_of(problems.cbegin(), problems.cend(),
                             [](const CampaignProblem &problem) { return problem.isFatal; });
    done.plans = campaign.itemCount;
    done.intervals = campaign.itemCount;
    done.durationMs = verb == u"dry-run" ? 38 : 214;
    const QList<InForce> all = inventory(campaign.publishAt - 1ms);
    for (const CampaignItem &item : campaign.items)
        for (const InForce &now : all) {
            if (now.plan.id != item.planId)
                continue;
            const QList<Ride> rides = exampleRides(item.config, campaign.publishAt);
            for (const int which : {1, 4}) {
                const Ride ride = rides.value(which, rides.constFirst());
                const auto before = quote(*now.config.config, ride);
                const auto during = quote(item.config, ride);
                if (before && during)
                    done.samples.append({item.planId, ride, before->due, during->due,
                                         verb == u"dry-run" ? std::nullopt : std::optional(before->due)});
            }
        }
    return yes(toJson(done));
}

Impact CannedCampaigns::impact() {
    Impact impact;
    impact.skipped = 118;
    constexpr int middle = Impact::bins / 2;
    for (int bin = 0; bin < Impact::bins; ++bin) {
        const double far = (bin - middle - 2) / 4.0;
        qint64 count = std::llround(64'000 * std::exp(-far * far / 2));
        if (bin < middle)
            count = std::llround(5'200 * std::exp((bin - middle) / 3.0));
        impact.histogram[static_cast<std::size_t>(bin)] = bin == middle ? 268'400 : count;
    }
    const auto part = [](qint64 rides, qint64 before, double rise, qint64 more, qint64 less) {
        return ImpactSums{rides, before, std::llround(static_cast<double>(before) * rise), more, less};
    };
    impact.byPlan = {{"candy-adult", part(201'442, 6'842'100, 1.046, 98'200, 4'100)},
                     {"candy-young", part(118'204, 2'906'330, 1.031, 40'110, 6'022)},
                     {"hourly", part(93'160, 5'120'800, 1.0, 0, 0)}};
    impact.byZone = {{"taipei", part(260'118, 9'320'000, 1.034, 91'000, 5'801)},
                     {"new-taipei", part(152'688, 5'549'230, 1.019, 47'310, 4'321)}};
    impact.byTier = {{"", part(294'602, 11'962'900, 1.03, 98'200, 4'100)},
                     {"young", part(118'204, 2'906'330, 1.031, 40'110, 6'022)}};
    for (auto it = impact.byPlan.cbegin(); it != impact.byPlan.cend(); ++it)
        impact.total.add(it.value());
    for (int i = 0; i < 8; ++i) {
        impact.up.append({820'114'000 + i * 37, 612 + 11 * i, 698 + 9 * i, QStringLiteral("candy-adult")});
        impact.down.append({820'151'000 + i * 41, 240 + 7 * i, 205 + 9 * i, QStringLiteral("candy-young")});
    }
    return impact;
}

CannedAnswer CannedCampaigns::impacts(const CannedRequest &request) {
    if (request.method == "DELETE")
        return {CannedAnswer::Kind::Answer, 204};
    if (request.method == "POST") {
        m_polled = 0;
        return yes({{"task", "88001"}}, 202);
    }
    const bool runs = impactPolls < 0 || m_polled++ < impactPolls;
    QJsonObject body{
        {"state", runs ? "running" : "done"}, {"done", runs ? pastRides * 2 / 5 : pastRides}, {"total", pastRides}};
    if (!runs)
        body.insert("impact", toJson(impact()));
    return yes(body);
}

} // namespace wemo::gallery
