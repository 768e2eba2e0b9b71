#pragma once
#include "ui/pages/queue/queue_source.h"
#include "ui/widgets/action_panel.h"

namespace wemo::pages::queue {

using ui::ActionField;
using ui::ActionForm;
using ui::ActionPanel;

/// What a change of jobs is about, as it is told before it happens.
struct JobTarget {
    wemo::queue::QueueSummary queue;
    wemo::queue::JobState state = wemo::queue::JobState::Waiting;
    QString search;     ///< not empty: only those that match it, and nobody knows how many they are
    qint64 count = 0;   ///< of the selected ones
    bool all = false;   ///< all that match
    QString jobId = {}; ///< where it is one
};

/// For verbs that need something filled in, and for those that touch many jobs.
ActionForm jobForm(JobVerb verb, const JobTarget &target);
ActionForm limitForm(const wemo::queue::QueueSummary &queue);
ActionForm concurrencyForm(const wemo::queue::QueueSummary &queue);
ActionForm cleanForm(const wemo::queue::QueueSummary &queue, wemo::queue::JobState state);
ActionForm drainForm(const wemo::queue::QueueSummary &queue);

/// Member of the filled-in values.
namespace field {
inline const QString seconds = QStringLiteral("seconds");
inline const QString priority = QStringLiteral("priority");
inline const QString limited = QStringLiteral("limited");
inline const QString perSecond = QStringLiteral("perSecond");
inline const QString burst = QStringLiteral("burst");
inline const QString value = QStringLiteral("value");
inline const QString state = QStringLiteral("state");
inline const QString olderThan = QStringLiteral("olderThan");
inline const QString most = QStringLiteral("most");
inline const QString delayed = QStringLiteral("delayed");
} // namespace field

} // namespace wemo::pages::queue
