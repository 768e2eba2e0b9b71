#include "ui/pages/campaigns/impact_panel.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/impact_histogram.h"
#include "ui/pages/campaigns/result_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr int pollMs = 250;
constexpr int figureCount = 6;
} // namespace

ImpactPanel::ImpactPanel(CampaignSource &source, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_now(std::move(now)) {
    build();
    m_timer.setSingleShot(true);
    m_timer.setInterval(pollMs);
    connect(&m_timer, &QTimer::timeout, this, &ImpactPanel::poll);
    connect(m_start, &QPushButton::clicked, this, &ImpactPanel::start);
    connect(m_cancel, &QPushButton::clicked, this, &ImpactPanel::cancel);
    connect(m_bar, &ui::MessageBar::retryRequested, this, &ImpactPanel::start);
    connect(m_part, &QComboBox::currentIndexChanged, this, &ImpactPanel::showParts);
    retranslate();
    showState();
}

void ImpactPanel::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildTop());
    m_progressRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_progressText = new QLabel(m_progressRow);
    m_progressText->setObjectName(QStringLiteral("impactProgressText"));
    m_progress = new QProgressBar(m_progressRow);
    m_progress->setObjectName(QStringLiteral("impactProgress"));
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(m_progressRow);
    m_cancel->setObjectName(QStringLiteral("impactCancel"));
    row->addWidget(m_progressText);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    column->addWidget(m_progressRow);
    m_bar = new ui::MessageBar(this);
    m_bar->setObjectName(QStringLiteral("impactBar"));
    column->addWidget(m_bar);
    auto *scroll = new QScrollArea(this);
    m_scroll = scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_result = buildResult();
    scroll->setWidget(m_result);
    column->addWidget(scroll, 1);
    column->addStretch(); // while there is no result
}

QWidget *ImpactPanel::buildTop() {
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_period = new QComboBox(top);
    m_period->setObjectName(QStringLiteral("impactPeriod"));
    for (const int days : {30, 90, 365})
        m_period->addItem(QString(), days);
    m_start = new QPushButton(top);
    m_start->setObjectName(QStringLiteral("impactStart"));
    m_hint = new QLabel(top);
    m_hint->setProperty("ui", "muted");
    m_hint->setWordWrap(true);
    row->addWidget(m_period);
    row->addWidget(m_start);
    row->addWidget(m_hint, 1);
    return top;
}

QWidget *ImpactPanel::buildResult() {
    auto *result = new QWidget;
    result->setProperty("ui", "content");
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 8, 8, 16);
    column->setSpacing(12);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(24);
    for (int i = 0; i < figureCount; ++i) {
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        m_figures.append(new QLabel(result));
        m_figures.last()->setProperty("ui", "heading");
        m_figures.last()->setObjectName(QStringLiteral("impactFigure%1").arg(i));
        m_figureNames.append(new QLabel(result));
        m_figureNames.last()->setProperty("ui", "small");
        cell->addWidget(m_figures.last());
        cell->addWidget(m_figureNames.last());
        figures->addLayout(cell);
    }
    figures->addStretch(1);
    column->addLayout(figures);
    m_histogram = new ImpactHistogram(result);
    column->addWidget(m_histogram);
    m_part = new QComboBox(result);
    m_part->setObjectName(QStringLiteral("impactPart"));
    for (int i = 0; i < 3; ++i)
        m_part->addItem(QString());
    column->addWidget(m_part, 0, Qt::AlignLeft);
    m_parts = new ResultTable(QStringLiteral("impactParts"), result);
    column->addWidget(m_parts);
    m_upTitle = new QLabel(result);
    m_downTitle = new QLabel(result);
    m_up = new ResultTable(QStringLiteral("impactUp"), result);
    m_down = new ResultTable(QStringLiteral("impactDown"), result);
    auto *movers = new QHBoxLayout;
    movers->setSpacing(24);
    for (const auto &[title, table] : {std::pair(m_upTitle, m_up), std::pair(m_downTitle, m_down)}) {
        title->setProperty("ui", "section");
        auto *side = new QVBoxLayout;
        side->addWidget(title);
        side->addWidget(table);
        side->addStretch(1);
        movers->addLayout(side, 1);
    }
    column->addLayout(movers);
    column->addStretch(1);
    return result;
}

void ImpactPanel::reset() {
    if (isRunning())
        cancel();
    m_impact.reset();
    m_isStale = false;
    m_bar->clear();
    showState();
}

void ImpactPanel::setStale() {
    if (!m_impact || m_isStale)
        return;
    m_isStale = true;
    m_bar->showMessage(ui::Tone::Warning, tr("Prices were changed after this was computed."), tr("Compute again"));
    Q_EMIT changed();
}

void ImpactPanel::start() {
    if (isRunning() || !m_question)
        return;
    ImpactQuestion question = m_question();
    if (question.campaignId == 0 && question.items.isEmpty())
        return m_bar->showMessage(ui::Tone::Info, tr("No price changes yet: edit the sheet first."));
    question.to = m_now();
    question.from = question.to - std::chrono::hours(24) * m_period->currentData().toInt();
    m_bar->clear();
    m_isAsking = true;
    showState();
    m_source.beginImpact(question).then(this, [this, life = ++m_life](const ui::ApiResult<Id> &task) {
        if (life != m_life) { // stopped before it had a name
            if (task)
                m_source.cancelImpact(*task);
            return;
        }
        m_isAsking = false;
        if (!task)
            return fail(task.error());
        m_task = *task;
        poll();
    });
}

void ImpactPanel::poll() {
    if (m_task == 0)
        return;
    m_source.impact(m_task).then(this, [this, life = m_life](const ui::ApiResult<ImpactProgress> &progress) {
        if (life != m_life)
            return;
        if (!progress)
            return fail(progress.error());
        onProgress(*progress);
    });
}

void ImpactPanel::onProgress(const ImpactProgress &progress) {
    const QLocale locale;
    switch (progress.state) {
    case ImpactProgress::State::Running:
        m_progress->setRange(0, static_cast<int>(std::min<qint64>(progress.total, 1'000'000'000)));
        m_progress->setValue(static_cast<int>(std::min<qint64>(progress.done, 1'000'000'000)));
        m_progressText->setText(
            progress.total == 0
                ? tr("Reading past rides")
                : tr("%1 of %2 rides").arg(locale.toString(progress.done), locale.toString(progress.total)));
        m_timer.start();
        return;
    case ImpactProgress::State::Done:
        m_impact = progress.impact;
        m_computedAt = m_now();
        m_isStale = false;
        m_bar->clear();
        break;
    case ImpactProgress::State::Canceled:
        m_bar->showMessage(ui::Tone::Info, tr("Stopped. Nothing was computed."));
        break;
    case ImpactProgress::State::Failed:
        m_bar->showMessage(ui::Tone::Danger, tr("It could not be computed: %1").arg(progress.detail), tr("Retry"));
        break;
    }
    stop();
}

void ImpactPanel::stop() {
    ++m_life;
    m_timer.stop();
    m_task = 0;
    m_isAsking = false;
    showState();
}

void ImpactPanel::fail(const ui::ApiError &error) {
    m_bar->showError(error);
    stop();
}

void ImpactPanel::cancel() {
    if (m_task != 0)
        m_source.cancelImpact(m_task);
    m_bar->showMessage(ui::Tone::Info, tr("Stopped. Nothing was computed."));
    stop();
}

void ImpactPanel::showState() {
    m_progressRow->setVisible(isRunning());
    m_start->setEnabled(!isRunning());
    if (isRunning() && m_task == 0) {
        m_progress->setRange(0, 0);
        m_progressText->setText(tr("Reading past rides"));
    }
    m_scroll->setVisible(m_impact.has_value());
    if (m_impact)
        showResult();
    Q_EMIT changed();
}

void ImpactPanel::showResult() {
    const ImpactSums &total = m_impact->total;
    const qint64 delta = total.after - total.before;
    const QString values[figureCount] = {tr("%1 (%2)").arg(twd(delta, true), share(delta, total.before)),
                                         twd(total.before),
                                         twd(total.after),
                                         share(total.more, total.rides),
                                         share(total.less, total.rides),
                                         QLocale().toString(total.rides)};
    for (int i = 0; i < figureCount; ++i)
        m_figures.at(i)->setText(values[i]);
    m_histogram->setImpact(*m_impact);
    const auto movers = [](const QList<ImpactMover> &list) {
        QList<QStringList> rows;
        for (const ImpactMover &mover : list)
            rows.append({idToString(mover.rideId), mover.plan, twd(mover.before), twd(mover.after),
                         twd(mover.after - mover.before, true)});
        return rows;
    };
    const QStringList header{tr("Ride"), tr("Plan"), tr("Before"), tr("After"), tr("Change")};
    m_up->setRows(header, movers(m_impact->up.mid(0, 10)), 2);
    m_down->setRows(header, movers(m_impact->down.mid(0, 10)), 2);
    showParts();
}

void ImpactPanel::showParts() {
    if (!m_impact)
        return;
    const QMap<QString, ImpactSums> *parts[] = {&m_impact->byPlan, &m_impact->byZone, &m_impact->byTier};
    const QMap<QString, ImpactSums> &map = *parts[std::max(0, m_part->currentIndex())];
    QList<QStringList> rows;
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        const ImpactSums &sums = it.value();
        rows.append({it.key().isEmpty() ? tr("(none)") : it.key(), QLocale().toString(sums.rides), twd(sums.before),
                     twd(sums.after), twd(sums.after - sums.before, true), share(sums.more, sums.rides),
                     share(sums.less, sums.rides)});
    }
    m_parts->setRows(
        {m_part->currentText(), tr("Rides"), tr("Before"), tr("After"), tr("Change"), tr("Pay more"), tr("Pay less")},
        rows, 1);
}

void ImpactPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImpactPanel::retranslate() {
    const QString periods[] = {tr("Last 30 days"), tr("Last 90 days"), tr("Last 365 days")};
    for (int i = 0; i < m_period->count(); ++i)
        m_period->setItemText(i, periods[i]);
    m_period->setAccessibleName(tr("Which past rides"));
    m_start->setText(tr("Compute impact"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress of the impact"));
    m_hint->setText(tr("Past rides are priced twice, as they were and with this change. Nothing is written."));
    const QString names[figureCount] = {tr("Change of revenue"),   tr("Revenue before"),      tr("Revenue after"),
                                        tr("Rides that pay more"), tr("Rides that pay less"), tr("Rides")};
    for (int i = 0; i < figureCount; ++i)
        m_figureNames.at(i)->setText(names[i]);
    const QString parts[] = {tr("Plan"), tr("Zone of pick-up"), tr("Tier")};
    for (int i = 0; i < m_part->count(); ++i)
        m_part->setItemText(i, parts[i]);
    m_part->setAccessibleName(tr("Parts by"));
    m_parts->setAccessibleName(tr("Impact by part"));
    m_upTitle->setText(tr("Biggest rises"));
    m_downTitle->setText(tr("Biggest falls"));
    m_up->setAccessibleName(m_upTitle->text());
    m_down->setAccessibleName(m_downTitle->text());
    showState();
}

} // namespace wemo::pages::campaigns
