#pragma once
#include "models/queue/summary.h"

#include <QWidget>

class QGridLayout;

namespace wemo::pages::queue {

class LaneCard;

/// The queues side by side; one of them is looked at.
class LaneStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneStrip)

public:
    explicit LaneStrip(QWidget *parent = nullptr);
    void setQueues(const QList<wemo::queue::QueueSummary> &queues, const QString &chosen);
    void setStale(bool stale);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void makeCards(qsizetype count);

    QList<LaneCard *> m_cards;
    QStringList m_names;
    QGridLayout *m_grid;
};

} // namespace wemo::pages::queue
