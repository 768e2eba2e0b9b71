#include "ui/pages/campaigns/conflict_panel.h"

#include "models/pricing/sheet.h"
#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/result_table.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
Config configOf(const Campaign &campaign, const InForce &now) {
    for (const CampaignItem &item : campaign.items)
        if (item.planId == now.plan.id)
            return item.config;
    return *now.config.config;
}

QStringList keysOfAll(const QList<Config> &configs) {
    QStringList keys;
    for (const SheetColumn &column : sheetColumns(configs))
        keys.append(column.key);
    return keys;
}

/// Cells of `mine` that are not as they were loaded, over theirs. Where the stack then does not fit, mine as it is.
Config merged(const Config &loaded, const Config &theirs, const Config &mine) {
    if (mine == loaded)
        return theirs;
    Config result = theirs;
    for (const QString &key : keysOfAll({loaded, theirs, mine})) {
        const QString text = cellOf(mine, key);
        if (text == cellOf(loaded, key) || text == cellOf(result, key))
            continue;
        const Result<Config> next = withCell(result, key, text);
        if (!next)
            return mine;
        result = *next;
    }
    return checkCells(result).isEmpty() ? result : mine;
}
} // namespace

QList<ConflictRow> conflictRows(const QList<InForce> &inventory, const Campaign &loaded, const Campaign &theirs,
                                const Campaign &mine) {
    QList<ConflictRow> rows;
    for (const InForce &now : inventory) {
        if (!now.config.config)
            continue;
        const Config before = configOf(loaded, now);
        const Config other = configOf(theirs, now);
        const Config own = configOf(mine, now);
        if (before == other)
            continue;
        for (const QString &key : keysOfAll({before, other, own})) {
            const ConflictRow row{now.plan.code, key, cellOf(before, key), cellOf(other, key), cellOf(own, key)};
            if (row.loaded != row.theirs)
                rows.append(row);
        }
    }
    return rows;
}

QList<CampaignItem> mergedItems(const QList<InForce> &inventory, const Campaign &loaded, const Campaign &theirs,
                                const Campaign &mine) {
    QList<CampaignItem> items;
    for (const InForce &now : inventory) {
        if (!now.config.config)
            continue;
        const Config config = merged(configOf(loaded, now), configOf(theirs, now), configOf(mine, now));
        if (config != *now.config.config)
            items.append({now.plan.id, now.config.id, config});
    }
    return items;
}

ConflictPanel::ConflictPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_table(new ResultTable(QStringLiteral("conflictTable"), this))
    , m_merge(new QPushButton(this))
    , m_theirs(new QPushButton(this)) {
    setObjectName(QStringLiteral("conflictPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    m_text->setObjectName(QStringLiteral("conflictText"));
    m_text->setWordWrap(true);
    m_merge->setObjectName(QStringLiteral("conflictMerge"));
    m_merge->setProperty("ui", "primary");
    m_theirs->setObjectName(QStringLiteral("conflictTheirs"));
    row->addWidget(m_text, 1);
    row->addWidget(m_theirs);
    row->addWidget(m_merge);
    column->addLayout(row);
    column->addWidget(m_table);
    connect(m_merge, &QPushButton::clicked, this, &ConflictPanel::mergeRequested);
    connect(m_theirs, &QPushButton::clicked, this, &ConflictPanel::theirsRequested);
    retranslate();
    hide();
}

void ConflictPanel::showConflict(const QList<ConflictRow> &rows, const Campaign &theirs) {
    m_rows = rows;
    m_other = theirs.author;
    m_at = theirs.changedAt;
    retranslate();
    show();
}

void ConflictPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConflictPanel::retranslate() {
    m_text->setText(
        tr("Somebody else saved this price change at %1, after you had opened it. Yours is not saved yet and "
           "not lost.")
            .arg(ui::dateAndTime(m_at)));
    m_merge->setText(tr("Put mine over it"));
    m_merge->setToolTip(tr("Takes what the other changed; where you changed the same cell, yours counts."));
    m_theirs->setText(tr("Take theirs"));
    m_theirs->setToolTip(tr("Forgets your unsaved edits."));
    QList<QStringList> rows;
    for (const ConflictRow &row : std::as_const(m_rows))
        rows.append({row.plan, columnTitle(row.key), row.loaded, row.theirs, row.mine});
    m_table->setAccessibleName(tr("What the other changed"));
    m_table->setRows({tr("Plan"), tr("Cell"), tr("When you opened it"), tr("Theirs"), tr("Yours")}, rows, 2);
    m_table->setVisible(!rows.isEmpty());
}

} // namespace wemo::pages::campaigns
