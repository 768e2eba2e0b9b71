#pragma once
#include "services/pricing/campaign_rehearsals.h"
#include "services/pricing/campaigns.h"
#include "tests/services/pricing/desk_world.h"

namespace wemo::tests {

/// A desk with plans at 2.5 a minute, and price changes over them.
struct CampaignWorld : DeskWorld {
    pricing::Campaigns campaigns{desk};
    pricing::CampaignRehearsals rehearsals{desk};
    QList<pricing::Plan> fleet;

    /// Of at most three: for any scooter, for CANDY, for FLY.
    explicit CampaignWorld(int plans = 3) {
        fleet.append(planInForce().plan);
        for (const QString &model : QStringList{"candy", "fly"}.mid(0, plans - 1)) {
            const auto plan = this->plans.create(lin, planEdit(model, model));
            const auto timeline = publish(*plan, 3, {}, 2.5);
            if (!timeline)
                qFatal("publish: %s", qPrintable(timeline.error().code));
            fleet.append(timeline->plan);
        }
        clock.set(at(4));
    }

    QList<pricing::Interval> timelineOf(const pricing::Plan &plan) const {
        return timelines.timeline(plan.id)->intervals;
    }
    double rateOf(const pricing::Plan &plan, qint64 hours) { return rateOf(plan, at(hours)); }
    double rateOf(const pricing::Plan &plan, Instant when) {
        pricing::StoredBook all = book();
        all.intervals.removeIf([&](const pricing::Interval &one) { return one.planId != plan.id; });
        return rateAt(all, when);
    }
    QList<double> ratesAt(qint64 hours) {
        QList<double> rates;
        for (const pricing::Plan &plan : fleet)
            rates.append(rateOf(plan, hours));
        return rates;
    }

    /// All plans of the fleet to a rate at `from`, over what is in force then.
    pricing::Campaign edit(qint64 from, double rate) const {
        pricing::Campaign edit;
        edit.name = "Rabbit jump";
        edit.publishAt = at(from);
        for (const pricing::Plan &plan : fleet) {
            const auto now = pricing::inForce(timelineOf(plan), at(from));
            edit.items.append({plan.id, now ? now->configId : 0, config(rate)});
        }
        return edit;
    }
    using DeskWorld::act;
    using DeskWorld::edit;
    Result<pricing::Campaign> act(const staff::Account &who, const pricing::Campaign &campaign,
                                  pricing::CampaignAct what, const QString &note = {},
                                  const QString &reason = {}) const {
        return campaigns.act(who, campaign.id, what, {campaign.version, note, reason});
    }
    /// Written and submitted by Lin.
    Result<pricing::Campaign> submitted(const pricing::Campaign &edit) const {
        const Result<pricing::Campaign> draft = campaigns.create(lin, edit);
        return draft ? act(lin, *draft, pricing::CampaignAct::Submit) : draft;
    }
    /// And approved by Chen.
    Result<pricing::Campaign> approved(const pricing::Campaign &edit) const {
        const Result<pricing::Campaign> campaign = submitted(edit);
        return campaign ? act(chen, *campaign, pricing::CampaignAct::Approve) : campaign;
    }
};

template <typename T>
QString codeOf(const Result<T> &result) {
    return result ? QString() : result.error().code;
}
template <typename T>
QStringList fieldsOf(const Result<T> &result) {
    QStringList fields;
    if (!result)
        for (const FieldError &field : result.error().fields)
            fields.append(field.path + ' ' + field.code);
    return fields;
}
inline bool isAnyInstantCoveredTwice(const QList<pricing::Interval> &timeline) {
    for (qsizetype i = 0; i < timeline.size(); ++i)
        for (qsizetype k = 0; k < i; ++k)
            if (isPublished(timeline[i]) && isPublished(timeline[k]) && timeline[i].overlaps(timeline[k]))
                return true;
    return false;
}

} // namespace wemo::tests
