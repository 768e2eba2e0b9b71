#pragma once
#include "models/blocking/policy_preview.h"

#include <QWidget>

#include <optional>

namespace wemo::pages::blocking {

/// How many would have been refused each day, as bars. The bar under the mouse, or chosen with the arrow keys, is read
/// out; without one, the highest.
class DayBars final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayBars)

public:
    explicit DayBars(QWidget *parent = nullptr);
    void setDays(QList<wemo::blocking::PreviewDay> days);
    QString readOut(int day) const; ///< "11/24: 12 of 4,100"
    std::optional<int> cursor() const { return m_cursor; }
    QSize sizeHint() const override { return {360, 148}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF plot() const;
    QRectF barOf(int day) const;
    int shown() const;
    void paintAxis(QPainter &painter) const;
    void move(std::optional<int> day);
    void describe();

    QList<wemo::blocking::PreviewDay> m_days;
    std::optional<int> m_cursor;
};

} // namespace wemo::pages::blocking
