#include "ui/pages/queue/queue_facts.h"

#include "ui/pages/queue/job_cells.h"
#include "ui/pages/queue/painted_button.h"
#include "ui/pages/queue/queue_text.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QMenu>

namespace wemo::pages::queue {

using wemo::queue::QueueSummary;

namespace {
constexpr int roomForAll = 720;
const QString none = QStringLiteral("–");
} // namespace

QueueFacts::QueueFacts(std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_waiting(new FactCell(this))
    , m_active(new FactCell(this))
    , m_workers(new FactCell(this))
    , m_limit(new FactCell(this))
    , m_concurrency(new FactCell(this)) {
    setObjectName(QStringLiteral("queueFacts"));
    m_waiting->setObjectName(QStringLiteral("factWaiting"));
    m_active->setObjectName(QStringLiteral("factActive"));
    m_workers->setObjectName(QStringLiteral("factWorkers"));
    m_limit->setObjectName(QStringLiteral("factLimit"));
    m_concurrency->setObjectName(QStringLiteral("factConcurrency"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    connect(m_waiting, &FactCell::clicked, this, [this] {
        if (m_queue && m_queue->oldestWaiting)
            Q_EMIT jobRequested(m_queue->oldestWaiting->id);
    });
    connect(m_active, &FactCell::clicked, this, [this] {
        if (m_queue && m_queue->oldestActive)
            Q_EMIT jobRequested(m_queue->oldestActive->id);
    });
    connect(m_workers, &FactCell::clicked, this, &QueueFacts::listWorkers);
}

void QueueFacts::setQueue(const QueueSummary &queue) {
    m_queue = queue;
    show(queue);
}

void QueueFacts::setStale(bool stale) {
    for (FactCell *cell : {m_waiting, m_active, m_workers, m_limit, m_concurrency})
        cell->setStale(stale);
}

void QueueFacts::show(const QueueSummary &queue) {
    showJobs(queue);
    showWorkers(queue);
    const auto &limit = queue.limit;
    m_limit->setFact(limit ? tr("Limit %1").arg(rateText(limit->perSecond)) : tr("Limit"),
                     limit ? limitText(*limit) : tr("none"));
    m_limit->setFill(limit ? std::optional(1 - limit->fill) : std::nullopt);
    m_concurrency->setFact(tr("Concurrency"),
                           queue.concurrency ? tr("at most %1").arg(*queue.concurrency) : tr("no limit"),
                           tr("How many jobs all workers together may run at once"));
}

void QueueFacts::showJobs(const QueueSummary &queue) {
    const Instant now = queue.at; // by the queue's own clock
    const auto age = [now](Instant since) { return ui::durationText(std::max(Milliseconds(0), now - since)); };
    const auto &waiting = queue.oldestWaiting;
    m_waiting->setFact(tr("Oldest waiting"), waiting ? age(waiting->since) : none,
                       waiting ? tr("Open job %1").arg(waiting->id) : QString());
    m_waiting->setEnabled(waiting.has_value());
    const auto &active = queue.oldestActive;
    m_active->setFact(tr("Oldest active"),
                      active ? QStringLiteral("%1  ·  %2").arg(age(active->since), lockText(active->lock)) : none,
                      active ? tr("Open job %1").arg(active->id) : QString());
    m_active->setEnabled(active.has_value());
}

void QueueFacts::showWorkers(const QueueSummary &queue) {
    QStringList names;
    for (const wemo::queue::WorkerSummary &worker : queue.workers)
        names.append(QStringLiteral("%1  %2").arg(worker.name, worker.address));
    m_workers->setFact(tr("Workers"), QLocale().toString(queue.workers.size()), names.join(u'\n'));
    m_workers->setEnabled(!names.isEmpty());
}

void QueueFacts::listWorkers() {
    if (!m_queue)
        return;
    QMenu menu;
    menu.setObjectName(QStringLiteral("workerMenu"));
    for (const wemo::queue::WorkerSummary &worker : std::as_const(m_queue->workers))
        menu.addAction(tr("%1 at %2, since %3, idle for %4")
                           .arg(worker.name.isEmpty() ? tr("unnamed") : worker.name, worker.address,
                                ui::shortTime(worker.since, m_now()), ui::durationText(worker.idle)));
    menu.exec(m_workers->mapToGlobal(QPoint(0, m_workers->height())));
}

/// In one row where there is room, else in two.
void QueueFacts::arrange() {
    const bool wide = width() >= roomForAll;
    if (m_wide == wide)
        return;
    m_wide = wide;
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(m_waiting, 0, 0);
    grid->addWidget(m_active, 0, 1);
    grid->addWidget(m_workers, 0, 2);
    grid->addWidget(m_limit, wide ? 0 : 1, wide ? 3 : 0, 1, wide ? 1 : 2);
    grid->addWidget(m_concurrency, wide ? 0 : 1, wide ? 4 : 2);
    const int wideShares[] = {3, 5, 2, 6, 3};
    const int narrowShares[] = {3, 5, 3, 0, 0};
    for (int column = 0; column < 5; ++column)
        grid->setColumnStretch(column, wide ? wideShares[column] : narrowShares[column]);
}

void QueueFacts::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void QueueFacts::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_queue)
        show(*m_queue);
}

} // namespace wemo::pages::queue
