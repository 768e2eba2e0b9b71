#include "ui/pages/timeline/draft_motion.h"

#include "models/pricing/config.h"

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
/// The nearest boundary of the grid; the hours of Taipei, whose days begin at 16:00 UTC.
Instant onGrid(Instant at, Milliseconds step) {
    const qint64 local = toMs(at) + localOffsetMs;
    const qint64 size = step.count();
    const qint64 floor = local / size * size;
    return fromMs((local - floor < size - size / 2 ? floor : floor + size) - localOffsetMs);
}
} // namespace

DraftMotion::DraftMotion(QList<Interval> timeline, const Interval &draft, Grip grip, const Rules &rules)
    : m_timeline(std::move(timeline))
    , m_original(draft)
    , m_draft(draft)
    , m_grip(grip)
    , m_rules(rules) {
    for (const Interval &other : std::as_const(m_timeline)) {
        if (!isPublished(other) || other.id == draft.id)
            continue;
        m_edges.append(other.from);
        if (other.to)
            m_edges.append(*other.to);
    }
    // The first whole minute that keeps the lead time, with one to spare for saving it.
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(rules.now.time_since_epoch() + rules.lead);
    m_edges.append(Instant(minutes + std::chrono::minutes(1)));
    place(draft.from, draft.to);
}

std::optional<Instant> DraftMotion::edgeNear(Instant at) const {
    std::optional<Instant> nearest;
    for (const Instant edge : m_edges)
        if (std::chrono::abs(edge - at) <= m_rules.tolerance &&
            (!nearest || std::chrono::abs(edge - at) < std::chrono::abs(*nearest - at)))
            nearest = edge;
    return nearest;
}

Instant DraftMotion::snapped(Instant at) const {
    return edgeNear(at).value_or(onGrid(at, m_rules.step));
}

void DraftMotion::dragTo(Milliseconds offset) {
    if (m_grip == Grip::End && m_original.to)
        return place(m_original.from, snapped(*m_original.to + offset));
    if (m_grip == Grip::Start)
        return place(snapped(m_original.from + offset), m_original.to);
    if (m_grip == Grip::End)
        return;
    if (!m_original.to)
        return place(snapped(m_original.from + offset), std::nullopt);
    const Milliseconds length = *m_original.to - m_original.from;
    const Instant from = m_original.from + offset;
    // An end that meets an edge counts where the beginning meets none.
    const std::optional<Instant> end = edgeNear(from) ? std::nullopt : edgeNear(from + length);
    const Instant begins = end ? *end - length : snapped(from);
    place(begins, begins + length);
}

void DraftMotion::nudge(int steps) {
    const auto moved = [&](Instant at) {
        const Instant grid = onGrid(at, m_rules.step);
        const bool isAhead = steps > 0 ? grid > at : grid < at;
        return grid + m_rules.step * (isAhead ? steps - (steps > 0 ? 1 : -1) : steps);
    };
    if (m_grip == Grip::End) {
        if (m_draft.to)
            place(m_draft.from, moved(*m_draft.to));
        return;
    }
    const Instant from = moved(m_draft.from);
    const bool isWhole = m_grip == Grip::Body && m_draft.to;
    place(from, isWhole ? std::optional(from + (*m_draft.to - m_draft.from)) : m_draft.to);
}

void DraftMotion::place(Instant from, std::optional<Instant> to) {
    if (to && *to <= from) { // a draft is never shorter than a step
        if (m_grip == Grip::Start)
            from = *to - m_rules.step;
        else
            to = from + m_rules.step;
    }
    m_draft.from = from;
    m_draft.to = to;
    m_problems = check(m_timeline, m_draft, m_rules.now, m_rules.lead);
}

bool DraftMotion::hasMoved() const {
    return m_draft.from != m_original.from || m_draft.to != m_original.to;
}

} // namespace wemo::pages::timeline
