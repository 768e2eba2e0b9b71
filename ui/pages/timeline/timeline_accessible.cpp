#include "ui/pages/timeline/timeline_accessible.h"

#include "ui/pages/timeline/timeline_view.h"

namespace wemo::pages::timeline {

namespace {
QAccessibleInterface *make(const QString &, QObject *object) {
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new TimelineAccessible(view) : nullptr;
}
} // namespace

TimelineAccessible::TimelineAccessible(QWidget *view)
    : QAccessibleWidget(view, QAccessible::Table) {}

void TimelineAccessible::install() {
    static const bool done = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(done)
}

QString TimelineAccessible::text(QAccessible::Text kind) const {
    const auto *view = static_cast<const TimelineView *>(widget());
    const QString name = QAccessibleWidget::text(QAccessible::Name);
    const QString current = view->currentText();
    if (kind == QAccessible::Value)
        return current;
    if (kind == QAccessible::Name)
        return current.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, current);
    return QAccessibleWidget::text(kind);
}

} // namespace wemo::pages::timeline
