#include "ui/pages/timeline/interval_tab.h"

#include "ui/pages/pricing/pricing_text.h"
#include "ui/pages/timeline/interval_text.h"
#include "ui/pages/timeline/steps_strip.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::timeline {

using namespace wemo::pricing;
using pricing::IntervalVerb;

IntervalTab::IntervalTab(TimelineDesk &desk, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("intervalTab"));
    build();
    fill();
}

QPushButton *IntervalTab::addButton(const char *name) {
    auto *button = new QPushButton(m_buttons);
    button->setObjectName(QLatin1StringView(name));
    return button;
}

QLineEdit *IntervalTab::addField(const char *name, QLabel *&label) {
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1StringView(name));
    label = new QLabel(this);
    label->setWordWrap(true);
    label->setBuddy(field);
    m_column->addWidget(label);
    m_column->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, &IntervalTab::followInputs);
    return field;
}

void IntervalTab::build() {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_steps = new StepsStrip(this);
    m_column->addWidget(m_steps);
    m_ask = new QWidget(this);
    m_ask->setObjectName(QStringLiteral("rollbackAsk"));
    auto *ask = new QGridLayout(m_ask);
    ask->setContentsMargins(0, 0, 0, 8);
    ask->setColumnStretch(2, 1);
    m_askText = new QLabel(m_ask);
    m_askText->setObjectName(QStringLiteral("rollbackText"));
    m_askText->setWordWrap(true);
    m_askYes = new QPushButton(m_ask);
    m_askYes->setObjectName(QStringLiteral("rollbackYes"));
    m_askYes->setAutoDefault(true);
    ui::setUiProperty(m_askYes, "ui", QStringLiteral("danger"));
    m_askNo = new QPushButton(m_ask);
    m_askNo->setObjectName(QStringLiteral("rollbackNo"));
    ask->addWidget(m_askText, 0, 0, 1, 3);
    ask->addWidget(m_askYes, 1, 0);
    ask->addWidget(m_askNo, 1, 1);
    m_ask->hide();
    m_column->addWidget(m_ask);
    m_problems = new QLabel(this);
    m_problems->setObjectName(QStringLiteral("intervalProblems"));
    m_problems->setWordWrap(true);
    m_column->addWidget(m_problems);
    m_gap = addField("gapConfirmation", m_gapLabel);
    m_reason = addField("emergencyReason", m_reasonLabel);
    m_note = addField("actNote", m_noteLabel);
    m_why = new QLabel(this);
    m_why->setObjectName(QStringLiteral("whyNotApprove"));
    m_why->setWordWrap(true);
    ui::setUiProperty(m_why, "ui", QStringLiteral("muted"));
    m_column->addWidget(m_why);
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(8);
    m_submit = addButton("submitDraft");
    m_approve = addButton("approveInterval");
    m_reject = addButton("rejectInterval");
    m_edit = addButton("editDraft");
    m_withdraw = addButton("withdrawInterval");
    m_remove = addButton("deleteDraft");
    m_rollback = addButton("rollbackInterval");
    ui::setUiProperty(m_submit, "ui", QStringLiteral("primary"));
    ui::setUiProperty(m_approve, "ui", QStringLiteral("primary"));
    for (QPushButton *button : {m_submit, m_approve, m_reject, m_edit, m_withdraw, m_remove, m_rollback})
        row->addWidget(button);
    row->addStretch();
    m_column->addWidget(m_buttons);
    m_facts = new ui::KeyValueList(this);
    m_column->addWidget(m_facts);
    connect(m_submit, &QPushButton::clicked, this, [this] { act(IntervalVerb::Submit); });
    connect(m_approve, &QPushButton::clicked, this, [this] { act(IntervalVerb::Approve); });
    connect(m_reject, &QPushButton::clicked, this, [this] { act(IntervalVerb::Reject); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { act(IntervalVerb::Withdraw); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_desk.deleteDraft(m_interval); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_interval); });
    connect(m_rollback, &QPushButton::clicked, this, &IntervalTab::askRollback);
    connect(m_askYes, &QPushButton::clicked, this, [this] { act(IntervalVerb::Rollback); });
    connect(m_askNo, &QPushButton::clicked, this, &IntervalTab::stopAsking);
}

void IntervalTab::show(Id interval, const Reader &reader) {
    if (interval != m_interval) {
        for (QLineEdit *field : {m_gap, m_reason, m_note})
            field->clear();
        m_facts->clear();
        stopAsking();
    }
    m_interval = interval;
    m_reader = reader;
    fill();
}

void IntervalTab::fill() {
    const Interval *interval = m_desk.interval(m_interval);
    setEnabled(interval != nullptr);
    m_buttons->setVisible(interval != nullptr && !isAsking());
    const Interval shown = interval ? *interval : Interval();
    const QList<Interval> timeline = m_desk.intervalsOf(shown.planId);
    m_offer = interval ? offerFor(shown, timeline, m_reader, m_now()) : IntervalOffer();
    m_steps->setStatus(statusOf(shown, m_now()));
    QStringList problems;
    for (const TimelineProblem &problem : std::as_const(m_offer.problems))
        problems.append(QStringLiteral("⚠ ") + problemText(problem, timeline));
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    const bool acts = m_offer.submit || m_offer.approve;
    m_gap->setVisible(acts && m_offer.asksGap);
    m_gapLabel->setVisible(acts && m_offer.asksGap);
    m_reason->setVisible(acts && m_offer.asksEmergency);
    m_reasonLabel->setVisible(acts && m_offer.asksEmergency);
    m_note->setVisible(m_offer.reject);
    m_noteLabel->setVisible(m_offer.reject);
    m_why->setText(m_offer.whyNotApprove);
    m_why->setVisible(!m_offer.whyNotApprove.isEmpty());
    m_submit->setVisible(m_offer.submit);
    m_approve->setVisible(m_offer.approve);
    m_reject->setVisible(m_offer.reject);
    m_edit->setVisible(m_offer.edit);
    m_withdraw->setVisible(m_offer.withdraw && !m_offer.remove && !m_offer.rollback);
    m_remove->setVisible(m_offer.remove);
    m_rollback->setVisible(m_offer.rollback);
    m_gapLabel->setText(tr("Nothing is in force for a while. Type GAP or 空窗 to confirm:"));
    m_reasonLabel->setText(tr("It begins within the lead time. Why is it an emergency?"));
    m_noteLabel->setText(tr("Note (needed to send it back):"));
    m_gap->setAccessibleName(m_gapLabel->text());
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_note->setAccessibleName(m_noteLabel->text());
    m_submit->setText(tr("Submit"));
    m_approve->setText(tr("Approve"));
    m_reject->setText(tr("Send back"));
    m_edit->setText(tr("Edit draft"));
    m_withdraw->setText(tr("Withdraw"));
    m_remove->setText(tr("Delete draft"));
    m_rollback->setText(tr("Roll back …"));
    m_askYes->setText(tr("Roll back"));
    m_askNo->setText(tr("Cancel"));
    if (interval)
        fillFacts(shown);
    followInputs();
}

void IntervalTab::fillFacts(const Interval &interval) {
    const ConfigRecord *config = m_desk.config(interval.configId);
    const Plan *plan = m_desk.plan(interval.planId);
    if (plan) {
        m_facts->set(QStringLiteral("plan"), tr("Plan"), plan->code, ui::KeyValueList::ValueKind::Monospace);
        m_facts->set(QStringLiteral("applies"), tr("Applies to"), m_desk.names().appliesTo(*plan));
    }
    m_facts->set(QStringLiteral("config"), tr("Config"), config ? tr("Version %1").arg(config->version) : QString());
    m_facts->set(QStringLiteral("from"), tr("From"), minuteText(interval.from));
    m_facts->set(QStringLiteral("to"), tr("To"), interval.to ? minuteText(*interval.to) : tr("no end"));
    m_facts->set(QStringLiteral("author"), tr("Author"), interval.author);
    m_facts->set(QStringLiteral("approver"), tr("Approved by"),
                 interval.approvedAt ? QStringLiteral("%1, %2").arg(interval.approver, minuteText(*interval.approvedAt))
                                     : QString());
    const Interval *taken = m_desk.interval(interval.rollbackOf);
    // What is not there takes no room.
    const auto setIfAny = [this](const char *key, const QString &name, const QString &value) {
        if (!value.isEmpty() || !m_facts->value(QLatin1StringView(key)).isEmpty())
            m_facts->set(QLatin1StringView(key), name, value);
    };
    setIfAny("note", tr("Note"), interval.note);
    setIfAny("emergency", tr("Emergency"), interval.emergencyReason);
    setIfAny("gap", tr("Gap"), interval.isGapConfirmed ? tr("confirmed") : QString());
    setIfAny("rollback", tr("Takes back"), taken ? pricing::spanText(taken->from, taken->to) : QString());
}

/// A button that would only be refused is off.
void IntervalTab::followInputs() {
    const QString gap = m_gap->text().trimmed();
    const bool gapFine = !m_offer.asksGap || gap.compare(QLatin1StringView("gap"), Qt::CaseInsensitive) == 0 ||
                         gap == QStringLiteral("空窗");
    const bool reasonFine = !m_offer.asksEmergency || !m_reason->text().trimmed().isEmpty();
    const bool fine = gapFine && reasonFine && !m_offer.isBlocked && !m_desk.isBusy();
    m_submit->setEnabled(fine);
    m_approve->setEnabled(fine);
    m_reject->setEnabled(!m_note->text().trimmed().isEmpty() && !m_desk.isBusy());
}

void IntervalTab::setBusy(bool busy) {
    for (QPushButton *button : {m_edit, m_withdraw, m_remove, m_rollback, m_askYes})
        button->setEnabled(!busy);
    followInputs();
}

void IntervalTab::act(IntervalVerb verb) {
    m_desk.act(m_interval, verb, {0, m_gap->text().trimmed(), m_reason->text().trimmed(), m_note->text().trimmed()});
}

void IntervalTab::askRollback() {
    const Interval *interval = m_desk.interval(m_interval);
    if (!interval || !m_offer.rollback)
        return;
    const auto versionOf = [this](Id id) {
        const ConfigRecord *config = m_desk.config(id);
        return config ? config->version : 0;
    };
    const RollbackPreview preview =
        previewRollback(*interval, m_desk.intervalsOf(interval->planId), m_now(), versionOf);
    m_askText->setText(preview.text);
    m_askYes->setVisible(preview.isPossible);
    m_ask->show();
    m_buttons->hide();
    (preview.isPossible ? m_askYes : m_askNo)->setFocus(Qt::OtherFocusReason);
}

bool IntervalTab::isAsking() const {
    return !m_ask->isHidden();
}
void IntervalTab::stopAsking() {
    m_ask->hide();
    m_buttons->setVisible(m_desk.interval(m_interval) != nullptr);
}

void IntervalTab::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        stopAsking();
        fill();
    }
}

} // namespace wemo::pages::timeline
