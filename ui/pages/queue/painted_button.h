#pragma once
#include "models/queue/summary.h"
#include "ui/widgets/status_pill.h"

#include <QAbstractButton>

namespace wemo::pages::queue {

/// Frame, focus and hover that the painted buttons of this page share.
class PaintedButton : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaintedButton)

public:
    explicit PaintedButton(QWidget *parent = nullptr);
    /// What is shown was true a while ago: it is painted in the muted colour.
    void setStale(bool stale);

protected:
    bool isStale() const { return m_stale; }
    QColor textColor() const;
    void paintFocus(QPainter &painter) const;
    void paintLine(QPainter &painter, const QRect &box, const QFont &font, const QColor &color,
                   const QString &text) const;

private:
    bool m_stale = false;
};

/// One queue of the strip: what it is for, its name, whether it is paused or limited, and its work in a line.
class LaneCard final : public PaintedButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneCard)

public:
    explicit LaneCard(QWidget *parent = nullptr);
    void setQueue(const wemo::queue::QueueSummary &queue);
    QSize sizeHint() const override { return {260, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_name;
    QString m_work;
    std::optional<ui::Pill> m_pill;
};

/// A state with the number of its jobs, large: chooses what the list shows.
class StateTab final : public PaintedButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateTab)

public:
    explicit StateTab(wemo::queue::JobState state, QWidget *parent = nullptr);
    wemo::queue::JobState state() const { return m_state; }
    /// Nothing while the number is not known.
    void setCount(std::optional<qint64> count);
    QSize sizeHint() const override { return {120, 58}; }
    QSize minimumSizeHint() const override { return {84, 58}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rename();
    wemo::queue::JobState m_state;
    std::optional<qint64> m_count;
};

/// A fact in two lines: what it is, and its value; for the limiter a bar beside it.
class FactCell final : public PaintedButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactCell)

public:
    explicit FactCell(QWidget *parent = nullptr);
    void setFact(const QString &name, const QString &value, const QString &toolTip = {});
    /// 0 nothing free, 1 all free; nothing: no bar.
    void setFill(std::optional<double> fill);
    const QString &value() const { return m_value; }
    QSize sizeHint() const override { return {80, 40}; }
    QSize minimumSizeHint() const override { return {64, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_value;
    std::optional<double> m_fill;
};

} // namespace wemo::pages::queue
