#include "services/pricing/campaign_taken.h"
#include "services/pricing/campaign_work.h"

namespace wemo::pricing {

Result<void> Campaigns::submit(Taken &taken, const CampaignActEdit &edit) const {
    if (taken.campaign.state != CampaignState::Draft)
        return wrongCampaignState("Only a draft can be submitted.");
    if (!edit.emergencyReason.isEmpty())
        taken.campaign.emergencyReason = edit.emergencyReason;
    CampaignWork work(m_desk, taken.connection, taken.campaign, taken.now);
    if (const Result<void> read = work.read(false); !read)
        return read;
    work.publish();
    taken.campaign.state = CampaignState::Submitted;
    return work.refusal();
}

Result<void> Campaigns::approve(Taken &taken, const CampaignActEdit &edit) const {
    Campaign &campaign = taken.campaign;
    if (campaign.state != CampaignState::Submitted)
        return wrongCampaignState("Only what was submitted can be approved.");
    if (campaign.authorId == taken.actor.id)
        return failure(ErrorKind::Forbidden, "four-eyes", "Someone else than its author must approve this.");
    if (!edit.emergencyReason.isEmpty())
        campaign.emergencyReason = edit.emergencyReason;
    campaign.approver = taken.actor.displayName;
    campaign.approvedAt = taken.now;
    campaign.state = CampaignState::Approved;
    CampaignWork work(m_desk, taken.connection, campaign, taken.now);
    if (const Result<void> read = work.read(true); !read)
        return read;
    work.publish();
    if (const Result<void> clear = work.refusal(); !clear)
        return clear;
    const Result<qint64> written = work.write(taken.actor, "pricing.interval.approve", edit.note);
    return written ? Result<void>() : Failure(written.error());
}

Result<void> Campaigns::reject(Taken &taken, const CampaignActEdit &edit) const {
    if (taken.campaign.state != CampaignState::Submitted)
        return wrongCampaignState("Only what was submitted can be sent back.");
    if (edit.note.trimmed().isEmpty())
        return badCampaign({{"note", "required", "Say why it is sent back."}});
    taken.campaign.state = CampaignState::Draft;
    return {};
}

Result<void> Campaigns::takeBack(Taken &taken, const CampaignActEdit &edit, const char *action) const {
    CampaignWork work(m_desk, taken.connection, taken.campaign, taken.now);
    if (const Result<void> read = work.read(true); !read)
        return read;
    work.takeBack(taken.now);
    if (const Result<void> clear = work.refusal(); !clear)
        return clear;
    const Result<qint64> written = work.write(taken.actor, QString::fromLatin1(action), edit.note);
    return written ? Result<void>() : Failure(written.error());
}

Result<void> Campaigns::withdraw(Taken &taken, const CampaignActEdit &edit) const {
    switch (statusOf(taken.campaign, taken.now)) {
    case CampaignStatus::Published:
        return wrongCampaignState("It is in force: roll it back instead.");
    case CampaignStatus::RolledBack:
    case CampaignStatus::Withdrawn:
        return wrongCampaignState("It is taken back already.");
    case CampaignStatus::Scheduled:
        if (const Result<void> done = takeBack(taken, edit, "pricing.interval.withdraw"); !done)
            return done;
        break;
    case CampaignStatus::Draft:
    case CampaignStatus::Submitted:
        break;
    }
    taken.campaign.state = CampaignState::Withdrawn;
    return {};
}

Result<void> Campaigns::rollBack(Taken &taken, const CampaignActEdit &edit) const {
    if (taken.campaign.state != CampaignState::Approved)
        return wrongCampaignState("Only what is published can be rolled back.");
    taken.campaign.state = CampaignState::RolledBack;
    return takeBack(taken, edit, "pricing.interval.rollback");
}

Result<Campaign> Campaigns::act(const staff::Account &actor, Id id, CampaignAct act,
                                const CampaignActEdit &edit) const {
    struct Row {
        const char *action;
        bool isInForce;
        Result<void> (Campaigns::*work)(Taken &, const CampaignActEdit &) const;
    };
    static constexpr Row rows[]{{"pricing.campaign.submit", false, &Campaigns::submit},
                                {"pricing.campaign.approve", true, &Campaigns::approve},
                                {"pricing.campaign.reject", false, &Campaigns::reject},
                                {"pricing.campaign.withdraw", true, &Campaigns::withdraw},
                                {"pricing.campaign.rollback", true, &Campaigns::rollBack}};
    const Row &row = rows[static_cast<std::size_t>(act)];
    return change(actor, id, edit.version, row.isInForce, [&](Taken &taken) {
        taken.action = QString::fromLatin1(row.action);
        taken.note = edit.note;
        return (this->*row.work)(taken, edit);
    });
}

} // namespace wemo::pricing
