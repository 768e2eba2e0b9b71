#pragma once
#include <QWidget>

namespace wemo::ui {

/// Grey bars in the shape of the rows to come. Appears only after 150 ms, so that fast answers do not flicker.
class SkeletonLoading final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SkeletonLoading)

public:
    explicit SkeletonLoading(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    int m_timer = 0;
    bool m_visibleNow = false;
};

} // namespace wemo::ui
