#pragma once
#include "models/pricing/timeline.h"

namespace wemo::pages::timeline {

/// A draft that is being moved: by its body, its beginning or its end. Knows where it would snap to and what would be
/// wrong there. Pure.
class DraftMotion {
public:
    enum class Grip { Body, Start, End };
    struct Rules {
        Instant now;
        Milliseconds lead = wemo::pricing::defaultLeadTime;
        Milliseconds step;      ///< of the grid, counted from midnight in Taipei
        Milliseconds tolerance; ///< how near an edge must be to draw the draft
    };
    DraftMotion(QList<wemo::pricing::Interval> timeline, const wemo::pricing::Interval &draft, Grip grip,
                const Rules &rules);

    /// By so much from where it was at first, snapped.
    void dragTo(Milliseconds offset);
    /// By steps of the grid from where it is.
    void nudge(int steps);
    const wemo::pricing::Interval &draft() const { return m_draft; }
    const wemo::pricing::Interval &original() const { return m_original; }
    bool hasMoved() const;
    /// What publishing it there would be refused for.
    const QList<wemo::pricing::TimelineProblem> &problems() const { return m_problems; }
    Grip grip() const { return m_grip; }
    void setGrip(Grip grip) { m_grip = grip; }

private:
    Instant snapped(Instant at) const;
    std::optional<Instant> edgeNear(Instant at) const;
    void place(Instant from, std::optional<Instant> to);

    QList<wemo::pricing::Interval> m_timeline;
    wemo::pricing::Interval m_original;
    wemo::pricing::Interval m_draft;
    Grip m_grip;
    Rules m_rules;
    QList<Instant> m_edges;
    QList<wemo::pricing::TimelineProblem> m_problems;
};

} // namespace wemo::pages::timeline
