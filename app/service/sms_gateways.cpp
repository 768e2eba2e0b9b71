#include "app/service/sms_gateways.h"

#include "services/sms/mitake/mitake_gateway.h"
#include "services/sms/route.h"

namespace wemo::service {

SmsGateways::SmsGateways(const Parts &parts, Owned owned, const std::vector<sms::GatewayShare> &shares)
    : m_owned(std::move(owned))
    , m_gateways(shares, parts.clock, parts.settings.gatewayBreaker)
    , m_balances(m_gateways, parts.clock, parts.metrics, parts.settings.balanceEvery) {}

Result<std::unique_ptr<SmsGateways>> SmsGateways::create(const Parts &parts) {
    Result<Owned> owned = build(parts);
    if (!owned)
        return Failure(owned.error());
    const auto shares = share(parts.settings, *owned);
    if (!shares)
        return Failure(shares.error());
    return std::unique_ptr<SmsGateways>(new SmsGateways(parts, *std::move(owned), *shares));
}

Result<SmsGateways::Owned> SmsGateways::build(const Parts &parts) {
    const Settings &s = parts.settings;
    Owned owned;
    auto every8d = sms::Every8dGateway::create(
        {s.gatewayUrl, s.gatewayUid, s.gatewayPassword, s.gatewayTimeout, s.gatewayEndpoint, s.gatewayByToken},
        parts.client, parts.clock);
    if (!every8d)
        return Failure(every8d.error());
    owned.push_back(*std::move(every8d));
    if (s.mitakeUrl.isEmpty())
        return owned;
    auto mitake = sms::MitakeGateway::create(
        {s.mitakeUrl, s.mitakeUsername, s.mitakePassword, parts.mitakeCallback, s.gatewayTimeout}, parts.client,
        parts.clock);
    if (!mitake)
        return Failure(mitake.error());
    owned.push_back(*std::move(mitake));
    return owned;
}

Result<std::vector<sms::GatewayShare>> SmsGateways::share(const Settings &settings, const Owned &owned) {
    std::vector<sms::GatewayShare> shares;
    QStringList names;
    for (const auto &gateway : owned) {
        shares.push_back({*gateway, {}});
        names.append(gateway->name());
    }
    for (const auto &[purpose, text] : settings.routes) {
        const auto route = sms::readRoute("sms-route-" + sms::toString(purpose), text, names);
        if (!route)
            return Failure(route.error());
        for (std::size_t i = 0; i < shares.size(); ++i) {
            shares[i].weights[purpose] = 0; // helps out
            for (const auto &[name, weight] : *route)
                if (name == shares[i].gateway.name())
                    shares[i].weights[purpose] = weight;
        }
    }
    return shares;
}

} // namespace wemo::service
