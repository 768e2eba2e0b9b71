#include "tests/bench/report.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWindow>

#include <cstdio>
#include <cstdlib>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::pages::timeline;
using namespace wemo::pricing;

namespace {
constexpr Instant now = fromMs(1'795'600'000'000);
constexpr std::chrono::hours year{24 * 365};
constexpr int plans = 200;
constexpr int perPlan = 10;
constexpr double frameMs = 16.7;

/// 200 plans with five years of prices, ten intervals each, drafts and gaps among them.
QList<Row> rows() {
    TimelineBook book;
    for (int p = 0; p < plans; ++p) {
        Plan plan;
        plan.id = 1'000 + p;
        plan.code = QString("plan-%1").arg(p);
        plan.nameZh = plan.nameEn = QString("Plan number %1 of a company with many").arg(p);
        book.plans.append(plan);
        for (int i = 0; i < perPlan; ++i) {
            Interval interval;
            interval.id = p * 100 + i + 1;
            interval.planId = plan.id;
            interval.from = now - 4 * year + (5 * year * i) / perPlan + std::chrono::hours(p);
            interval.to = interval.from + (5 * year) / perPlan - std::chrono::hours(i == 4 ? 24 * 20 : 0);
            interval.state = i == perPlan - 1 ? IntervalState::Draft : IntervalState::Approved;
            interval.author = "author";
            book.intervals.append(interval);
        }
    }
    return rowsOf(book, {}, now);
}

/// Counts what was really drawn: a window nobody sees is repainted in no time at all.
class PaintCount final : public QObject {
public:
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override {
        paints += event->type() == QEvent::Paint;
        return false;
    }
};

class Frames {
public:
    explicit Frames(TimelineView &view)
        : m_view(view) {
        m_view.viewport()->installEventFilter(&m_count);
    }
    /// One frame: `change`, then everything in sight drawn.
    template <typename Change>
    void measure(Change change) {
        QElapsedTimer clock;
        clock.start();
        change();
        m_view.viewport()->repaint();
        m_times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    /// Ends the bench where a frame was not drawn.
    void tell(const char *what) {
        if (m_count.paints < static_cast<int>(m_times.size())) {
            std::fprintf(stderr, "%s: %d of %zu frames drawn\n", what, m_count.paints, m_times.size());
            std::exit(1);
        }
        std::sort(m_times.begin(), m_times.end());
        const std::string name(what);
        report("timeline_console", (name + ", median frame").c_str(), m_times[m_times.size() / 2], "ms", frameMs);
        report("timeline_console", (name + ", 95th of 100 frames").c_str(), m_times[m_times.size() * 95 / 100], "ms",
               frameMs);
    }

private:
    TimelineView &m_view;
    PaintCount m_count;
    std::vector<double> m_times;
};

void mouse(TimelineView &view, QEvent::Type type, const QPoint &at) {
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, view.viewport()->mapToGlobal(at), button, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &event);
}
} // namespace

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::Theme theme(app);
    theme.apply(ui::Scheme::Light);
    TimelineView view;
    view.resize(1600, 1000);
    view.show();
    QElapsedTimer patience;
    for (patience.start(); !(view.windowHandle() && view.windowHandle()->isExposed()) && patience.elapsed() < 5'000;)
        QApplication::processEvents();
    view.setEditable(true);
    view.setRows(rows(), now);
    view.fit();
    for (int i = 0; i < 30; ++i) // fonts and caches warm up
        view.viewport()->repaint();

    Frames down(view);
    for (int frame = 0; frame < 400; ++frame)
        down.measure([&] { view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * frame / 400); });
    down.tell("scrolling down 200 plans x 5 years");

    Frames zoom(view);
    for (int frame = 0; frame < 400; ++frame)
        zoom.measure([&] { view.zoomBy(frame < 200 ? 1.04 : 1 / 1.04); });
    zoom.tell("zooming from years to hours and back");

    view.zoomBy(4);
    Frames across(view);
    for (int frame = 0; frame < 400; ++frame)
        across.measure(
            [&] { view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum() * frame / 400); });
    across.tell("scrolling through the years");

    view.fit();
    view.verticalScrollBar()->setValue(0);
    const Row &first = view.rows().constFirst();
    const QPoint grip = view.barRect(first.bars.constLast().interval.id).center();
    mouse(view, QEvent::MouseButtonPress, grip);
    Frames drag(view);
    for (int frame = 0; frame < 400; ++frame)
        drag.measure([&] { mouse(view, QEvent::MouseMove, grip + QPoint(frame % 100 - 50, 0)); });
    if (!view.motion())
        return 1; // nothing was dragged: the figure would be a lie
    drag.tell("dragging a draft with live marks");
    return 0;
}
