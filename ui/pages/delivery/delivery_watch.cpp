#include "ui/pages/delivery/delivery_watch.h"

#include "ui/widgets/time_text.h"

namespace wemo::pages::delivery {

using wemo::delivery::Grouping;

namespace {
constexpr auto every = std::chrono::seconds(15);
constexpr int mostDaysByHour = 2;
} // namespace

DeliveryWatch::DeliveryWatch(DeliverySource &source, std::function<Instant()> now, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_now(std::move(now)) {
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &DeliveryWatch::ask);
}

void DeliveryWatch::start() {
    m_timer.start();
    ask();
}

void DeliveryWatch::stop() {
    m_timer.stop();
}

void DeliveryWatch::refresh() {
    if (!m_picture && m_error) { // from here on it is being read, not failed
        m_error.reset();
        Q_EMIT updated();
    }
    ask();
}

void DeliveryWatch::setDays(int days) {
    if (days == m_days)
        return;
    m_days = days;
    if (m_timer.isActive())
        ask();
}

void DeliveryWatch::setBreakdown(Grouping by) {
    if (by == m_by)
        return;
    m_by = by;
    if (m_timer.isActive())
        ask();
}

template <typename T>
void DeliveryWatch::take(QFuture<ui::ApiResult<T>> answer, T Picture::*member, bool isNeeded) {
    ++m_open;
    answer.then(this, [this, member, isNeeded, epoch = m_epoch](const ui::ApiResult<T> &result) {
        if (epoch != m_epoch)
            return;
        if (result)
            m_coming.*member = *result;
        else if (isNeeded)
            m_failure = result.error();
        if (--m_open == 0)
            settle();
    });
}

void DeliveryWatch::ask() {
    ++m_epoch;
    m_open = 1; // until all are asked: an answer may be here at once
    m_coming = {};
    m_failure.reset();
    const Instant to = m_now();
    const bool isByHour = m_days <= mostDaysByHour;
    const Instant from =
        isByHour ? to - std::chrono::hours(24) * m_days : ui::startOfDay(to) - std::chrono::hours(24) * (m_days - 1);
    take(m_source.statistics(from, to, isByHour ? Grouping::Hour : Grouping::Day), &Picture::overTime);
    take(m_source.statistics(from, to, m_by), &Picture::breakdown);
    take(m_source.alarms(), &Picture::alarms);
    take(m_source.breakers(), &Picture::breakers);
    take(m_source.balances(), &Picture::balances, false);
    if (--m_open == 0)
        settle();
}

void DeliveryWatch::settle() {
    m_error = m_failure;
    if (!m_error)
        m_picture = std::exchange(m_coming, {});
    Q_EMIT updated();
}

} // namespace wemo::pages::delivery
