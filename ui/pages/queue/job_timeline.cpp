#include "ui/pages/queue/job_timeline.h"

#include "ui/pages/queue/queue_text.h"

namespace wemo::pages::queue {

QList<ui::TimelineStep> jobSteps(const QList<wemo::queue::JobEvent> &events) {
    QList<ui::TimelineStep> steps;
    for (const wemo::queue::JobEvent &event : events) {
        ui::TimelineStep step;
        step.at = event.at;
        step.tone = eventTone(event.event);
        step.moved = event.event != u"progress" && event.event != u"duplicated";
        step.word = eventWord(event.event);
        step.reason = event.detail;
        steps.append(step);
    }
    return steps;
}

} // namespace wemo::pages::queue
