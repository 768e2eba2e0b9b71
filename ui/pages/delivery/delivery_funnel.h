#pragma once
#include "models/delivery/delivery_stats.h"

#include <QWidget>

namespace wemo::pages::delivery {

/// From "asked for" to "delivered", and for codes on to "used": a bar a step, painted, each told as a part of the one
/// it comes from. A text of the same content is its accessible description.
class DeliveryFunnel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryFunnel)

public:
    explicit DeliveryFunnel(QWidget *parent = nullptr);
    void setStats(const wemo::delivery::DeliveryStats &stats);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Step {
        QString name;
        qint64 count = 0;
        qint64 of = 0; ///< the step it is a part of; 0 = none
    };
    QList<Step> steps() const;
    QString shareText(const Step &step) const;
    void describe();

    wemo::delivery::DeliveryStats m_stats;
};

} // namespace wemo::pages::delivery
