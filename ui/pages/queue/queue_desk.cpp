#include "ui/pages/queue/queue_desk.h"

#include "ui/pages/queue/action_forms.h"
#include "ui/pages/queue/queue_text.h"

#include <QPointer>

namespace wemo::pages::queue {

using wemo::queue::ChangeOutcome;
using wemo::queue::JobSelection;
using wemo::queue::QueueFault;
using wemo::queue::QueueSummary;

/// A change that takes as many requests as there are jobs for, and what became of it so far.
struct QueueDesk::Work {
    QString queue;
    JobVerb verb;
    JobSelection jobs;
    qint64 value;
    ChangeOutcome sum = {};
    QStringList tokens = {};
};

QueueDesk::QueueDesk(QueueSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {}

void QueueDesk::change(const QString &queue, JobVerb verb, const JobSelection &jobs, qint64 value) {
    Q_EMIT begun();
    go(std::make_shared<Work>(Work{queue, verb, jobs, value}));
}

void QueueDesk::go(const std::shared_ptr<Work> &work) {
    m_source.change(work->queue, work->verb, work->jobs, work->value)
        .then(this, [this, work](const ui::ApiResult<ChangeOutcome> &outcome) {
            if (!outcome) {
                if (work->sum.done > 0)
                    finish(*work); // what was done by then is told all the same
                return Q_EMIT failed(outcome.error());
            }
            work->sum.done += outcome->done;
            work->sum.refused += outcome->refused;
            work->sum.refusedTotal += std::max<qint64>(outcome->refusedTotal, outcome->refused.size());
            if (!outcome->undo.isEmpty())
                work->tokens.append(outcome->undo);
            if (work->jobs.match && outcome->more && outcome->done > 0)
                return go(work);
            finish(*work);
        });
}

QString QueueDesk::doneText(JobVerb verb, int count) {
    switch (verb) {
    case JobVerb::Replay:
        return tr("%n job(s) will run again", nullptr, count);
    case JobVerb::Promote:
        return tr("%n job(s) promoted", nullptr, count);
    case JobVerb::Remove:
        return tr("%n job(s) removed", nullptr, count);
    case JobVerb::Delay:
    case JobVerb::Priority:
        return tr("%n job(s) changed", nullptr, count);
    }
    return {};
}

void QueueDesk::finish(const Work &work) {
    const int count = static_cast<int>(std::min<qint64>(work.sum.done, std::numeric_limits<int>::max()));
    const QString text = doneText(work.verb, count);
    if (!work.tokens.isEmpty()) {
        // The toast outlives the page.
        const QPointer<QueueDesk> desk(this);
        Q_EMIT undoOffered(text, [desk, queue = work.queue, tokens = work.tokens] {
            if (desk)
                desk->undo(queue, tokens);
        });
    } else if (count > 0) {
        Q_EMIT noticed(text);
    }
    if (const QString left = refusalSummary(work.sum); !left.isEmpty())
        Q_EMIT refused(left);
    Q_EMIT done();
}

void QueueDesk::undo(const QString &queue, const QStringList &tokens) {
    Q_EMIT begun();
    for (const QString &token : tokens)
        m_source.undo(queue, token).then(this, [this](const ui::ApiResult<qint64> &count) {
            if (!count)
                return Q_EMIT failed(count.error());
            Q_EMIT noticed(tr("%n job(s) as before", nullptr, static_cast<int>(*count)));
            Q_EMIT done();
        });
}

void QueueDesk::setPaused(const QString &queue, bool paused) {
    Q_EMIT begun();
    m_source.setPaused(queue, paused).then(this, [this](const ui::ApiResult<QueueSummary> &now) {
        if (!now)
            return Q_EMIT failed(now.error());
        Q_EMIT queueChanged(*now);
        tellPaused(*now);
    });
}

void QueueDesk::tellPaused(const QueueSummary &queue) {
    const QPointer<QueueDesk> desk(this);
    const QString title = queueTitle(queue.name);
    Q_EMIT undoOffered(queue.paused ? tr("%1 paused").arg(title) : tr("%1 resumed").arg(title),
                       [desk, name = queue.name, paused = queue.paused] {
                           if (desk)
                               desk->setPaused(name, !paused);
                       });
}

void QueueDesk::apply(const QString &queue, const QString &formId, const QVariantMap &values) {
    Q_EMIT begun();
    if (formId == u"drain") {
        drain(queue, values.value(field::delayed).toBool(), 0);
    } else if (formId == u"clean") {
        clean(queue, values, 0);
    } else {
        applySettings(queue, formId, values);
    }
}

void QueueDesk::applySettings(const QString &queue, const QString &formId, const QVariantMap &values) {
    const bool limited = values.value(field::limited).toBool();
    if (formId == u"limit") {
        const auto rate = limited ? std::optional(values.value(field::perSecond).toDouble()) : std::nullopt;
        m_source.setLimit(queue, rate, values.value(field::burst).toInt())
            .then(this, [this](const ui::ApiResult<QueueSummary> &now) { onSettings(now, tr("Limit changed")); });
    } else if (formId == u"concurrency") {
        const auto value = limited ? std::optional(values.value(field::value).toInt()) : std::nullopt;
        m_source.setConcurrency(queue, value).then(this, [this](const ui::ApiResult<QueueSummary> &now) {
            onSettings(now, tr("Concurrency changed"));
        });
    }
}

void QueueDesk::drain(const QString &queue, bool delayedToo, qint64 before) {
    m_source.drain(queue, delayedToo)
        .then(this, [this, queue, delayedToo, before](const ui::ApiResult<Removal> &removal) {
            if (!removal)
                return Q_EMIT failed(removal.error());
            const qint64 sum = before + removal->removed;
            if (removal->more && removal->removed > 0)
                return drain(queue, delayedToo, sum);
            tellRemoved(sum);
        });
}

void QueueDesk::clean(const QString &queue, const QVariantMap &values, qint64 before) {
    const auto state = wemo::queue::jobStateFromString(values.value(field::state).toString());
    const qint64 left = values.value(field::most).toLongLong() - before;
    m_source
        .clean(queue, state.value_or(wemo::queue::JobState::Completed),
               Milliseconds(values.value(field::olderThan).toLongLong()), static_cast<int>(left))
        .then(this, [this, queue, values, before, left](const ui::ApiResult<Removal> &removal) {
            if (!removal)
                return Q_EMIT failed(removal.error());
            if (removal->more && removal->removed > 0 && removal->removed < left)
                return clean(queue, values, before + removal->removed);
            tellRemoved(before + removal->removed);
        });
}

void QueueDesk::tellRemoved(qint64 count) {
    Q_EMIT noticed(tr("%n job(s) removed", nullptr, static_cast<int>(count)));
    Q_EMIT done();
}

void QueueDesk::onSettings(const ui::ApiResult<QueueSummary> &queue, const QString &text) {
    if (!queue)
        return Q_EMIT failed(queue.error());
    Q_EMIT queueChanged(*queue);
    Q_EMIT noticed(text);
    Q_EMIT done();
}

void QueueDesk::check(const QString &queue) {
    m_source.check(queue).then(this, [this](const ui::ApiResult<QList<QueueFault>> &faults) {
        if (!faults)
            return Q_EMIT failed(faults.error());
        Q_EMIT checked(*faults);
    });
}

} // namespace wemo::pages::queue
