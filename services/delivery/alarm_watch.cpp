#include "services/delivery/alarm_watch.h"

#include "models/delivery/delivery_stats.h"
#include "services/live/outbox.h"

namespace wemo::delivery {

namespace {
Alarm alarmOf(const storage::Row &row) {
    Alarm alarm;
    alarm.id = row.integer("id");
    alarm.kind = alarmKindFromString(row.text("kind")).value_or(AlarmKind::RateFell);
    alarm.subject = row.text("subject");
    alarm.since = fromMs(row.integer("since"));
    if (const auto until = row.optionalInteger("until"))
        alarm.until = fromMs(*until);
    alarm.value = row.text("value").toDouble();
    alarm.limit = row.text("boundary").toDouble();
    return alarm;
}
} // namespace

struct AlarmWatch::Reading {
    AlarmKind kind = AlarmKind::RateFell;
    QString subject;
    double value = 0, limit = 0;
    qint64 codes = 0; // ratio-broke only
    bool isBad() const { return value < limit; }
};

AlarmWatch::AlarmWatch(Parts parts, AlarmRules rules)
    : m_parts(std::move(parts))
    , m_rules(rules) {}

storage::Params AlarmWatch::window() const {
    const Instant to = m_parts.clock.now() - m_rules.patience;
    return {{"from", firstIdAt(to - m_rules.window)}, {"to", firstIdAt(to)}};
}

Result<void> AlarmWatch::readRates(storage::Connection &connection, Readings &readings) const {
    const auto rows = connection.query("delivery/alarm_rates", window());
    if (!rows)
        return Failure(rows.error());
    std::map<QString, DeliveryStats> byGateway;
    for (const storage::Row &row : *rows) {
        Outcome outcome;
        outcome.state = sms::deliveryStateFromString(row.text("state")).value_or(sms::DeliveryState::Unknown);
        for (qint64 n = row.integer("messages"); n > 0; --n)
            add(byGateway[row.text("gateway")], outcome);
    }
    for (const auto &[gateway, stats] : byGateway)
        if (const auto rate = stats.deliveryRate(); rate && stats.asked >= m_rules.fewest)
            readings.append({AlarmKind::RateFell, gateway, *rate, m_rules.lowestRate});
    return {};
}

Result<void> AlarmWatch::readCodes(storage::Connection &connection, Readings &readings) const {
    const auto rows = connection.query("delivery/alarm_codes", window());
    if (!rows)
        return Failure(rows.error());
    for (const storage::Row &row : *rows) {
        const qint64 codes = row.integer("codes");
        const double ratio = static_cast<double>(row.integer("verified")) / static_cast<double>(qMax<qint64>(1, codes));
        if (codes >= m_rules.fewest)
            readings.append({AlarmKind::RatioBroke, row.text("prefix"), ratio, m_rules.lowestRatio, codes});
    }
    return {};
}

void AlarmWatch::readBalances(Readings &readings) const {
    const QList<Balance> balances = m_parts.balances ? m_parts.balances() : QList<Balance>();
    for (const Balance &balance : balances)
        readings.append({AlarmKind::BalanceLow, balance.gateway, balance.credits, m_rules.lowestBalance});
}

Result<bool> AlarmWatch::look() {
    Readings readings;
    const auto read = m_parts.database.read([&](storage::Connection &connection) -> Result<void> {
        if (const auto rates = readRates(connection, readings); !rates)
            return rates;
        return readCodes(connection, readings);
    });
    if (!read)
        return Failure(read.error());
    readBalances(readings);
    publish(readings);
    return settle(readings);
}

Result<bool> AlarmWatch::raise(storage::Connection &connection, const Reading &reading) const {
    const Instant now = m_parts.clock.now();
    const auto raised = connection.execute("delivery/insert_alarm", {{"id", m_parts.ids.next()},
                                                                     {"kind", toString(reading.kind)},
                                                                     {"subject", reading.subject},
                                                                     {"since", toMs(now)},
                                                                     {"value", reading.value},
                                                                     {"boundary", reading.limit}});
    if (!raised)
        return Failure(raised.error());
    if (reading.kind != AlarmKind::RatioBroke)
        return *raised > 0;
    Breaker breaker;
    breaker.id = m_parts.ids.next();
    breaker.prefix = reading.subject;
    breaker.since = now;
    breaker.ratio = reading.value;
    breaker.codes = reading.codes;
    const Result<bool> opened = m_parts.breaker.open(connection, breaker);
    return opened ? Result<bool>(*raised > 0 || *opened) : opened;
}

Result<bool> AlarmWatch::end(storage::Connection &connection, const Reading &reading) const {
    const auto ended = connection.execute(
        "delivery/end_alarm",
        {{"kind", toString(reading.kind)}, {"subject", reading.subject}, {"until", toMs(m_parts.clock.now())}});
    return ended ? Result<bool>(*ended > 0) : Failure(ended.error());
}

/// An alarm lasts until its subject is seen well again: silence says nothing.
Result<bool> AlarmWatch::settle(const Readings &readings) {
    const Result<bool> changed = m_parts.database.write([&](storage::Connection &connection) -> Result<bool> {
        bool any = false;
        for (const Reading &reading : readings) {
            const Result<bool> done = reading.isBad() ? raise(connection, reading) : end(connection, reading);
            if (!done)
                return done;
            any = any || *done;
        }
        if (any)
            if (const auto told = live::Outbox::addEvent(connection, live::smsAlarmsChanged, {}); !told)
                return Failure(told.error());
        return any;
    });
    if (changed && *changed) {
        (void)m_parts.breaker.refresh(); // else within a second
        m_parts.afterCommit();
    }
    return changed;
}

void AlarmWatch::publish(const Readings &readings) const {
    std::map<AlarmKind, int> bad{{AlarmKind::RateFell, 0}, {AlarmKind::BalanceLow, 0}, {AlarmKind::RatioBroke, 0}};
    for (const Reading &reading : readings) {
        bad[reading.kind] += reading.isBad() ? 1 : 0;
        const metrics::Labels gateway{{"gateway", reading.subject.toStdString()}};
        if (reading.kind == AlarmKind::RateFell)
            m_parts.metrics.set("wemo_sms_delivery_rate", gateway, reading.value);
        else if (reading.kind == AlarmKind::BalanceLow)
            m_parts.metrics.set("wemo_sms_credits", gateway, reading.value);
        else
            m_parts.metrics.set("wemo_sms_verified_ratio", {{"prefix", reading.subject.toStdString()}}, reading.value);
    }
    for (const auto &[kind, count] : bad)
        m_parts.metrics.set("wemo_sms_alarms", {{"kind", toString(kind).toStdString()}}, count);
}

Result<QList<Alarm>> AlarmWatch::list(bool onlyLasting, int limit) const {
    return m_parts.database.read([&](storage::Connection &connection) -> Result<QList<Alarm>> {
        const auto rows = connection.query("delivery/alarms", {{"limit", limit}},
                                           onlyLasting ? QSet<QString>{"lasting"} : QSet<QString>());
        if (!rows)
            return Failure(rows.error());
        QList<Alarm> alarms;
        for (const storage::Row &row : *rows)
            alarms.append(alarmOf(row));
        return alarms;
    });
}

} // namespace wemo::delivery
