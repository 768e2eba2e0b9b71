#pragma once
#include "app/service/bans.h"
#include "app/service/blocking.h"
#include "app/service/prices.h"
#include "app/service/riders.h"
#include "app/service/settings.h"
#include "app/service/sms_gateways.h"
#include "app/service/sms_sending.h"
#include "services/api/application.h"
#include "services/api/campaign_routes.h"
#include "services/api/event_routes.h"
#include "services/api/pricing_routes.h"
#include "services/api/queue_metrics.h"
#include "services/api/queue_routes.h"
#include "services/api/service_routes.h"
#include "services/delivery/delivery_monitor.h"
#include "services/demo/company.h"
#include "services/demo/pricing_company.h"
#include "services/demo/traffic.h"
#include "services/http/client.h"
#include "services/live/feed.h"
#include "services/live/outbox.h"
#include "services/metrics/registry.h"
#include "services/runtime/seal.h"
#include "services/sms/messaging.h"
#include "services/sms/replay_owner.h"
#include "services/staff/audit.h"
#include "services/staff/sessions.h"

#include <atomic>
#include <thread>

namespace wemo::service {

/// What the domains are built on, all of it alive for as long as they are.
struct Ground {
    const Settings &settings;
    const Clock &clock;
    IdSource &ids;
    const runtime::Secrets &secrets;
    storage::Database &database;
    redis::Pool &redis;
    metrics::Registry &metrics;
    const std::atomic<bool> &canceled; ///< SIGTERM came while the service starts
    QString simulatorUrl;              ///< empty where the gateway is real
    QString webhooks;                  ///< how gateways reach us: https://host, before /webhooks
};

/// The wiring: every domain's objects in the order they need each other. A domain adds its members here, its routes in
/// routes(), its threads in start() and stop(), its first data in prepare().
class Domains {
public:
    explicit Domains(Ground ground);
    ~Domains();
    Q_DISABLE_COPY_MOVE(Domains)

    Result<void> prepare(); ///< after the migrations, before anything is served
    QList<api::Route> routes();
    api::Authenticate authenticate();
    QList<api::ReadinessCheck> checks();
    void refreshMetrics() { m_queueMetrics.refresh(); }
    void start();
    /// In-flight jobs end within the time.
    void stop(Milliseconds within);

private:
    Result<void> prepareQueues();
    Result<void> checkQueues();
    Result<void> prepareMessaging();
    Result<void> prepareSending();
    api::QueueDependencies queueDependencies();
    Result<void> prepareDemo();
    Result<void> seedRides();
    Result<void> seedDemoBans();
    void startDemo();
    void writeDemoHistory();
    demo::Company company() const;
    Result<demo::PricingCompany> pricingCompany();

    Ground m_ground;

    staff::Passwords m_passwords;
    staff::Accounts m_accounts;
    staff::Sessions m_sessions;
    staff::AuditLog m_audit;
    Blocking m_blocking;
    Bans m_bans;
    pricing::Desk m_pricingDesk;
    api::PricingDependencies m_pricing;
    api::CampaignDependencies m_campaigns;
    Prices m_prices;

    http::Client m_client;
    sms::Lanes m_lanes;
    live::Relay m_relay;
    live::Feed m_feed;
    api::EventRoutes m_events;
    api::QueueMetrics m_queueMetrics;
    std::unique_ptr<SmsGateways> m_gateways; ///< from prepare() on
    delivery::DeliveryMonitor m_delivery;
    std::unique_ptr<sms::Messaging> m_messaging;   ///< from prepare() on
    std::optional<sms::TemplateBook> m_templates;  ///< from prepare() on
    std::unique_ptr<Riders> m_riders;              ///< from prepare() on
    std::unique_ptr<SmsSending> m_sending;         ///< from prepare() on
    std::unique_ptr<sms::ReplayOwner> m_laneOwner; ///< from prepare() on
    std::thread m_demoHistory;                     ///< writes the company's older months while people work
    std::unique_ptr<demo::Traffic> m_demoTraffic;
    std::atomic<bool> m_areQueuesOpen = false;
    std::atomic<bool> m_stopping = false;
};

} // namespace wemo::service
