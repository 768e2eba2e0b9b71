#include "ui/pages/campaigns/trial_panel.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/result_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr Trial trials[] = {Trial::DryRun, Trial::Rehearsal, Trial::RollbackRehearsal};
const char *const buttonNames[] = {"dryRun", "rehearse", "rehearseRollback"};
} // namespace

TrialPanel::TrialPanel(QWidget *parent)
    : QWidget(parent) {
    build();
    for (int i = 0; i < 3; ++i)
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] { Q_EMIT requested(trials[i]); });
    retranslate();
    reset();
}

void TrialPanel::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (int i = 0; i < 3; ++i) {
        m_buttons[i] = new QPushButton(this);
        m_buttons[i]->setObjectName(QLatin1StringView(buttonNames[i]));
        row->addWidget(m_buttons[i]);
    }
    m_hint = new QLabel(this);
    m_hint->setProperty("ui", "muted");
    m_hint->setWordWrap(true);
    row->addWidget(m_hint, 1);
    row->addStretch();
    column->addLayout(row);
    m_bar = new ui::MessageBar(this);
    m_bar->setObjectName(QStringLiteral("trialError"));
    column->addWidget(m_bar);
    auto *scroll = new QScrollArea(this);
    m_scroll = scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_shown = new QWidget;
    m_shown->setProperty("ui", "content");
    auto *inside = new QVBoxLayout(m_shown);
    inside->setContentsMargins(0, 8, 8, 16);
    inside->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_title = new QLabel(m_shown);
    m_title->setProperty("ui", "heading");
    m_title->setObjectName(QStringLiteral("trialTitle"));
    m_pill = new ui::StatusPill(m_shown);
    head->addWidget(m_title);
    head->addWidget(m_pill);
    head->addStretch(1);
    inside->addLayout(head);
    m_sentence = new QLabel(m_shown);
    m_sentence->setObjectName(QStringLiteral("trialSentence"));
    m_sentence->setWordWrap(true);
    inside->addWidget(m_sentence);
    m_problemsTitle = new QLabel(m_shown);
    m_problems = new ResultTable(QStringLiteral("trialProblems"), m_shown);
    m_samplesTitle = new QLabel(m_shown);
    m_samples = new ResultTable(QStringLiteral("trialSamples"), m_shown);
    for (const auto &[title, table] : {std::pair(m_problemsTitle, m_problems), std::pair(m_samplesTitle, m_samples)}) {
        title->setProperty("ui", "section");
        inside->addWidget(title);
        inside->addWidget(table);
    }
    inside->addStretch(1);
    scroll->setWidget(m_shown);
    column->addWidget(scroll, 1);
    column->addStretch(); // while there is no result
}

void TrialPanel::allow(bool tryOut, bool rollback) {
    m_buttons[0]->setVisible(tryOut);
    m_buttons[1]->setVisible(tryOut);
    m_buttons[2]->setVisible(rollback);
}

void TrialPanel::setBusy(std::optional<Trial> trial) {
    m_busy = trial;
    for (QPushButton *button : m_buttons)
        button->setEnabled(!trial);
    if (trial)
        m_bar->showMessage(ui::Tone::Info, tr("Trying it out …"));
    else
        m_bar->clear();
}

void TrialPanel::showResult(Trial trial, const TrialResult &result) {
    m_trial = trial;
    m_result = result;
    present();
}

void TrialPanel::showError(const ui::ApiError &error) {
    m_bar->showError(error, false);
}

void TrialPanel::reset() {
    m_trial.reset();
    setBusy(std::nullopt);
    present();
}

QString TrialPanel::sentence() const {
    const QLocale locale;
    const Rehearsal &done = m_result.rehearsal;
    const QString when =
        tr("%1, took %2").arg(ui::dateAndTime(m_result.at), ui::durationText(Milliseconds(done.durationMs)));
    if (m_trial == Trial::DryRun)
        return tr("%1 plans and %2 intervals looked at, nothing written. %3.")
            .arg(locale.toString(done.plans), locale.toString(done.intervals), when);
    if (!done.isRestored)
        return tr("After taking it back some prices were not as before. Do not go on; tell the technicians. %1.")
            .arg(when);
    return tr("%1 plans and %2 intervals written and taken back inside one transaction; afterwards every price was as "
              "before. %3.")
        .arg(locale.toString(done.plans), locale.toString(done.intervals), when);
}

void TrialPanel::present() {
    m_scroll->setVisible(m_trial.has_value());
    m_hint->setVisible(!m_trial);
    if (!m_trial)
        return;
    const QString titles[] = {tr("Dry run"), tr("Rehearsal"), tr("Rehearsal of the rollback")};
    m_title->setText(titles[static_cast<int>(*m_trial)]);
    const bool fine = m_result.rehearsal.isOk && m_result.rehearsal.isRestored;
    m_pill->setPill(fine ? ui::Pill{ui::Tone::Success, tr("Everything fits")}
                         : ui::Pill{ui::Tone::Danger, tr("Problems")});
    m_sentence->setText(sentence());
    showProblems();
    showSamples();
}

void TrialPanel::showProblems() {
    QList<QStringList> rows;
    for (const CampaignProblem &problem : std::as_const(m_result.rehearsal.problems)) {
        const ProblemText text = problemText(problem);
        rows.append({m_nameOf ? m_nameOf(problem.planId) : idToString(problem.planId),
                     problem.isFatal ? tr("In the way") : tr("To be known"), text.what, text.remedy});
    }
    m_problemsTitle->setVisible(!rows.isEmpty());
    m_problems->setVisible(!rows.isEmpty());
    m_problems->setRows({tr("Plan"), tr("Weight"), tr("What is wrong"), tr("What to do")}, rows, 4);
}

void TrialPanel::showSamples() {
    const bool after = m_trial != Trial::DryRun;
    QList<QStringList> rows;
    for (const SampleQuote &sample : std::as_const(m_result.rehearsal.samples)) {
        QStringList row{m_nameOf ? m_nameOf(sample.planId) : idToString(sample.planId), rideText(sample.ride),
                        twd(sample.before), twd(sample.during)};
        if (after)
            row.append(sample.after ? twd(*sample.after) : QStringLiteral("–"));
        row.append(twd(sample.during - sample.before, true));
        rows.append(row);
    }
    QStringList header{tr("Plan"), tr("Ride"), tr("Before"), tr("With the change")};
    if (after)
        header.append(tr("Taken back"));
    header.append(tr("Difference"));
    m_samplesTitle->setVisible(!rows.isEmpty());
    m_samples->setVisible(!rows.isEmpty());
    m_samples->setRows(header, rows, 2);
}

void TrialPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrialPanel::retranslate() {
    m_buttons[0]->setText(tr("Dry run"));
    m_buttons[1]->setText(tr("Rehearse"));
    m_buttons[2]->setText(tr("Rehearse the rollback"));
    m_hint->setText(
        tr("A dry run looks for problems and writes nothing. A rehearsal publishes and takes back inside one "
           "transaction that nobody sees."));
    m_problemsTitle->setText(tr("Problems by plan"));
    m_samplesTitle->setText(tr("Sample rides"));
    m_problems->setAccessibleName(m_problemsTitle->text());
    m_samples->setAccessibleName(m_samplesTitle->text());
    present();
}

} // namespace wemo::pages::campaigns
