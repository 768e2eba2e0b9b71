#include "app/service/settings.h"

#include "services/redis/address.h"
#include "services/storage/address.h"

#include <QStandardPaths>

namespace wemo::service {

namespace {
Failure missing(const char *key) {
    return failure(ErrorKind::InvalidInput, "bad-configuration", QString("Server mode needs \"%1\".").arg(key));
}

Result<void> readListen(const QString &listen, http::ServerOptions &http) {
    bool isPort = false;
    http.address = listen.section(':', 0, -2);
    http.port = listen.section(':', -1).toUShort(&isPort);
    if (http.address.startsWith('[') && http.address.endsWith(']'))
        http.address = http.address.mid(1, http.address.size() - 2);
    if (isPort && !http.address.isEmpty())
        return {};
    return failure(ErrorKind::InvalidInput, "bad-configuration", "\"listen\" must be address:port.");
}

Result<void> readStores(const runtime::Config &config, Settings &settings) {
    for (const char *key : {"database-url", "redis-url", "secrets-file", "gateway-url"})
        if (config.text(key).isEmpty())
            return missing(key);
    const auto storage = storage::optionsFromUrl(config.text("database-url"), config.text("database-password"));
    if (!storage)
        return Failure(storage.error());
    const auto redis = redis::optionsFromUrl(config.text("redis-url"));
    if (!redis)
        return Failure(redis.error());
    settings.storage = *storage;
    settings.redis = *redis;
    settings.redis.password = config.text("redis-password").toStdString();
    return {};
}

void readGateways(const runtime::Config &config, Settings &settings) {
    using Endpoint = sms::Every8dOptions::Endpoint;
    const QString endpoint = config.text("gateway-endpoint");
    settings.gatewayEndpoint = endpoint == "plain"    ? Endpoint::Plain
                               : endpoint == "filter" ? Endpoint::Filter
                                                      : Endpoint::Param;
    settings.gatewayByToken = config.text("gateway-login") == "token";
    settings.mitakeUrl = config.text("mitake-url");
    settings.mitakeUsername = config.text("mitake-username");
    settings.mitakePassword = config.text("mitake-password");
    settings.routes = {{sms::Purpose::Otp, config.text("sms-route-otp")},
                       {sms::Purpose::Transactional, config.text("sms-route-transactional")},
                       {sms::Purpose::Marketing, config.text("sms-route-marketing")}};
    settings.gatewayBreaker.failures = static_cast<int>(config.number("gateway-failures"));
    settings.gatewayBreaker.openFor = Milliseconds(config.number("gateway-pause-ms"));
    settings.balanceEvery = std::chrono::seconds(config.number("gateway-balance-seconds"));
}

sms::MessagingOptions messagingOptions(const runtime::Config &config) {
    sms::MessagingOptions options;
    options.worker.concurrency = static_cast<int>(config.number("sms-workers"));
    options.worker.lockTime = Milliseconds(config.number("queue-lock-ms"));
    options.worker.sweepEvery = Milliseconds(config.number("queue-sweep-ms"));
    options.job.backoff.delay = Milliseconds(config.number("queue-backoff-ms"));
    options.sweep.every = Milliseconds(config.number("sms-sweep-ms"));
    options.sweep.pollThreads = 4;
    options.retention.textFor = std::chrono::hours(24 * config.number("sms-keep-text-days"));
    options.retention.numberFor = std::chrono::hours(24 * config.number("sms-keep-number-days"));
    options.sweep.jobLostAfter = Milliseconds(config.number("sms-lost-job-ms"));
    return options;
}
} // namespace

Result<Settings> Settings::from(const runtime::Config &config) {
    Settings settings;
    settings.local = config.text("mode") == "local";
    settings.demo = settings.local && config.flag("demo"); // published passwords never reach a shared store
    settings.environment = config.text("environment");
    const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/wemo-console";
    settings.dataFolder = config.isGiven("data-dir") ? config.text("data-dir") : home;
    settings.anyPort = settings.local && !config.isGiven("listen");
    settings.http.threads = static_cast<int>(config.number("threads"));
    settings.http.maxConnections = static_cast<int>(config.number("max-connections"));
    settings.secretsFile = config.text("secrets-file");
    settings.publicUrl = config.text("public-url");
    settings.gatewayUrl = config.text("gateway-url");
    settings.gatewayUid = config.text("gateway-uid");
    settings.gatewayPassword = config.text("gateway-password");
    settings.gatewayTimeout = Milliseconds(config.number("gateway-timeout-ms"));
    readGateways(config, settings);
    settings.queuePrefix = config.text("queue-prefix");
    if (const qint64 rate = config.number("sms-per-second"); rate > 0)
        settings.smsLimit = queue::Limit{static_cast<double>(rate), static_cast<int>(config.number("sms-burst"))};
    settings.messaging = messagingOptions(config);
    const auto costs = sms::segmentCostsFromText(config.text("sms-segment-cost"));
    if (!costs)
        return Failure(costs.error());
    settings.segmentCosts = *costs;
    settings.pricingLead = std::chrono::minutes(config.number("pricing-lead-minutes"));
    settings.demoMessages = static_cast<int>(config.number("demo-messages"));
    settings.demoRides = static_cast<int>(config.number("demo-rides"));
    settings.demoTraffic = static_cast<int>(config.number("demo-traffic"));
    settings.logFile = config.text("log-file");
    settings.logLevel = config.text("log-level");
    settings.drain = std::chrono::seconds(config.number("drain-seconds"));
    const Result<http::AddressList> callbackFrom = http::AddressList::parse(config.text("callback-addresses"));
    if (!callbackFrom)
        return failure(ErrorKind::InvalidInput, "bad-configuration",
                       "\"callback-addresses\": " + callbackFrom.error().message);
    settings.callbackFrom = *callbackFrom;
    const Result<sms::Schedule> schedule = sms::Schedule::parse(
        config.text("sms-poll-seconds"), std::chrono::seconds(config.number("sms-poll-margin-seconds")));
    if (!schedule)
        return failure(ErrorKind::InvalidInput, "bad-configuration",
                       "\"sms-poll-seconds\": " + schedule.error().message);
    settings.messaging.schedule = *schedule;
    if (const Result<void> ok = readListen(config.text("listen"), settings.http); !ok)
        return Failure(ok.error());
    if (!settings.local)
        if (const Result<void> ok = readStores(config, settings); !ok)
            return Failure(ok.error());
    return settings;
}

} // namespace wemo::service
