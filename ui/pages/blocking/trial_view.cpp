#include "ui/pages/blocking/trial_view.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"

#include <QEvent>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using ui::Pill;
using ui::Tone;
using wemo::blocking::Mode;
using wemo::blocking::Trial;
using wemo::blocking::TrialVerdict;

namespace {
enum VerdictColumn { Says, Rule, Left, Wait };

Pill sayPill(const TrialVerdict &verdict) {
    if (verdict.allows)
        return {Tone::Success, Words::tr("Lets it through")};
    return verdict.mode == Mode::Observe ? Pill{Tone::Info, Words::tr("Would refuse")}
                                         : Pill{Tone::Danger, Words::tr("Refuses")};
}

ui::ListTable *makeTable(const char *name, QStandardItemModel *rows, QWidget *parent) {
    auto *table = new ui::ListTable(parent);
    table->setObjectName(QLatin1StringView(name));
    table->setModel(rows);
    table->horizontalHeader()->setSectionsMovable(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QStandardItem *cell(const QString &text, const QString &toolTip = {}) {
    auto *item = new QStandardItem(text);
    item->setToolTip(toolTip.isEmpty() ? text : toolTip);
    return item;
}

QStandardItem *pillCell(const ui::Pill &pill) {
    auto *item = cell(pill.word);
    item->setData(static_cast<int>(pill.tone), ui::StatusPillDelegate::toneRole);
    return item;
}

void fitHeight(ui::ListTable &table, qsizetype rows) {
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() +
                         ui::metrics::rowHeight * static_cast<int>(rows) + 4);
}
} // namespace

TrialView::TrialView(QWidget *parent)
    : QWidget(parent)
    , m_verdictRows(new QStandardItemModel(this))
    , m_banRows(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("trialView"));
    build();
    retranslate();
    connect(m_error, &ui::MessageBar::retryRequested, this, &TrialView::retryRequested);
    connect(m_bans, &ui::ListTable::opened, this, [this](const QModelIndex &index) {
        Q_EMIT banRequested(index.siblingAtColumn(0).data(Qt::UserRole).toString());
    });
}

void TrialView::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_error = new ui::MessageBar(this);
    m_error->setObjectName(QStringLiteral("trialError"));
    m_box = new QFrame(this);
    m_box->setObjectName(QStringLiteral("trialBox"));
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(12, 10, 12, 10);
    box->setSpacing(4);
    m_answer = new QLabel(m_box);
    m_answer->setObjectName(QStringLiteral("trialAnswer"));
    m_answer->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    m_outside = new QLabel(m_box);
    m_outside->setObjectName(QStringLiteral("trialOutside"));
    for (QLabel *label : {m_answer, m_outside}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        box->addWidget(label);
    }
    m_verdictsHeading = new QLabel(this);
    m_bansHeading = new QLabel(this);
    m_verdicts = makeTable("trialVerdicts", m_verdictRows, this);
    m_verdicts->setItemDelegateForColumn(Says, new ui::RowDelegate(ui::RowDelegate::Kind::Pill, m_verdicts));
    m_bans = makeTable("trialBans", m_banRows, this);
    for (QLabel *heading : {m_verdictsHeading, m_bansHeading})
        heading->setProperty("ui", "section");
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_error, m_box, m_bansHeading, m_bans, m_verdictsHeading, m_verdicts})
        column->addWidget(widget);
    column->addStretch();
}

void TrialView::setPolicies(const QList<PolicyRecord> &policies) {
    m_policies = policies;
    fill();
}

void TrialView::setBlocks(const QList<Block> &blocks) {
    m_blockedRequesters = static_cast<int>(std::count_if(blocks.cbegin(), blocks.cend(), [](const Block &block) {
        return block.subject.kind == u"pair" && block.mode == Mode::Enforce;
    }));
    fill();
}

void TrialView::showTrial(const Trial &trial) {
    m_error->clear();
    m_without.clear();
    m_trial = trial;
    fill();
}

void TrialView::showError(const ui::ApiError &error) {
    m_trial.reset();
    m_error->showError(error);
    fill();
}

void TrialView::showWithout(const QString &sentence) {
    m_error->clear();
    m_trial.reset();
    m_without = sentence;
    fill();
}

void TrialView::clear() {
    showWithout({});
}

QString TrialView::answer() const {
    if (!m_trial)
        return m_without;
    if (!m_trial->bans.isEmpty())
        return tr("It is on the ban list: it is always refused.");
    if (!m_trial->allowed)
        return tr("It would be refused now, for %1 still.").arg(leftText(m_trial->wait));
    if (m_blockedRequesters > 0)
        return tr("It would be let through, but %n requester(s) are blocked for it.", nullptr, m_blockedRequesters);
    return tr("It would be let through.");
}

void TrialView::fill() {
    const bool refused = m_trial && (!m_trial->allowed || !m_trial->bans.isEmpty());
    m_answer->setText(answer());
    m_box->setVisible(!m_answer->text().isEmpty());
    m_outside->setText(refused ? tr("Outside it is only told to try again later, whatever the cause.") : QString());
    m_outside->setVisible(refused);
    const Tone tone = refused                              ? Tone::Danger
                      : m_trial && m_blockedRequesters > 0 ? Tone::Warning
                      : m_trial                            ? Tone::Success
                                                           : Tone::Neutral;
    m_box->setStyleSheet(QStringLiteral("QFrame#trialBox { background: %1; border: none; border-radius: %2px; }")
                             .arg(ui::Tokens::current().toneTint(tone).name())
                             .arg(ui::metrics::radius));
    fillVerdicts();
    fillBans();
}

/// Short in the cell; the whole rule is its tool tip.
QStandardItem *TrialView::ruleCell(const TrialVerdict &verdict) const {
    for (const PolicyRecord &record : m_policies)
        if (record.policy.id == verdict.policyId)
            return cell(policyTitle(record.policy), QStringLiteral("%1\n%2\n%3")
                                                        .arg(verdict.policyId, policySentence(record.policy),
                                                             tr("Strikes: %1").arg(verdict.strikes)));
    return cell(verdict.policyId);
}

void TrialView::fillVerdicts() {
    const QList<TrialVerdict> verdicts = m_trial ? m_trial->verdicts : QList<TrialVerdict>();
    m_verdictRows->clear();
    m_verdictRows->setHorizontalHeaderLabels({tr("It says"), tr("Policy"), tr("Left"), tr("Wait")});
    for (const TrialVerdict &verdict : verdicts) {
        m_verdictRows->appendRow({pillCell(sayPill(verdict)), ruleCell(verdict), cell(QLocale().toString(verdict.left)),
                                  cell(verdict.wait.count() > 0 ? leftText(verdict.wait) : QStringLiteral("–"))});
    }
    m_verdicts->setColumnWidth(Says, 144);
    m_verdicts->setColumnWidth(Left, 72);
    m_verdicts->setColumnWidth(Wait, 104);
    m_verdicts->horizontalHeader()->setStretchLastSection(false);
    m_verdicts->horizontalHeader()->setSectionResizeMode(Rule, QHeaderView::Stretch);
    fitHeight(*m_verdicts, verdicts.size());
    m_verdicts->setVisible(!verdicts.isEmpty());
    m_verdictsHeading->setVisible(!verdicts.isEmpty());
}

void TrialView::fillBans() {
    const QList<Ban> bans = m_trial ? m_trial->bans : QList<Ban>();
    m_banRows->clear();
    m_banRows->setHorizontalHeaderLabels({tr("Ban"), tr("Catches"), tr("Reason")});
    for (const Ban &ban : bans) {
        QStandardItem *who = cell(ban.masked);
        who->setData(idToString(ban.id), Qt::UserRole);
        m_banRows->appendRow({who, cell(matchWord(ban.match)), cell(ban.reason)});
    }
    m_bans->setColumnWidth(0, 144);
    m_bans->setColumnWidth(1, 136);
    fitHeight(*m_bans, bans.size());
    m_bans->setVisible(!bans.isEmpty());
    m_bansHeading->setVisible(!bans.isEmpty());
}

void TrialView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

void TrialView::retranslate() {
    m_verdictsHeading->setText(tr("What each policy says"));
    m_bansHeading->setText(tr("Bans that catch it (Enter opens one)"));
    m_verdicts->setAccessibleName(tr("What each policy says"));
    m_bans->setAccessibleName(tr("Bans that catch it"));
    fill();
}

} // namespace wemo::pages::blocking
