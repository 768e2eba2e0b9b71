// The part of CampaignDesk that saves, tries out and acts.
#include "ui/pages/campaigns/campaign_desk.h"
#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/confirm_bar.h"
#include "ui/pages/campaigns/conflict_panel.h"
#include "ui/pages/campaigns/impact_panel.h"
#include "ui/pages/campaigns/sheet_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

void CampaignDesk::wirePanels() {
    connect(m_trial, &TrialPanel::requested, this, &CampaignDesk::tryOut);
    connect(m_sheet, &SheetPanel::noticed, this, &CampaignDesk::noticed);
    connect(&m_sheet->model(), &SheetModel::changed, this, &CampaignDesk::onEdited);
    connect(m_impact, &ImpactPanel::changed, this, &CampaignDesk::followSteps);
    connect(m_conflict, &ConflictPanel::mergeRequested, this, &CampaignDesk::merge);
    connect(m_conflict, &ConflictPanel::theirsRequested, this, &CampaignDesk::takeTheirs);
    connect(m_confirm, &ConfirmBar::confirmed, this, &CampaignDesk::onConfirmed);
    connect(m_confirm, &ConfirmBar::beforeRequested, this, [this] { tryOut(Trial::RollbackRehearsal); });
    connect(m_kept, &ui::MessageBar::retryRequested, this, &CampaignDesk::discardEdits);
    connect(m_bar, &ui::MessageBar::retryRequested, this, &CampaignDesk::reload);
    m_impact->setQuestion([this] {
        ImpactQuestion question;
        if (isDirty() || m_campaign.id == 0)
            question.items = m_sheet->model().items();
        else
            question.campaignId = m_campaign.id;
        return question;
    });
    m_trial->setPlanNames([this](Id plan) {
        if (plan == 0)
            return tr("(all plans)");
        const int row = m_sheet->model().rowOf(plan);
        return row < 0 ? idToString(plan) : m_sheet->model().plan(row).code;
    });
}

void CampaignDesk::save() {
    if (m_isBusy)
        return;
    if (m_sheet->model().faultCount() > 0) {
        m_tabs->setCurrentIndex(SheetTab);
        m_sheet->clearFilter();
        if (const QModelIndex fault = m_sheet->model().firstFault(); fault.isValid())
            m_sheet->view().setCurrentIndex(fault); // the panel says below the sheet what is wrong there
        return m_bar->showMessage(ui::Tone::Warning,
                                  tr("Not saved: some cells are wrong. The first of them is selected."));
    }
    if (m_name->text().trimmed().isEmpty()) {
        m_name->setFocus();
        return m_bar->showMessage(ui::Tone::Warning, tr("Not saved: give the price change a name."));
    }
    if (m_sheet->model().changedCount() == 0)
        return m_bar->showMessage(ui::Tone::Warning, tr("Not saved: change at least one price."));
    setBusy(true);
    m_source.save(edited()).then(this, [this, life = m_life](const ui::ApiResult<Campaign> &saved) {
        if (life != m_life)
            return;
        setBusy(false);
        if (!saved)
            return onSaveRefused(saved.error());
        m_context.settings.remove(unsavedKey());
        m_bar->clear();
        m_kept->clear();
        m_conflict->hide();
        adopt(*saved);
        Q_EMIT noticed(tr("Saved"));
        Q_EMIT this->saved(saved->id);
    });
}

void CampaignDesk::onSaveRefused(const ui::ApiError &error) {
    m_stale = staleCampaign(error);
    if (!m_stale)
        return m_bar->showError(error, false);
    m_bar->clear();
    m_conflict->showConflict(conflictRows(m_inventory, m_campaign, *m_stale, edited()), *m_stale);
}

void CampaignDesk::merge() {
    if (!m_stale)
        return;
    const Campaign mine = edited();
    const QList<CampaignItem> items = mergedItems(m_inventory, m_campaign, *m_stale, mine);
    m_isReady = false;
    m_campaign = *std::exchange(m_stale, std::nullopt);
    m_sheet->model().setItems(items);
    m_isReady = true;
    m_conflict->hide();
    keepUnsaved();
    save();
}

void CampaignDesk::takeTheirs() {
    if (!m_stale)
        return;
    m_context.settings.remove(unsavedKey());
    m_conflict->hide();
    m_kept->clear();
    adopt(*std::exchange(m_stale, std::nullopt));
}

void CampaignDesk::tryOut(Trial trial) {
    if (m_isBusy)
        return;
    m_tabs->setCurrentIndex(TrialTab);
    m_trial->setBusy(trial);
    setBusy(true);
    m_source.tryOut(m_campaign.id, trial)
        .then(this, [this, trial, life = m_life](const ui::ApiResult<Rehearsal> &rehearsal) {
            if (life != m_life)
                return;
            setBusy(false);
            m_trial->setBusy(std::nullopt);
            if (!rehearsal)
                return m_trial->showError(rehearsal.error());
            m_trials.insert(trial, {*rehearsal, m_context.now(), m_campaign.version});
            m_trial->showResult(trial, m_trials.value(trial));
            followSteps();
        });
}

void CampaignDesk::ask(CampaignVerb verb) {
    m_asked = verb;
    const QString plans = QLocale().toString(m_campaign.itemCount);
    const QString when = ui::dateAndTime(m_campaign.publishAt).chopped(3);
    switch (verb) {
    case CampaignVerb::Submit:
        return m_confirm->ask({tr("%1 plans are to change together at %2. Somebody else approves it.").arg(plans, when),
                               tr("Submit %1 plans").arg(plans)});
    case CampaignVerb::Approve:
        return m_confirm->ask(
            {tr("%1 plans change together at %2. Riders pay the new prices from then on.").arg(plans, when),
             tr("Approve %1 plans").arg(plans)});
    case CampaignVerb::Reject:
        return m_confirm->ask({tr("It goes back to %1 as a draft.").arg(m_campaign.author),
                               tr("Reject %1 plans").arg(plans), false, true});
    case CampaignVerb::Withdraw:
        return m_confirm->ask({tr("It is not approved any more by anybody; prices stay as they are."),
                               tr("Withdraw %1 plans").arg(plans)});
    case CampaignVerb::Rollback:
        break;
    }
    m_confirm->ask({tr("%1 plans go back to the prices before, in one step and at once.").arg(plans),
                    tr("Roll back %1 plans").arg(plans), true, false, tr("Rehearse first")});
}

void CampaignDesk::askRemove() {
    m_asked.reset();
    m_confirm->ask({tr("The draft “%1” and its %2 changed plans are gone for good.")
                        .arg(m_campaign.name, QLocale().toString(m_campaign.itemCount)),
                    tr("Delete draft"), true});
}

void CampaignDesk::onConfirmed(const QString &note) {
    m_confirm->hide();
    if (m_asked)
        act(*m_asked, note);
    else
        remove();
}

void CampaignDesk::act(CampaignVerb verb, const QString &note) {
    setBusy(true);
    m_source.act(m_campaign, verb, note, m_campaign.emergencyReason)
        .then(this, [this, life = m_life](const ui::ApiResult<Campaign> &campaign) {
            if (life != m_life)
                return;
            setBusy(false);
            if (!campaign) {
                if (const auto current = staleCampaign(campaign.error())) {
                    adopt(*current);
                    return m_bar->showMessage(ui::Tone::Warning,
                                              tr("Somebody else changed it a moment ago; this is how "
                                                 "it is now. Nothing was done."));
                }
                m_bar->showError(campaign.error(), false);
                return showProblemsOf(campaign.error());
            }
            m_bar->clear();
            m_campaign = *campaign;
            follow();
            Q_EMIT saved(campaign->id);
            reload();
        });
}

/// What stood in the way, by plan, where a dry run would have shown it.
void CampaignDesk::showProblemsOf(const ui::ApiError &error) {
    const QJsonArray problems = error.problem.value("problems").toArray();
    if (problems.isEmpty())
        return;
    const Result<Rehearsal> refused = rehearsalFromJson({{"is_ok", false},
                                                         {"problems", problems},
                                                         {"samples", QJsonArray()},
                                                         {"plans", m_campaign.itemCount},
                                                         {"intervals", 0},
                                                         {"duration_ms", 0},
                                                         {"is_restored", true}});
    if (!refused)
        return;
    m_trials.insert(Trial::DryRun, {*refused, m_context.now(), m_campaign.version});
    m_trial->showResult(Trial::DryRun, m_trials.value(Trial::DryRun));
    m_tabs->setCurrentIndex(TrialTab);
    followSteps();
}

void CampaignDesk::remove() {
    setBusy(true);
    m_source.remove(m_campaign).then(this, [this, life = m_life](const ui::ApiResult<void> &removed) {
        if (life != m_life)
            return;
        setBusy(false);
        if (!removed)
            return m_bar->showError(removed.error(), false);
        m_context.settings.remove(unsavedKey());
        m_isReady = false; // nothing of it is unsaved any more
        Q_EMIT noticed(tr("Draft deleted"));
        Q_EMIT closed();
    });
}

void CampaignDesk::setBusy(bool busy) {
    m_isBusy = busy;
    follow();
}

} // namespace wemo::pages::campaigns
