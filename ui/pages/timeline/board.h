#pragma once
#include "models/pricing/book.h"

#include <QHash>

namespace wemo::pages::timeline {

/// One interval as it is drawn.
struct Bar {
    wemo::pricing::Interval interval;
    wemo::pricing::IntervalStatus status = wemo::pricing::IntervalStatus::Draft;
    qint64 version = 0;                                        ///< of its config
    int lane() const { return isPublished(interval) ? 0 : 1; } ///< proposals stand below what is published
};

/// A plan and everything on its timeline, in order of time.
struct Row {
    wemo::pricing::Plan plan;
    QList<Bar> bars;
    QList<wemo::pricing::Gap> gaps;
    const Bar *bar(Id interval) const;
    QList<wemo::pricing::Interval> intervals() const;
};

/// What is looked for. Empty = any.
struct PlanFilter {
    QString text; ///< in names or code
    QString product;
    QString model;
    QString zone;
    std::optional<wemo::pricing::IntervalStatus> status; ///< plans that have such an interval
    bool isEmpty() const;
    bool operator==(const PlanFilter &) const = default;
};

/// Rows of a book, in its order; what is over at the end comes last: plans that are retired.
QList<Row> rowsOf(const wemo::pricing::TimelineBook &book, const PlanFilter &filter, Instant now);
/// From the first beginning to the last end or beginning, `now` included; a year about now where there is nothing.
std::pair<Instant, Instant> spanOf(const QList<Row> &rows, Instant now);

} // namespace wemo::pages::timeline
