#include "services/sms/balances.h"

#include "services/runtime/log.h"

namespace wemo::sms {

Balances::Balances(const Gateways &gateways, const Clock &clock, metrics::Registry &metrics, Milliseconds every)
    : m_gateways(gateways)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_ticker([this] { refresh(); }, every) {
    m_metrics.describe("wemo_sms_gateway_balance", "Credit left at a gateway, in its own unit.");
}

void Balances::refresh() {
    for (Gateway *gateway : m_gateways.all()) {
        const QString name = gateway->name();
        const Result<qint64> balance = gateway->balance();
        if (!balance) {
            runtime::log::warn("balance-not-known", {{"gateway", name}, {"why", balance.error().detail}});
            continue;
        }
        m_metrics.set("wemo_sms_gateway_balance", {{"gateway", name.toStdString()}},
                      static_cast<double>(*balance) / 10'000);
        const std::lock_guard lock(m_mutex);
        m_balances.insert(name, {*balance, m_clock.now()});
    }
}

std::optional<Balances::Balance> Balances::of(const QString &gateway) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_balances.constFind(gateway);
    return found == m_balances.cend() ? std::nullopt : std::optional(*found);
}

} // namespace wemo::sms
