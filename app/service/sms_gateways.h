#pragma once
#include "app/service/settings.h"
#include "services/sms/balances.h"

namespace wemo::service {

/// The SMS gateways of the configuration, how messages are shared out between them, and what is left on the accounts.
class SmsGateways {
public:
    struct Parts {
        const Settings &settings;
        http::Client &client;
        const Clock &clock;
        metrics::Registry &metrics;
        QString mitakeCallback; ///< where Mitake's receipts are to go
    };
    /// InvalidInput where a URL, a login or a route of the configuration is no good.
    static Result<std::unique_ptr<SmsGateways>> create(const Parts &parts);
    Q_DISABLE_COPY_MOVE(SmsGateways)

    sms::Gateways &gateways() { return m_gateways; }
    sms::Balances &balances() { return m_balances; }

private:
    using Owned = std::vector<std::unique_ptr<sms::Gateway>>;
    SmsGateways(const Parts &parts, Owned owned, const std::vector<sms::GatewayShare> &shares);
    static Result<Owned> build(const Parts &parts);
    static Result<std::vector<sms::GatewayShare>> share(const Settings &settings, const Owned &owned);

    const Owned m_owned;
    sms::Gateways m_gateways;
    sms::Balances m_balances;
};

} // namespace wemo::service
