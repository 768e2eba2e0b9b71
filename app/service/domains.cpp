#include "app/service/domains.h"

#include "app/service/demo_riders.h"
#include "app/service/status_lines.h"
#include "services/api/delivery_routes.h"
#include "services/api/gateway_routes.h"
#include "services/api/reply_routes.h"
#include "services/api/service_key.h"
#include "services/api/session_routes.h"
#include "services/api/sms_routes.h"
#include "services/api/webhook_routes.h"
#include "services/demo/banned.h"
#include "services/demo/queue_history.h"
#include "services/demo/replies.h"
#include "services/redis/server_check.h"
#include "services/runtime/log.h"

namespace wemo::service {

namespace {
constexpr int demoBeforeReady = 10'000; // some days; the rest of the company follows while people look at them

api::Subscribe subscribeTo(live::Feed &feed) {
    return [&feed](const QString &lastId, live::Feed::Listener listener) -> Result<std::shared_ptr<void>> {
        auto subscription = feed.subscribe(lastId, std::move(listener));
        if (!subscription)
            return Failure(subscription.error());
        return std::shared_ptr<void>(*std::move(subscription));
    };
}

/// What is left at each gateway that has said it.
QList<delivery::Balance> creditsOf(SmsGateways &gateways) {
    QList<delivery::Balance> found;
    const QList<sms::Gateway *> all = gateways.gateways().all();
    for (const sms::Gateway *gateway : all)
        if (const auto balance = gateways.balances().of(gateway->name()))
            found.append({gateway->name(), static_cast<double>(balance->tenThousandths) / 10'000});
    return found;
}
} // namespace

Domains::Domains(Ground ground)
    : m_ground(std::move(ground))
    , m_accounts(m_ground.database, m_passwords, m_ground.clock, m_ground.ids)
    , m_sessions(
          m_ground.database, m_accounts, m_passwords,
          [this](const QString &account, const QString &address) { return m_blocking.countSignIn(account, address); },
          m_ground.clock, m_ground.ids)
    , m_audit(m_ground.clock, m_ground.ids)
    , m_blocking(m_ground, m_audit, [this] { m_relay.wake(); })
    , m_bans(m_ground, m_audit, [this] { m_relay.wake(); })
    , m_pricingDesk{m_ground.database,
                    m_ground.clock,
                    m_ground.ids,
                    m_audit,
                    [this] {
                        m_relay.wake();
                        m_prices.wake();
                    },
                    m_ground.settings.pricingLead}
    , m_pricing{pricing::Plans(m_pricingDesk), pricing::Timelines(m_pricingDesk), m_ground.clock}
    , m_campaigns{pricing::Campaigns(m_pricingDesk), pricing::CampaignRehearsals(m_pricingDesk), m_ground.clock}
    , m_prices(m_ground)
    , m_lanes(m_ground.redis, m_ground.settings.queuePrefix.toStdString(), m_ground.settings.messaging.job,
              m_ground.settings.smsLimit)
    , m_relay(m_ground.database, m_ground.redis, m_lanes.all())
    , m_feed(m_ground.redis)
    , m_events(subscribeTo(m_feed), m_ground.clock)
    , m_queueMetrics(m_ground.metrics, m_lanes.all())
    , m_delivery({m_ground.database, m_ground.clock, m_ground.ids, m_audit, m_ground.metrics,
                  [this] { return creditsOf(*m_gateways); }, // asked from start() on
                  [this] { m_relay.wake(); }}) {
    m_bans.joinInto(m_blocking);
}

Domains::~Domains() = default;

/// Whether Redis may be trusted with work, asked until it has answered once.
Result<void> Domains::checkQueues() {
    if (m_areQueuesOpen)
        return {};
    Result<redis::Connection> connection = m_ground.redis.lease();
    if (!connection)
        return Failure(connection.error());
    if (const Result<void> fit = redis::checkServer(*connection); !fit)
        return fit;
    const Result<void> opened = m_lanes.open();
    m_areQueuesOpen = opened.has_value();
    return opened;
}

Result<void> Domains::prepareQueues() {
    const Result<void> checked = checkQueues();
    if (checked || checked.error().kind == ErrorKind::Conflict)
        return checked;
    runtime::log::warn("redis-not-checked", {{"error", checked.error().detail}}); // away; it may come back
    return {};
}

Result<void> Domains::prepareMessaging() {
    const QString token = QString::fromLatin1(m_ground.secrets.webhookToken);
    auto gateways = SmsGateways::create({m_ground.settings, m_client, m_ground.clock, m_ground.metrics,
                                         m_ground.webhooks + "/webhooks/mitake/" + token});
    if (!gateways)
        return Failure(gateways.error());
    m_gateways = *std::move(gateways);
    sms::MessagingOptions options = m_ground.settings.messaging;
    options.observerOf = [this](const std::string &lane) { return m_queueMetrics.observerOf(lane); };
    options.guard = [this](const sms::NewMessage &message) { return m_delivery.breaker().allow(message); };
    m_messaging = std::make_unique<sms::Messaging>(sms::Messaging::Ground{m_ground.database, m_lanes, m_ground.clock,
                                                                          m_ground.ids, m_ground.secrets,
                                                                          m_ground.metrics, [this] { m_relay.wake(); }},
                                                   m_gateways->gateways(), std::move(options));
    return {};
}

/// Codes and every other message; each asks the other of something.
Result<void> Domains::prepareSending() {
    const auto wake = [this] { m_relay.wake(); };
    auto templates = sms::TemplateBook::load();
    if (!templates)
        return Failure(templates.error());
    m_templates = *std::move(templates);
    auto riders = Riders::create(
        m_ground, m_blocking.guard(), *m_templates,
        [&sender = m_messaging->sender()](const sms::NewMessage &message) { return sender.send(message); },
        codeUseNoter(m_ground.database, m_messaging->log(), wake));
    if (!riders)
        return Failure(riders.error());
    m_riders = *std::move(riders);
    const auto askForCode = [this](const QString &messageKey) { return m_riders->openCode(messageKey); };
    m_sending = std::make_unique<SmsSending>(SmsSending::Parts{m_ground, *m_messaging, m_lanes, m_gateways->gateways(),
                                                               *m_templates, m_audit, askForCode, wake});
    return {};
}

Result<void> Domains::prepare() {
    if (const Result<void> ok = prepareQueues(); !ok)
        return ok;
    if (const Result<void> ok = prepareMessaging(); !ok)
        return ok;
    if (const Result<void> ok = m_blocking.prepare(); !ok)
        return ok;
    if (const Result<void> ok = prepareSending(); !ok)
        return ok;
    m_laneOwner = std::make_unique<sms::ReplayOwner>(
        sms::ReplayOwner::Parts{m_messaging->log(), [this] { m_relay.wake(); },
                                [this](const QString &messageKey) { return m_riders->isCodeWanted(messageKey); }});
    const Result<void> done = m_ground.settings.demo ? prepareDemo() : Result<void>();
    m_bans.prepare();
    m_prices.prepare();
    m_delivery.prepare();
    return done;
}

Result<void> Domains::prepareDemo() {
    if (const Result<void> ok = m_accounts.ensureDemoAccounts(); !ok)
        return ok;
    Result<demo::PricingCompany> prices = pricingCompany();
    if (const auto ok = prices ? prices->seedPrices() : Failure(prices.error()); !ok)
        return ok;
    if (const Result<void> ok = seedDemoBans(); !ok)
        return ok;
    const auto progress = [](qint64 done, qint64 total) { sayProgress("demo-data", done, total); };
    const Result<void> seeded = company().seed(progress, m_ground.canceled, demoBeforeReady);
    return seeded ? demo::seedReplies(m_ground.database, m_ground.clock, m_ground.secrets) : seeded;
}

Result<void> Domains::seedDemoBans() {
    const auto service = m_accounts.find("cs"), admin = m_accounts.find("admin");
    if (!service || !admin)
        return Failure(!service ? service.error() : admin.error());
    if (!*service || !*admin)
        return failure(ErrorKind::Internal, "demo-data", "The demo accounts are missing.");
    return demo::seedBans(m_ground.database, m_ground.clock, m_ground.secrets, (*service)->account, (*admin)->account);
}

/// Prices as the demo accounts would have made them: one proposes, another approves.
Result<demo::PricingCompany> Domains::pricingCompany() {
    demo::PricingCompany::People people;
    for (const auto &[name, account] : {std::pair("pricing", &people.writer), std::pair("admin", &people.checker)}) {
        const auto found = m_accounts.find(QString::fromLatin1(name));
        if (!found || !*found)
            return found ? failure(ErrorKind::Internal, "demo-data", "The demo accounts are missing.")
                         : Failure(found.error());
        *account = (*found)->account;
    }
    return demo::PricingCompany(m_ground.database, m_ground.clock, people, {m_ground.settings.demoRides});
}

Result<void> Domains::seedRides() {
    Result<demo::PricingCompany> prices = pricingCompany();
    return prices ? prices->seedRides(m_stopping) : Failure(prices.error());
}

demo::Company Domains::company() const {
    demo::Scale scale;
    scale.messages = m_ground.settings.demoMessages;
    return demo::Company(m_ground.database, m_ground.clock, m_ground.secrets, scale);
}

api::QueueDependencies Domains::queueDependencies() {
    QList<api::ServedQueue> queues;
    for (queue::Queue *lane : m_lanes.all())
        queues.append({lane, m_laneOwner.get()});
    return {queues, m_ground.database, m_audit, m_messaging->list()};
}

QList<api::Route> Domains::routes() {
    QList<api::Route> all;
    all += api::sessionRoutes(m_sessions);
    all += m_riders->routes();
    all += m_blocking.routes();
    all += m_bans.routes();
    all += api::smsRoutes({m_ground.database, m_messaging->list(), m_messaging->log(), m_audit});
    all += m_sending->routes();
    all += api::replyRoutes(m_messaging->replies());
    all += api::webhookRoutes({m_messaging->receipts(),
                               m_ground.metrics,
                               m_ground.secrets.webhookToken,
                               m_ground.settings.callbackFrom,
                               {api::every8dWebhook(), api::mitakeWebhook()}});
    all += api::gatewayRoutes({m_gateways->gateways(), m_gateways->balances()});
    all += api::deliveryRoutes(m_delivery, m_ground.clock);
    all += api::queueRoutes(queueDependencies());
    all += api::pricingRoutes(m_pricing);
    all += api::campaignRoutes(m_campaigns);
    all += m_prices.routes([&all = m_campaigns.campaigns](Id campaign) { return all.changesOf(campaign); });
    all += m_events.routes();
    return all;
}

api::Authenticate Domains::authenticate() {
    using staff::Permission;
    return api::authenticateWithKeys({{m_ground.secrets.quoteKey, "rent", {Permission::PricingRead}},
                                      {m_ground.secrets.smsKey, "service", {Permission::SmsSend, Permission::SmsRead}}},
                                     api::authenticateStaff(m_sessions));
}

QList<api::ReadinessCheck> Domains::checks() {
    return {{"storage", [&database = m_ground.database] { return database.ping(); }},
            {"redis", [&redis = m_ground.redis] { return redis.ping(); }},
            {"queues", [this] { return checkQueues(); }},
            {"prices", [this] { return m_prices.check(); }}};
}

void Domains::start() {
    m_relay.start();
    m_feed.start();
    m_blocking.start();
    m_bans.start();
    m_gateways->balances().start();
    m_messaging->start();
    m_delivery.start();
    m_sending->start();
    m_prices.start();
    if (m_ground.settings.demo)
        startDemo();
}

void Domains::startDemo() {
    m_demoHistory = std::thread([this] { writeDemoHistory(); });
    auto codeUsed = codeUseNoter(m_ground.database, m_messaging->log(), [this] { m_relay.wake(); });
    DemoRiders riders(m_messaging->sender(), std::move(codeUsed));
    m_demoTraffic = std::make_unique<demo::Traffic>(
        [riders = std::move(riders)](const sms::NewMessage &message) mutable { riders.receive(message); },
        m_ground.settings.demoTraffic, runtime::randomBelow(0x7fffffff));
    m_demoTraffic->start();
}

void Domains::writeDemoHistory() {
    Result<void> done = demo::seedQueueHistory(m_lanes.all(), m_ground.clock.now(), demo::Scale().seed, m_stopping);
    if (done)
        done = m_blocking.seedDemo(m_ground);
    if (done)
        done = company().seed([](qint64, qint64) {}, m_stopping);
    if (done)
        done = m_delivery.rollup().countAllAgain(); // older days have come in
    if (done)
        done = seedRides();
    if (done)
        runtime::log::info("demo-history-written");
    else if (done.error().kind != ErrorKind::Canceled)
        runtime::log::warn("demo-history-failed", {{"code", done.error().code}});
}

void Domains::stop(Milliseconds within) {
    m_stopping = true;
    m_demoTraffic.reset();
    if (m_demoHistory.joinable())
        m_demoHistory.join();
    m_prices.stop();
    m_bans.stop();
    m_blocking.stop();
    m_delivery.stop();
    if (m_sending)
        m_sending->stop();
    if (m_messaging)
        m_messaging->stop(within);
    if (m_gateways)
        m_gateways->balances().stop();
    m_relay.stop(); // after the worker: it takes along what the last jobs wrote
    m_feed.stop();
}

} // namespace wemo::service
