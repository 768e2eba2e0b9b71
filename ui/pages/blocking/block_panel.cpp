#include "ui/pages/blocking/block_panel.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/history_steps.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/timeline.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using Kind = ui::KeyValueList::ValueKind;

namespace {
constexpr int newest = 8;
} // namespace

BlockPanel::BlockPanel(BlockingSource &source, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("blockPanel"));
    build();
    retranslate();
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &BlockPanel::closeRequested);
    connect(m_error, &ui::MessageBar::retryRequested, this, &BlockPanel::reload);
    connect(m_history, &QPushButton::clicked, this, [this] {
        if (m_block)
            Q_EMIT historyRequested(m_block->subject.kind, m_block->subject.id);
    });
}

void BlockPanel::build() {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_panel = new ui::DetailPanel(this);
    outer->addWidget(m_panel);
    m_pill = new ui::StatusPill;
    m_panel->setTitleWidget(m_pill);
    m_panel->addSection({}, buildWhy());
    m_facts = new ui::KeyValueList;
    m_factsHeading = m_panel->addSection(tr("Facts"), m_facts);
    auto *history = new QWidget;
    auto *column = new QVBoxLayout(history);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_error = new ui::MessageBar(history);
    m_error->setObjectName(QStringLiteral("blockHistoryError"));
    m_timeline = new ui::Timeline(history);
    m_history = new QPushButton(history);
    m_history->setObjectName(QStringLiteral("openHistory"));
    m_history->setProperty("ui", "small");
    column->addWidget(m_error);
    column->addWidget(m_timeline);
    column->addWidget(m_history, 0, Qt::AlignLeft);
    m_timelineHeading = m_panel->addSection(tr("Newest history"), history);
    m_panel->addStretch();
}

QWidget *BlockPanel::buildWhy() {
    m_why = new QFrame;
    m_why->setObjectName(QStringLiteral("blockWhy"));
    auto *column = new QVBoxLayout(m_why);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    m_cause = new QLabel(m_why);
    m_cause->setObjectName(QStringLiteral("blockCause"));
    m_cause->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    m_rule = new QLabel(m_why);
    m_rule->setObjectName(QStringLiteral("blockRule"));
    for (QLabel *label : {m_cause, m_rule}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    return m_why;
}

void BlockPanel::showBlock(const Block &block, const std::optional<PolicyRecord> &policy) {
    const bool same = m_block && m_block->key() == block.key();
    const bool changed = !same || *m_block != block;
    m_block = block;
    m_policy = policy;
    if (!same) {
        m_entries.clear();
        m_error->clear();
    }
    fill();
    if (changed)
        reload();
}

void BlockPanel::clear() {
    ++m_epoch;
    m_block.reset();
    m_entries.clear();
}

void BlockPanel::reload() {
    if (!m_block)
        return;
    m_source.history({m_block->subject.kind, {}, m_block->subject.id}, {}, newest)
        .then(this, [this, epoch = ++m_epoch](const ui::ApiResult<wemo::blocking::HistoryPage> &page) {
            if (epoch != m_epoch)
                return;
            if (!page)
                return m_error->showError(page.error());
            m_error->clear();
            m_entries = page->items.mid(0, newest);
            fill();
        });
}

void BlockPanel::tick() {
    if (m_block)
        m_facts->set(QStringLiteral("left"), tr("Still blocked"), leftText(m_block->until - m_now()));
}

void BlockPanel::fill() {
    if (!m_block)
        return;
    m_panel->setTitle(m_block->subject.masked);
    m_pill->setPill(modePill(m_block->mode));
    m_cause->setText(causeText(m_block->event));
    m_rule->setText(m_policy ? policySentence(m_policy->policy) : tr("The policy no longer exists."));
    m_why->setStyleSheet(QStringLiteral("QFrame#blockWhy { background: %1; border: none; border-radius: %2px; }")
                             .arg(ui::Tokens::current().toneTint(modePill(m_block->mode).tone).name())
                             .arg(ui::metrics::radius));
    fillFacts(*m_block);
    m_timeline->setSteps(historySteps(m_entries, m_now()));
    m_timeline->setVisible(!m_entries.isEmpty());
}

void BlockPanel::fillFacts(const Block &block) {
    const auto set = [this](const char *key, const QString &name, const QString &value, Kind kind = Kind::Text) {
        m_facts->set(QLatin1StringView(key), name, value, kind);
    };
    const QLocale locale;
    set("kind", tr("Kind"), kindWord(block.subject.kind));
    set("left", tr("Still blocked"), leftText(block.until - m_now()));
    set("until", tr("Until"), ui::dateAndTime(block.until));
    set("since", tr("Since"), ui::dateAndTime(block.since));
    set("refused", tr("Refused since"), locale.toString(block.refused));
    set("strikes", tr("Strikes"), locale.toString(block.strikes));
    set("policy", tr("Policy"), block.policyId, Kind::Monospace);
    set("request", tr("Request ID"), block.requestId, Kind::Monospace);
}

void BlockPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

void BlockPanel::retranslate() {
    m_factsHeading->setText(tr("Facts"));
    m_timelineHeading->setText(tr("Newest history"));
    m_history->setText(tr("Whole history"));
    m_history->setToolTip(tr("Everything that happened to this one, and what would happen now"));
    fill();
}

} // namespace wemo::pages::blocking
