#include "ui/pages/timeline/history_tab.h"

#include "ui/pages/pricing/pricing_text.h"
#include "ui/pages/timeline/interval_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/timeline.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace wemo::pages::timeline {

using ui::Tone;

namespace {
Tone toneOf(const QString &action) {
    if (action.endsWith(u"approve"))
        return Tone::Success;
    if (action.endsWith(u"rollback") || action.endsWith(u"retire"))
        return Tone::Danger;
    if (action.endsWith(u"withdraw") || action.endsWith(u"reject") || action.endsWith(u"delete"))
        return Tone::Warning;
    return Tone::Neutral;
}

ui::TimelineStep stepOf(const pricing::HistoryEntry &entry) {
    ui::TimelineStep step;
    step.at = entry.at;
    step.tone = toneOf(entry.action);
    step.word = actionWord(entry.action);
    step.source = entry.actor;
    step.code = ui::toTaipei(entry.at).toString(QStringLiteral("yyyy/MM/dd"));
    QStringList says;
    if (const Result<Instant> from = fromIso(entry.detail.value(QStringLiteral("from")).toString())) {
        const Result<Instant> to = fromIso(entry.detail.value(QStringLiteral("to")).toString());
        says.append(pricing::spanText(*from, to ? std::optional(*to) : std::nullopt));
    }
    if (const QString note = entry.detail.value(QStringLiteral("note")).toString(); !note.isEmpty())
        says.append(note);
    step.reason = says.join(u'\n');
    return step;
}
} // namespace

HistoryTab::HistoryTab(pricing::PricingSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_bar(new ui::MessageBar(this))
    , m_empty(new QLabel(this))
    , m_steps(new ui::Timeline(this)) {
    setObjectName(QStringLiteral("historyTab"));
    m_steps->setObjectName(QStringLiteral("planHistory"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    column->addWidget(m_empty);
    column->addWidget(m_steps);
    connect(m_bar, &ui::MessageBar::retryRequested, this, [this] { show(m_plan); });
    fill();
}

void HistoryTab::show(Id plan) {
    if (plan != m_plan) {
        m_entries.clear();
        fill();
    }
    m_plan = plan;
    const int epoch = ++m_epoch;
    if (plan == 0)
        return;
    m_source.history(plan).then(this, [this, epoch](const ui::ApiResult<QList<pricing::HistoryEntry>> &entries) {
        if (epoch != m_epoch)
            return;
        if (!entries)
            return m_bar->showError(entries.error());
        m_bar->clear();
        m_entries = *entries;
        fill();
    });
}

void HistoryTab::fill() {
    QList<ui::TimelineStep> steps;
    for (const pricing::HistoryEntry &entry : std::as_const(m_entries))
        steps.append(stepOf(entry));
    m_steps->setSteps(steps);
    m_empty->setText(tr("Nothing was done to this plan yet."));
    m_empty->setVisible(steps.isEmpty());
}

void HistoryTab::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace wemo::pages::timeline
