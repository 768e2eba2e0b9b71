#pragma once
#include "app/service/settings.h"
#include "services/sms/every8d_gateway.h"
#include "services/sms/gateways.h"

namespace wemo::service {

/// The SMS gateways of the configuration, and how messages are shared out between them.
class SmsGateways {
public:
    static Result<std::unique_ptr<SmsGateways>> create(const Settings &settings, http::Client &client,
                                                       const Clock &clock);
    Q_DISABLE_COPY_MOVE(SmsGateways)

    sms::Gateways &gateways() { return m_gateways; }

private:
    explicit SmsGateways(std::unique_ptr<sms::Gateway> every8d);

    std::unique_ptr<sms::Gateway> m_every8d;
    sms::Gateways m_gateways;
};

} // namespace wemo::service
