#pragma once
#include "ui/pages/simulator/quote_source.h"

#include <QObject>
#include <QTimer>

namespace wemo::pages::simulator {

/// Prices what is wanted last: waits for a pause in the typing, never has more than two requests on their way, and
/// drops answers to what is no longer wanted.
class QuoteDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuoteDesk)

public:
    using Answer = ui::ApiResult<wemo::pricing::PricedRide>;
    static constexpr int mostInFlight = 2;

    explicit QuoteDesk(RidePricer &source, QObject *parent = nullptr);

    /// One ride, or the same at two instants. `isNow`: without waiting for a pause.
    void want(const QList<wemo::pricing::Ride> &rides, bool isNow);
    /// Nothing is wanted: what is on its way is dropped.
    void forget();
    bool isBusy() const { return m_isWanted; }
    int inFlight() const { return m_inFlight; }
    /// One for each ride asked for, in their order.
    const QList<Answer> &answers() const { return m_answers; }

Q_SIGNALS:
    void answered();
    void busyChanged(bool busy);

private:
    void begin();
    void take(int epoch, int place, const Answer &answer);
    void setWanted(bool wanted);

    RidePricer &m_source;
    QTimer m_pause;
    QList<wemo::pricing::Ride> m_rides;
    QList<std::optional<Answer>> m_coming;
    QList<Answer> m_answers;
    int m_epoch = 0;
    int m_inFlight = 0;
    bool m_isWaiting = false; ///< for room among those in flight
    bool m_isWanted = false;
};

} // namespace wemo::pages::simulator
