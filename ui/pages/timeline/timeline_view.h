#pragma once
#include "ui/pages/timeline/board.h"
#include "ui/pages/timeline/draft_motion.h"
#include "ui/pages/timeline/time_scale.h"

#include <QAbstractScrollArea>
#include <QStaticText>

#include <optional>

namespace wemo::pages::timeline {

/// Plans as rows, intervals as bars, with a line for now. Draws only what is in sight. Drafts are moved by mouse or
/// keys; while one is, it tells live what would be wrong there, and nothing is sent before the mouse is let go or
/// Enter.
class TimelineView final : public QAbstractScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineView)

public:
    static constexpr int rowHeight = 48;
    static constexpr int axisHeight = 44;
    explicit TimelineView(QWidget *parent = nullptr);

    /// Keeps zoom, place and the current bar. What is being moved goes on where its draft is still there.
    void setRows(const QList<Row> &rows, Instant now);
    const QList<Row> &rows() const { return m_rows; }
    void setNow(Instant now);
    void setEditable(bool editable) { m_editable = editable; }
    void setStale(bool stale);

    Id currentPlan() const;
    Id currentInterval() const { return m_interval; }
    /// Scrolls there; an interval of 0 is the plan itself. Says nothing.
    void setCurrent(Id plan, Id interval);

    void zoomBy(double factor);
    void fit();
    void goToday();
    void showRange(Instant from, Instant to);
    std::pair<Instant, Instant> range() const;
    const DraftMotion *motion() const { return m_motion ? &*m_motion : nullptr; }
    void cancelMotion();

    /// Where things are, in the viewport; for tests and tooltips.
    QRect barRect(Id interval) const;
    int xOf(Instant at) const;
    /// A plan, or one of its bars, a fact each.
    QStringList describe(const Row &row, const Bar *bar) const;
    QString currentText() const;

Q_SIGNALS:
    void currentChanged(wemo::Id plan, wemo::Id interval);
    void opened(wemo::Id plan, wemo::Id interval);
    void draftRequested(wemo::Id plan);
    /// A draft was put elsewhere: to be saved.
    void draftMoved(const wemo::pricing::Interval &before, const wemo::pricing::Interval &after);
    void rangeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Hit {
        int row = -1;
        const Bar *bar = nullptr;
        DraftMotion::Grip grip = DraftMotion::Grip::Body;
        bool isInAxis = false;
    };
    int nameWidth() const;
    int chartWidth() const { return std::max(1, viewport()->width() - nameWidth()); }
    int rowTop(int row) const;
    Hit hitAt(const QPoint &at) const;
    QRect barRect(int row, const wemo::pricing::Interval &interval, int lane) const;
    const Row *currentRow() const;
    const Bar *currentBar() const;
    void select(int row, Id interval, bool scroll);
    void scrollTo(int row, const Bar *bar);
    void announce();
    void adjustBars();
    void takeOrigin();

    bool moveByKey(const QKeyEvent &event);
    void stepRow(int by);
    void stepBar(int by);
    DraftMotion::Rules rules() const;
    bool startMotion(int row, const Bar &bar, DraftMotion::Grip grip);
    void finishMotion();
    void followHover(const QPoint &at);

    void paintRow(QPainter &painter, int row);
    void paintName(QPainter &painter, int row);
    void paintGaps(QPainter &painter, int row);
    void paintGap(QPainter &painter, int row, Instant from, const std::optional<Instant> &to);
    void paintBar(QPainter &painter, const QRect &box, const Bar &bar, bool isCurrent);
    void paintLabel(QPainter &painter, const QRect &box, const QString &text, const QColor &color);
    void paintMotion(QPainter &painter);
    void paintAxis(QPainter &painter);
    void paintNow(QPainter &painter);
    int widthOf(const QString &label) const;
    void drawText(QPainter &painter, const QPoint &at, const QString &text, const QFont &font, int width);

    QList<Row> m_rows;
    Instant m_now;
    TimeScale m_scale;
    std::pair<Instant, Instant> m_span;
    int m_row = -1;
    Id m_interval = 0;
    bool m_editable = false;
    bool m_stale = false;
    int m_fitted = 0;         ///< the width the scale was made for
    bool m_placed = false;    ///< a range was chosen, or the first fit done
    bool m_adjusting = false; ///< the scroll bars follow the scale, not the other way
    std::optional<DraftMotion> m_motion;
    int m_motionRow = -1;
    bool m_dragging = false;
    std::optional<QPoint> m_pressed;
    QPoint m_panFrom;
    bool m_panning = false;
    mutable QHash<QString, QStaticText> m_texts; ///< laid out once; by size, width and text
    mutable QHash<QString, int> m_widths;        ///< of labels in the small font, measured once
    QFont m_body, m_small, m_strong, m_mono;
};

} // namespace wemo::pages::timeline
