#pragma once
#include <QAccessibleWidget>

namespace wemo::pages::timeline {

/// Names the timeline with the bar the keyboard is on.
class TimelineAccessible final : public QAccessibleWidget {
public:
    explicit TimelineAccessible(QWidget *view);
    /// For every view from now on; more than once is once.
    static void install();
    QString text(QAccessible::Text kind) const override;
};

} // namespace wemo::pages::timeline
