#include "ui/pages/simulator/quote_desk.h"

namespace wemo::pages::simulator {

namespace {
constexpr int pauseMs = 200;
}

QuoteDesk::QuoteDesk(RidePricer &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &QuoteDesk::begin);
}

void QuoteDesk::want(const QList<wemo::pricing::Ride> &rides, bool isNow) {
    m_rides = rides;
    ++m_epoch;
    setWanted(true);
    if (!isNow)
        return m_pause.start();
    m_pause.stop();
    begin();
}

void QuoteDesk::forget() {
    ++m_epoch;
    m_pause.stop();
    m_isWaiting = false;
    setWanted(false);
}

void QuoteDesk::begin() {
    m_isWaiting = m_inFlight + m_rides.size() > mostInFlight;
    if (m_isWaiting)
        return;
    m_coming = QList<std::optional<Answer>>(m_rides.size());
    const int epoch = m_epoch;
    for (int place = 0; place < m_rides.size(); ++place) {
        ++m_inFlight;
        m_source.quote(m_rides.at(place)).then(this, [this, epoch, place](const Answer &answer) {
            take(epoch, place, answer);
        });
    }
}

void QuoteDesk::take(int epoch, int place, const Answer &answer) {
    --m_inFlight;
    if (m_isWaiting)
        return begin();
    if (epoch != m_epoch || !m_isWanted)
        return;
    m_coming[place] = answer;
    if (!std::all_of(m_coming.cbegin(), m_coming.cend(), [](const auto &one) { return one.has_value(); }))
        return;
    m_answers.clear();
    for (const auto &one : std::as_const(m_coming))
        m_answers.append(*one);
    setWanted(false);
    Q_EMIT answered();
}

void QuoteDesk::setWanted(bool wanted) {
    if (m_isWanted == wanted)
        return;
    m_isWanted = wanted;
    Q_EMIT busyChanged(wanted);
}

} // namespace wemo::pages::simulator
