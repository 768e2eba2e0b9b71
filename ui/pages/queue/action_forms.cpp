#include "ui/pages/queue/action_forms.h"

#include "ui/pages/queue/queue_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace wemo::pages::queue {

using wemo::queue::JobState;
using wemo::queue::QueueSummary;
using Kind = ActionField::Kind;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueueForms)
};

constexpr double longestDelay = 30.0 * 24 * 3600; ///< seconds
constexpr double lowestPriority = 2'097'151;      ///< BullMQ's
constexpr qint64 hour = 3'600'000;

QString figure(qint64 number) {
    return QLocale().toString(number);
}

/// "12 failed jobs", "all failed jobs with “0912”".
QString jobsOf(const JobTarget &target) {
    const QString state = stateWord(target.state).toLower();
    if (target.all && !target.search.isEmpty())
        return Words::tr("all %1 jobs with “%2”").arg(state, target.search);
    if (target.count == 1)
        return Words::tr("1 %1 job").arg(state);
    return Words::tr("%1 %2 jobs").arg(figure(target.count), state);
}

QString titleOf(JobVerb verb) {
    switch (verb) {
    case JobVerb::Replay:
        return Words::tr("Retry jobs");
    case JobVerb::Promote:
        return Words::tr("Promote jobs");
    case JobVerb::Remove:
        return Words::tr("Remove jobs");
    case JobVerb::Delay:
        return Words::tr("Change delay");
    case JobVerb::Priority:
        return Words::tr("Change priority");
    }
    return {};
}

QString sentenceOf(JobVerb verb) {
    switch (verb) {
    case JobVerb::Replay:
        return Words::tr("They go back to the end of the queue and get all their attempts again. A message that may "
                         "have been sent is not sent twice: such a job is left as it is.");
    case JobVerb::Promote:
        return Words::tr("They run now instead of when they are due.");
    case JobVerb::Remove:
        return Words::tr("They are taken out of the queue and will not run.");
    case JobVerb::Delay:
        return Words::tr("They become due that long from now.");
    case JobVerb::Priority:
        return Words::tr("0 is no priority: it goes before all others. From 1 on, the lower number runs first.");
    }
    return {};
}

QString verbOf(JobVerb verb, const QString &jobs) {
    switch (verb) {
    case JobVerb::Replay:
        return Words::tr("Retry %1").arg(jobs);
    case JobVerb::Promote:
        return Words::tr("Promote %1").arg(jobs);
    case JobVerb::Remove:
        return Words::tr("Remove %1").arg(jobs);
    case JobVerb::Delay:
    case JobVerb::Priority:
        break;
    }
    return Words::tr("Change %1").arg(jobs);
}

QList<QPair<QString, QVariant>> ages() {
    return {{Words::tr("of any age"), 0},
            {Words::tr("older than 1 hour"), hour},
            {Words::tr("older than 1 day"), 24 * hour},
            {Words::tr("older than 7 days"), 7 * 24 * hour}};
}
} // namespace

ActionForm jobForm(JobVerb verb, const JobTarget &target) {
    ActionForm form;
    form.id = QStringLiteral("jobs");
    form.title = titleOf(verb);
    form.target = target.jobId.isEmpty() ? target.queue.name : target.jobId;
    form.sentence = sentenceOf(verb);
    form.dangerous = verb == JobVerb::Remove;
    if (verb == JobVerb::Delay)
        form.fields = {{Kind::Whole, field::seconds, Words::tr("Due in"), 60, 0, longestDelay, Words::tr(" seconds")}};
    else if (verb == JobVerb::Priority)
        form.fields = {{Kind::Whole, field::priority, Words::tr("Priority"), 1, 0, lowestPriority}};
    form.verb = [verb, jobs = jobsOf(target)](const QVariantMap &) { return verbOf(verb, jobs); };
    return form;
}

ActionForm limitForm(const QueueSummary &queue) {
    ActionForm form;
    form.id = QStringLiteral("limit");
    form.title = Words::tr("Limit");
    form.target = queue.name;
    form.sentence = Words::tr("How many jobs may start in a second, over all workers. After a pause as many as the "
                              "burst may start at once.");
    const bool limited = queue.limit.has_value();
    form.fields = {{Kind::Check, field::limited, Words::tr("Limit how fast jobs start"), limited},
                   {Kind::Decimal,
                    field::perSecond,
                    Words::tr("Jobs a second"),
                    limited ? queue.limit->perSecond : 50.0,
                    0.1,
                    100'000,
                    {},
                    {},
                    field::limited},
                   {Kind::Whole,
                    field::burst,
                    Words::tr("Burst"),
                    limited ? queue.limit->burst : 10,
                    1,
                    100'000,
                    {},
                    {},
                    field::limited}};
    form.verb = [](const QVariantMap &now) {
        return now.value(field::limited).toBool()
                   ? Words::tr("Limit to %1").arg(rateText(now.value(field::perSecond).toDouble()))
                   : Words::tr("Remove the limit");
    };
    return form;
}

ActionForm concurrencyForm(const QueueSummary &queue) {
    ActionForm form;
    form.id = QStringLiteral("concurrency");
    form.title = Words::tr("Concurrency");
    form.target = queue.name;
    form.sentence = Words::tr("How many jobs all workers together may run at once.");
    form.fields = {
        {Kind::Check, field::limited, Words::tr("Limit how many run at once"), queue.concurrency.has_value()},
        {Kind::Whole,
         field::value,
         Words::tr("Jobs at once"),
         queue.concurrency.value_or(20),
         1,
         100'000,
         {},
         {},
         field::limited}};
    form.verb = [](const QVariantMap &now) {
        return now.value(field::limited).toBool()
                   ? Words::tr("Run at most %1 at once").arg(figure(now.value(field::value).toLongLong()))
                   : Words::tr("Remove the limit");
    };
    return form;
}

ActionForm cleanForm(const QueueSummary &queue, JobState state) {
    ActionForm form;
    form.id = QStringLiteral("clean");
    form.title = Words::tr("Clean");
    form.target = queue.name;
    form.sentence = Words::tr("Removes jobs of one state for good. What they did stays on record in the SMS log.");
    form.dangerous = true;
    QList<QPair<QString, QVariant>> states;
    for (const JobState each : wemo::queue::allJobStates())
        if (each != JobState::Active)
            states.append(
                {QStringLiteral("%1 (%2)").arg(stateWord(each), figure(queue.counts.of(each))), toString(each)});
    const JobState first = state == JobState::Active ? JobState::Completed : state;
    form.fields = {{Kind::Choice, field::state, Words::tr("Jobs"), toString(first), 0, 0, {}, states},
                   {Kind::Choice, field::olderThan, Words::tr("Age"), 24 * hour, 0, 0, {}, ages()},
                   {Kind::Whole, field::most, Words::tr("At most"), 10'000, 1, 100'000}};
    form.verb = [counts = queue.counts](const QVariantMap &now) {
        const auto chosen = wemo::queue::jobStateFromString(now.value(field::state).toString());
        const qint64 there = chosen ? counts.of(*chosen) : 0;
        const qint64 most = std::min(now.value(field::most).toLongLong(), there);
        const QString word = chosen ? stateWord(*chosen).toLower() : QString();
        return now.value(field::olderThan).toLongLong() > 0
                   ? Words::tr("Remove up to %1 %2 jobs").arg(figure(most), word)
                   : Words::tr("Remove %1 %2 jobs").arg(figure(most), word);
    };
    return form;
}

ActionForm drainForm(const QueueSummary &queue) {
    ActionForm form;
    form.id = QStringLiteral("drain");
    form.title = Words::tr("Drain");
    form.target = queue.name;
    form.sentence = Words::tr("Removes every job that has not started. Jobs being run, completed and failed ones "
                              "stay. This cannot be undone.");
    form.dangerous = true;
    form.fields = {
        {Kind::Check, field::delayed, Words::tr("The %1 delayed jobs too").arg(figure(queue.counts.delayed)), false}};
    form.verb = [counts = queue.counts](const QVariantMap &now) {
        const qint64 ready = counts.waiting + counts.prioritized;
        const qint64 count = ready + (now.value(field::delayed).toBool() ? counts.delayed : 0);
        return Words::tr("Remove %1 jobs").arg(figure(count));
    };
    return form;
}

} // namespace wemo::pages::queue
