#include "ui/pages/queue/queue_text.h"

#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace wemo::pages::queue {

using ui::Tone;
using wemo::queue::JobState;

namespace {
constexpr const char *context = "Queue";

struct Words {
    const char *code;
    const char *text;
};

const Words queues[] = {
    {"sms-otp", QT_TRANSLATE_NOOP("Queue", "Verification codes")},
    {"sms-transactional", QT_TRANSLATE_NOOP("Queue", "Notices")},
    {"sms-marketing", QT_TRANSLATE_NOOP("Queue", "Marketing")},
};

const Words events[] = {
    {"added", QT_TRANSLATE_NOOP("Queue", "Added")},
    {"waiting", QT_TRANSLATE_NOOP("Queue", "Waiting")},
    {"waiting-children", QT_TRANSLATE_NOOP("Queue", "Waiting for others")},
    {"prioritized", QT_TRANSLATE_NOOP("Queue", "Waiting, by priority")},
    {"delayed", QT_TRANSLATE_NOOP("Queue", "Delayed")},
    {"due", QT_TRANSLATE_NOOP("Queue", "Due")},
    {"active", QT_TRANSLATE_NOOP("Queue", "Taken by a worker")},
    {"progress", QT_TRANSLATE_NOOP("Queue", "Progress")},
    {"completed", QT_TRANSLATE_NOOP("Queue", "Completed")},
    {"failed", QT_TRANSLATE_NOOP("Queue", "Failed")},
    {"retries-exhausted", QT_TRANSLATE_NOOP("Queue", "No attempts left")},
    {"stalled", QT_TRANSLATE_NOOP("Queue", "Stalled: its worker went away")},
    {"removed", QT_TRANSLATE_NOOP("Queue", "Removed")},
    {"duplicated", QT_TRANSLATE_NOOP("Queue", "Added again, which changed nothing")},
};

const Words refusals[] = {
    {"not-found", QT_TRANSLATE_NOOP("Queue", "it is no longer there")},
    {"wrong-state", QT_TRANSLATE_NOOP("Queue", "it has moved on to another state")},
    {"active", QT_TRANSLATE_NOOP("Queue", "a worker is running it now")},
    {"locked", QT_TRANSLATE_NOOP("Queue", "a worker is running it now")},
    {"message-final", QT_TRANSLATE_NOOP("Queue", "its message is settled")},
    {"message-sent", QT_TRANSLATE_NOOP("Queue", "its message has been sent already")},
    {"message-may-have-left", QT_TRANSLATE_NOOP("Queue", "its message may have been sent already")},
    {"message-expired", QT_TRANSLATE_NOOP("Queue", "the time for its message is over")},
    {"message-not-found", QT_TRANSLATE_NOOP("Queue", "its message is not on record")},
    {"code-expired", QT_TRANSLATE_NOOP("Queue", "its verification code has expired")},
    {"code-used", QT_TRANSLATE_NOOP("Queue", "its verification code has been used")},
};

template <std::size_t N>
QString find(const Words (&table)[N], const QString &code) {
    for (const Words &words : table)
        if (code == QLatin1StringView(words.code))
            return QCoreApplication::translate(context, words.text);
    return code;
}
} // namespace

QString queueTitle(const QString &name) {
    return find(queues, name);
}

QString stateWord(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return QCoreApplication::translate("Queue", "Waiting");
    case JobState::Prioritized:
        return QCoreApplication::translate("Queue", "Prioritized");
    case JobState::Delayed:
        return QCoreApplication::translate("Queue", "Delayed");
    case JobState::Active:
        return QCoreApplication::translate("Queue", "Active");
    case JobState::Completed:
        return QCoreApplication::translate("Queue", "Completed");
    case JobState::Failed:
        return QCoreApplication::translate("Queue", "Failed");
    }
    return {};
}

Tone stateTone(JobState state) {
    switch (state) {
    case JobState::Waiting:
    case JobState::Prioritized:
        return Tone::Info;
    case JobState::Delayed:
        return Tone::Neutral;
    case JobState::Active:
        return Tone::Progress;
    case JobState::Completed:
        return Tone::Success;
    case JobState::Failed:
        return Tone::Danger;
    }
    return Tone::Neutral;
}

QString emptyTitle(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return QCoreApplication::translate("Queue", "No job is waiting");
    case JobState::Prioritized:
        return QCoreApplication::translate("Queue", "No job has a priority");
    case JobState::Delayed:
        return QCoreApplication::translate("Queue", "No job is delayed");
    case JobState::Active:
        return QCoreApplication::translate("Queue", "No job is being run");
    case JobState::Completed:
        return QCoreApplication::translate("Queue", "No completed jobs are kept");
    case JobState::Failed:
        return QCoreApplication::translate("Queue", "No job has failed");
    }
    return {};
}

QString emptySentence(JobState state) {
    switch (state) {
    case JobState::Waiting:
    case JobState::Active:
        return QCoreApplication::translate("Queue", "The workers keep up: jobs are taken as soon as they are added.");
    case JobState::Prioritized:
        return QCoreApplication::translate("Queue", "Jobs with a priority wait here until no other job is waiting.");
    case JobState::Delayed:
        return QCoreApplication::translate("Queue", "Jobs for a later time, and those tried again later, stand here.");
    case JobState::Completed:
        return QCoreApplication::translate("Queue", "The newest completed jobs are kept for a while and stand here.");
    case JobState::Failed:
        return QCoreApplication::translate("Queue", "Jobs that used up their attempts stand here, to be run again.");
    }
    return {};
}

QString workLine(const wemo::queue::StateCounts &counts) {
    const auto figure = [](qint64 count) { return QLocale().toString(count); };
    QStringList parts;
    if (const qint64 waiting = counts.waiting + counts.prioritized; waiting > 0)
        parts.append(QCoreApplication::translate("Queue", "%1 waiting").arg(figure(waiting)));
    if (counts.delayed > 0)
        parts.append(QCoreApplication::translate("Queue", "%1 delayed").arg(figure(counts.delayed)));
    if (counts.active > 0)
        parts.append(QCoreApplication::translate("Queue", "%1 active").arg(figure(counts.active)));
    if (counts.failed > 0)
        parts.append(QCoreApplication::translate("Queue", "%1 failed").arg(figure(counts.failed)));
    return parts.isEmpty() ? QCoreApplication::translate("Queue", "Nothing to do")
                           : parts.join(QStringLiteral("  ·  "));
}

QString eventWord(const QString &event) {
    return find(events, event);
}

Tone eventTone(const QString &event) {
    if (event == u"failed" || event == u"retries-exhausted")
        return Tone::Danger;
    if (event == u"completed")
        return Tone::Success;
    if (event == u"active" || event == u"progress")
        return Tone::Progress;
    if (event == u"stalled" || event == u"removed")
        return Tone::Warning;
    return event == u"delayed" ? Tone::Neutral : Tone::Info;
}

QString refusalText(const QString &code) {
    return find(refusals, code);
}

QString refusalSummary(const wemo::queue::ChangeOutcome &outcome) {
    const qint64 count = std::max<qint64>(outcome.refusedTotal, outcome.refused.size());
    if (count == 0)
        return {};
    QStringList reasons;
    for (const wemo::queue::RefusedJob &refused : outcome.refused)
        if (const QString text = refusalText(refused.code); !reasons.contains(text))
            reasons.append(text);
    const QString why = reasons.mid(0, 3).join(QCoreApplication::translate("Queue", "; "));
    if (count == 1 && !outcome.refused.isEmpty())
        return QCoreApplication::translate("Queue", "Job %1 was left as it is: %2.")
            .arg(outcome.refused.constFirst().id, why);
    return QCoreApplication::translate("Queue", "%1 jobs were left as they are: %2.")
        .arg(QLocale().toString(count), why);
}

QString limitText(const wemo::queue::LimitSummary &limit) {
    const auto free = static_cast<int>(std::floor(limit.burst * (1 - std::clamp(limit.fill, 0.0, 1.0)) + 1e-6));
    const QString room = QCoreApplication::translate("Queue", "%1 of %2 free").arg(free).arg(limit.burst);
    if (limit.wait.count() <= 0)
        return room;
    return QCoreApplication::translate("Queue", "%1 · next in %2").arg(room, ui::durationText(limit.wait));
}

QString rateText(double perSecond) {
    return QCoreApplication::translate("Queue", "%1 a second")
        .arg(QLocale().toString(perSecond, 'f', std::fmod(perSecond, 1.0) == 0 ? 0 : 1));
}

} // namespace wemo::pages::queue
