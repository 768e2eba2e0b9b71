#pragma once
#include "models/pricing/impact.h"

#include <QWidget>

namespace wemo::pages::campaigns {

/// How many rides would pay how much more or less, painted: hatched bars to the left pay less, filled ones to the right
/// more. The middle, who pays the same, is cut short where it would dwarf the rest, and says its number. The bar under
/// the mouse, or chosen with the arrow keys, is read out.
class ImpactHistogram final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImpactHistogram)

public:
    explicit ImpactHistogram(QWidget *parent = nullptr);
    void setImpact(const wemo::pricing::Impact &impact);
    std::optional<int> cursor() const { return m_cursor; }
    /// "+NT$5 to +NT$9: 1,204 rides".
    QString readOut(int bin) const;
    QSize sizeHint() const override { return {480, 220}; }
    QSize minimumSizeHint() const override { return {320, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Frame;
    Frame frame() const;
    qint64 count(int bin) const { return m_impact.histogram[static_cast<std::size_t>(bin)]; }
    void paintHeader(QPainter &painter) const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintBar(QPainter &painter, const Frame &frame, int bin) const;
    void move(std::optional<int> bin);
    void describe();

    wemo::pricing::Impact m_impact;
    std::optional<int> m_cursor;
};

} // namespace wemo::pages::campaigns
