#pragma once
#include "models/pricing/timeline.h"

#include <QWidget>

namespace wemo::pages::timeline {

/// Draft, submitted, approved, scheduled, in force: how far an interval has come, as steps along a line.
class StepsStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepsStrip)

public:
    explicit StepsStrip(QWidget *parent = nullptr);
    void setStatus(wemo::pricing::IntervalStatus status);
    QSize sizeHint() const override { return {320, 48}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static QStringList words();
    int reached() const;
    void follow();
    wemo::pricing::IntervalStatus m_status = wemo::pricing::IntervalStatus::Draft;
};

} // namespace wemo::pages::timeline
