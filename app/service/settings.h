#pragma once
#include "services/http/address_list.h"
#include "services/http/server.h"
#include "services/redis/pool.h"
#include "services/runtime/config.h"
#include "services/sms/every8d_gateway.h"
#include "services/sms/messaging.h"
#include "services/sms/segment_costs.h"
#include "services/storage/database.h"

namespace wemo::service {

/// The configuration in the terms of those who need it.
struct Settings {
    bool local = true;
    bool demo = false;
    QString environment;
    QString dataFolder; ///< local mode
    http::ServerOptions http;
    bool anyPort = false;     ///< where the port is taken any free one will do
    storage::Options storage; ///< server mode; local mode finds its own
    redis::Options redis;
    QString secretsFile;
    QString publicUrl;
    QString gatewayUrl, gatewayUid, gatewayPassword;
    sms::Every8dOptions::Endpoint gatewayEndpoint = sms::Every8dOptions::Endpoint::Param;
    bool gatewayByToken = false;
    QString mitakeUrl, mitakeUsername, mitakePassword;
    std::map<sms::Purpose, QString> routes; ///< "every8d:90,mitake:10"
    sms::BreakerOptions gatewayBreaker;
    Milliseconds balanceEvery{300'000};
    Milliseconds gatewayTimeout{10'000};
    QString queuePrefix;
    std::optional<queue::Limit> smsLimit;
    sms::SegmentCosts segmentCosts;
    sms::MessagingOptions messaging;
    http::AddressList callbackFrom; ///< empty = anywhere
    Milliseconds pricingLead{20 * 60'000};
    int demoMessages = 0, demoRides = 0, demoTraffic = 0;
    QString logFile, logLevel;
    Milliseconds drain{10'000};

    static Result<Settings> from(const runtime::Config &config);
};

} // namespace wemo::service
