#pragma once
#include "models/core/time.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace wemo::ui {

/// One step of what happened to a thing.
struct TimelineStep {
    Instant at;
    Tone tone = Tone::Neutral;
    bool moved = true; ///< false: it changed nothing, its dot is hollow
    QString word;
    QString source;        ///< who or what; second line
    QString sourceToolTip; ///< may be empty
    QString code;          ///< monospace, at the right of the second line; may be empty
    QString reason;        ///< third line, wrapped; may be empty
};

/// Steps under one another along a line, each with its dot and its time to the millisecond.
class Timeline final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Timeline)

public:
    explicit Timeline(QWidget *parent = nullptr);
    void setSteps(const QList<TimelineStep> &steps);

private:
    QVBoxLayout *m_rows;
};

class TimelineRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineRow)

public:
    TimelineRow(const TimelineStep &step, bool isFirst, bool isLast, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    bool m_moved;
    bool m_isFirst;
    bool m_isLast;
};

} // namespace wemo::ui
