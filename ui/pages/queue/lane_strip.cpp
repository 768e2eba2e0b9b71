#include "ui/pages/queue/lane_strip.h"

#include "ui/pages/queue/painted_button.h"

#include <QGridLayout>

namespace wemo::pages::queue {

namespace {
constexpr int perRow = 4;
}

LaneStrip::LaneStrip(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("laneStrip"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
}

void LaneStrip::setQueues(const QList<wemo::queue::QueueSummary> &queues, const QString &chosenName) {
    if (queues.size() != m_cards.size())
        makeCards(queues.size());
    m_names.clear();
    for (qsizetype i = 0; i < queues.size(); ++i) {
        const wemo::queue::QueueSummary &queue = queues.at(i);
        LaneCard *card = m_cards.at(i);
        m_names.append(queue.name);
        card->setObjectName(QStringLiteral("lane-") + queue.name);
        card->setQueue(queue);
        if (queue.name == chosenName)
            card->setChecked(true);
    }
}

void LaneStrip::setStale(bool stale) {
    for (LaneCard *card : std::as_const(m_cards))
        card->setStale(stale);
}

void LaneStrip::makeCards(qsizetype count) {
    qDeleteAll(m_cards);
    m_cards.clear();
    for (int i = 0; i < count; ++i) {
        auto *card = new LaneCard(this);
        m_grid->addWidget(card, i / perRow, i % perRow);
        m_cards.append(card);
        connect(card, &LaneCard::toggled, this, [this, i](bool on) {
            if (on)
                Q_EMIT chosen(m_names.value(i));
        });
    }
}

} // namespace wemo::pages::queue
