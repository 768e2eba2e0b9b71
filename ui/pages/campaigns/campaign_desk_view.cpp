// The part of CampaignDesk that puts it together and says what can be done.
#include "ui/pages/campaigns/campaign_desk.h"
#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/confirm_bar.h"
#include "ui/pages/campaigns/conflict_panel.h"
#include "ui/pages/campaigns/impact_panel.h"
#include "ui/pages/campaigns/sheet_panel.h"
#include "ui/pages/campaigns/step_strip.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
const char *const verbNames[] = {"campaignSubmit", "campaignApprove", "campaignReject", "campaignWithdraw",
                                 "campaignRollback"};
constexpr int stepTabs[] = {0, 1, 1, 2};
} // namespace

void CampaignDesk::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(ui::metrics::pagePadding, 12, ui::metrics::pagePadding, 0);
    column->setSpacing(8);
    column->addWidget(buildHead());
    m_steps = new StepStrip(this);
    column->addWidget(m_steps);
    m_bar = new ui::MessageBar(this);
    m_bar->setObjectName(QStringLiteral("campaignBar"));
    m_kept = new ui::MessageBar(this);
    m_kept->setObjectName(QStringLiteral("campaignKept"));
    m_confirm = new ConfirmBar(this);
    m_conflict = new ConflictPanel(this);
    for (QWidget *bar : std::initializer_list<QWidget *>{m_bar, m_kept, m_confirm, m_conflict})
        column->addWidget(bar);
    column->addWidget(buildFields());
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("campaignTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_sheet = new SheetPanel(m_tabs);
    m_trial = new TrialPanel(m_tabs);
    m_impact = new ImpactPanel(m_source, m_context.now, m_tabs);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_sheet, m_trial, m_impact})
        m_tabs->addTab(panel, QString());
    column->addWidget(m_tabs, 1);
}

QWidget *CampaignDesk::buildHead() {
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_back = new QPushButton(head);
    m_back->setObjectName(QStringLiteral("campaignBack"));
    m_back->setProperty("ui", "link");
    m_title = new QLabel(head);
    m_title->setProperty("ui", "heading");
    m_title->setObjectName(QStringLiteral("campaignTitle"));
    m_pill = new ui::StatusPill(head);
    m_pill->setObjectName(QStringLiteral("campaignStatus"));
    m_who = new QLabel(head);
    m_who->setObjectName(QStringLiteral("campaignWho"));
    m_who->setProperty("ui", "muted");
    for (QWidget *widget : std::initializer_list<QWidget *>{m_back, m_title, m_pill, m_who})
        row->addWidget(widget);
    row->addStretch(1);
    m_delete = new QPushButton(head);
    m_delete->setObjectName(QStringLiteral("campaignDelete"));
    m_save = new QPushButton(head);
    m_save->setObjectName(QStringLiteral("campaignSave"));
    row->addWidget(m_delete);
    for (int i = 0; i < 5; ++i) {
        m_buttons[i] = new QPushButton(head);
        m_buttons[i]->setObjectName(QLatin1StringView(verbNames[i]));
    }
    for (const CampaignVerb verb : {CampaignVerb::Withdraw, CampaignVerb::Reject, CampaignVerb::Rollback})
        row->addWidget(m_buttons[static_cast<int>(verb)]);
    row->addWidget(m_save);
    for (const CampaignVerb verb : {CampaignVerb::Submit, CampaignVerb::Approve})
        row->addWidget(m_buttons[static_cast<int>(verb)]);
    m_buttons[static_cast<int>(CampaignVerb::Approve)]->setProperty("ui", "primary");
    m_buttons[static_cast<int>(CampaignVerb::Submit)]->setProperty("ui", "primary");
    m_save->setProperty("ui", "primary");
    m_buttons[static_cast<int>(CampaignVerb::Rollback)]->setProperty("ui", "danger");
    return head;
}

QWidget *CampaignDesk::buildFields() {
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    m_name = new QLineEdit(fields);
    m_name->setObjectName(QStringLiteral("campaignName"));
    m_name->setMaxLength(120);
    m_publishAt = new QDateTimeEdit(fields);
    m_publishAt->setObjectName(QStringLiteral("campaignPublishAt"));
    m_publishAt->setDisplayFormat(QStringLiteral("yyyy/MM/dd HH:mm"));
    m_publishAt->setCalendarPopup(true);
    m_publishAt->setTimeSpec(Qt::UTC); // shows the numbers it is given: the clock of Taipei
    m_note = new QLineEdit(fields);
    m_note->setObjectName(QStringLiteral("campaignNote"));
    m_reason = new QLineEdit(fields);
    m_reason->setObjectName(QStringLiteral("campaignReason"));
    QWidget *const inputs[] = {m_name, m_publishAt, m_note, m_reason};
    const int stretch[] = {3, 2, 3, 3};
    for (int i = 0; i < 4; ++i) {
        m_labels[i] = new QLabel(fields);
        m_labels[i]->setProperty("ui", "small");
        m_labels[i]->setBuddy(inputs[i]);
        grid->addWidget(m_labels[i], 0, i);
        grid->addWidget(inputs[i], 1, i);
        grid->setColumnStretch(i, stretch[i]);
    }
    return fields;
}

void CampaignDesk::wire() {
    connect(m_back, &QPushButton::clicked, this, &CampaignDesk::closed);
    connect(m_save, &QPushButton::clicked, this, &CampaignDesk::save);
    connect(m_delete, &QPushButton::clicked, this, &CampaignDesk::askRemove);
    for (int i = 0; i < 5; ++i)
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] { ask(static_cast<CampaignVerb>(i)); });
    for (QLineEdit *field : {m_name, m_note, m_reason})
        connect(field, &QLineEdit::textEdited, this, &CampaignDesk::onEdited);
    connect(m_publishAt, &QDateTimeEdit::dateTimeChanged, this, &CampaignDesk::onEdited);
    // Other prices may be in force at the new hour.
    connect(m_publishAt, &QDateTimeEdit::editingFinished, this, [this] {
        if (m_isReady && mayEdit() && edited().publishAt != m_campaign.publishAt) {
            m_source.inventory(edited().publishAt)
                .then(this, [this, life = m_life](const ui::ApiResult<QList<InForce>> &inventory) {
                    if (life == m_life && inventory && m_isReady && isDirty())
                        onInventory(*inventory);
                });
        }
    });
    connect(m_steps, &StepStrip::chosen, this, [this](int step) {
        if (step < 4)
            m_tabs->setCurrentIndex(stepTabs[step]);
        else
            m_tabs->setFocus();
    });
}

CampaignStatus CampaignDesk::status() const {
    return statusOf(m_campaign, m_context.now());
}

bool CampaignDesk::mayEdit() const {
    return m_campaign.state == CampaignState::Draft && m_context.client.may(staff::Permission::PricingEdit);
}

bool CampaignDesk::isOwn() const {
    const auto &session = m_context.client.session();
    return m_campaign.id == 0 || (session && session->account.id == m_campaign.authorId);
}

void CampaignDesk::follow() {
    const CampaignStatus now = status();
    const bool edit = m_context.client.may(staff::Permission::PricingEdit);
    const bool approve = m_context.client.may(staff::Permission::PricingApprove);
    const bool isNew = m_campaign.id == 0;
    const bool dirty = isDirty();
    m_title->setText(isNew ? tr("New price change") : m_campaign.name);
    m_pill->setPill(dirty ? ui::Pill{ui::Tone::Warning, tr("Not saved")} : pages::pricing::statusPill(now));
    QString who = isNew ? QString() : tr("by %1").arg(m_campaign.author);
    if (!m_campaign.approver.isEmpty())
        who += QStringLiteral(" · ") + tr("approved by %1").arg(m_campaign.approver);
    else if (now == CampaignStatus::Submitted && isOwn() && approve)
        who += QStringLiteral(" · ") + tr("somebody else has to approve");
    m_who->setText(who);
    const bool draft = mayEdit();
    const bool submitted = now == CampaignStatus::Submitted;
    const bool live = now == CampaignStatus::Scheduled || now == CampaignStatus::Published;
    const bool visible[] = {draft && !isNew && !dirty, submitted && approve && !isOwn(), submitted && edit && !isOwn(),
                            (submitted && edit && isOwn()) || (now == CampaignStatus::Scheduled && edit),
                            now == CampaignStatus::Published && approve};
    const QString plans = QLocale().toString(m_campaign.itemCount);
    for (int i = 0; i < 5; ++i) {
        m_buttons[i]->setVisible(visible[i]);
        m_buttons[i]->setEnabled(!m_isBusy && m_isReady && m_campaign.itemCount > 0);
    }
    m_save->setVisible(draft && (isNew || dirty));
    m_save->setEnabled(!m_isBusy && m_isReady);
    m_delete->setVisible(draft && !isNew);
    m_delete->setEnabled(!m_isBusy);
    for (QLineEdit *field : {m_name, m_note, m_reason})
        field->setReadOnly(!draft);
    m_publishAt->setEnabled(draft);
    m_sheet->setReadOnly(!draft);
    m_trial->allow((draft || submitted) && edit && !isNew && !dirty, live && edit && !isNew);
    followSteps();
}

void CampaignDesk::followSteps() {
    using State = StepView::State;
    const CampaignStatus now = status();
    const bool dirty = isDirty();
    const bool isOpen = now == CampaignStatus::Draft || now == CampaignStatus::Submitted;
    const bool isIn = m_campaign.approvedAt.has_value();
    const auto trial = [this, isOpen](Trial which, const QString &name) {
        const auto found = m_trials.constFind(which);
        if (found == m_trials.cend())
            return StepView{isOpen ? State::Ahead : State::Off, name, isOpen ? tr("not yet") : QString()};
        const bool fine = found->rehearsal.isOk && found->rehearsal.isRestored;
        const bool old = found->version != m_campaign.version;
        const QString result = old ? tr("before the last change") : fine ? tr("fits") : tr("problems");
        return StepView{fine && !old ? State::Done : State::Failed, name,
                        QStringLiteral("%1 · %2").arg(result, ui::timeOfDay(found->at).left(5))};
    };
    const QString plans = tr("%1 plans").arg(QLocale().toString(m_sheet->model().changedCount()));
    QList<StepView> steps;
    steps.append({dirty || m_campaign.id == 0 ? State::Now : State::Done, tr("Edit"), plans});
    steps.append(trial(Trial::DryRun, tr("Dry run")));
    steps.append(trial(Trial::Rehearsal, tr("Rehearsal")));
    StepView impact{State::Ahead, tr("Impact"), tr("not yet")};
    if (m_impact->isRunning())
        impact = {State::Now, tr("Impact"), tr("computing")};
    else if (const auto &sums = m_impact->impact())
        impact = {State::Done, tr("Impact"), twd(sums->total.after - sums->total.before, true)};
    steps.append(impact);
    const bool left = now != CampaignStatus::Draft && now != CampaignStatus::Withdrawn;
    steps.append({left                          ? State::Done
                  : dirty || m_campaign.id == 0 ? State::Ahead
                                                : State::Now,
                  tr("Submit"), left ? m_campaign.author : QString()});
    steps.append({isIn                               ? State::Done
                  : now == CampaignStatus::Submitted ? State::Now
                                                     : State::Ahead,
                  tr("Approve"),
                  isIn ? QStringLiteral("%1 · %2").arg(m_campaign.approver,
                                                       ui::shortTime(*m_campaign.approvedAt, m_context.now()))
                       : QString()});
    const bool published = now == CampaignStatus::Published || now == CampaignStatus::RolledBack;
    steps.append({published                          ? State::Done
                  : now == CampaignStatus::Scheduled ? State::Now
                                                     : State::Ahead,
                  tr("Publish"), ui::dateAndTime(edited().publishAt).mid(5).chopped(3)});
    steps.append(
        {now == CampaignStatus::RolledBack ? State::Failed : State::Off, tr("Roll back"),
         now == CampaignStatus::RolledBack ? ui::shortTime(m_campaign.changedAt, m_context.now()) : QString()});
    m_steps->setSteps(steps);
}

void CampaignDesk::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CampaignDesk::retranslate() {
    m_back->setText(tr("‹ All price changes"));
    m_delete->setText(tr("Delete"));
    m_save->setText(tr("Save"));
    const QString verbs[] = {tr("Submit…"), tr("Approve…"), tr("Reject…"), tr("Withdraw…"), tr("Roll back…")};
    for (int i = 0; i < 5; ++i)
        m_buttons[i]->setText(verbs[i]);
    const QString labels[] = {tr("Name"), tr("Publish at"), tr("Note"), tr("Reason for an emergency")};
    QWidget *const inputs[] = {m_name, m_publishAt, m_note, m_reason};
    for (int i = 0; i < 4; ++i) {
        m_labels[i]->setText(labels[i]);
        inputs[i]->setAccessibleName(labels[i]);
    }
    m_reason->setToolTip(tr("Only where the change is to be published sooner than the lead time allows."));
    m_tabs->setTabText(SheetTab, tr("Prices"));
    m_tabs->setTabText(TrialTab, tr("Trials"));
    m_tabs->setTabText(ImpactTab, tr("Impact"));
    m_steps->setAccessibleName(tr("Steps of the price change"));
    follow();
}

} // namespace wemo::pages::campaigns
