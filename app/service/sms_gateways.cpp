#include "app/service/sms_gateways.h"

namespace wemo::service {

namespace {
const std::map<sms::Purpose, int> everything{
    {sms::Purpose::Otp, 1}, {sms::Purpose::Transactional, 1}, {sms::Purpose::Marketing, 1}};
}

Result<std::unique_ptr<SmsGateways>> SmsGateways::create(const Settings &settings, http::Client &client,
                                                         const Clock &clock) {
    auto every8d = sms::Every8dGateway::create(
        {settings.gatewayUrl, settings.gatewayUid, settings.gatewayPassword, settings.gatewayTimeout}, client, clock);
    if (!every8d)
        return Failure(every8d.error());
    return std::unique_ptr<SmsGateways>(new SmsGateways(*std::move(every8d)));
}

SmsGateways::SmsGateways(std::unique_ptr<sms::Gateway> every8d)
    : m_every8d(std::move(every8d))
    , m_gateways({{*m_every8d, everything}}) {}

} // namespace wemo::service
