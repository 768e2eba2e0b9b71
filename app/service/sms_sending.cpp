#include "app/service/sms_sending.h"

#include "app/service/domains.h"
#include "services/api/sms_act_routes.h"
#include "services/api/sms_send_routes.h"
#include "services/runtime/log.h"
#include "services/sms/code_use.h"

namespace wemo::service {

SmsSending::SmsSending(Parts parts)
    : m_parts(std::move(parts))
    , m_price(sms::segmentPrice(m_parts.ground.settings.segmentCosts, m_parts.gateways))
    , m_resender({m_parts.messaging.log(), m_parts.messaging.sender(), m_parts.templates, m_parts.askForCode})
    , m_acts({m_parts.ground.database, m_parts.messaging.log(), m_resender, m_parts.lanes, m_parts.gateways,
              m_parts.messaging.receipts(), m_parts.afterCommit})
    , m_bulks({m_parts.ground.database, m_parts.messaging.list(), m_parts.ground.clock, m_parts.ground.ids, m_resender,
               m_price, m_parts.afterCommit})
    , m_worker({m_parts.ground.database, m_parts.ground.clock, m_resender, m_parts.afterCommit}) {}

QList<api::Route> SmsSending::routes() {
    return api::smsSendRoutes({m_parts.ground.database, m_parts.messaging.sender(), m_parts.messaging.log(),
                               m_parts.templates, m_parts.audit, m_price, m_parts.ground.secrets.lookupKey}) +
           api::smsActRoutes({m_acts, m_bulks, m_parts.audit, [this] { m_worker.wake(); }});
}

void SmsSending::start() {
    m_worker.start();
}

void SmsSending::stop() {
    m_worker.stop();
}

std::function<void(const QString &)> codeUseNoter(storage::Database &database, sms::MessageLog &log,
                                                  std::function<void()> afterCommit) {
    return [&database, &log, afterCommit = std::move(afterCommit)](const QString &keyStem) {
        const auto noted = database.write(
            [&](storage::Connection &connection) { return sms::noteCodeUsed(connection, log, keyStem); });
        if (noted)
            afterCommit();
        else
            runtime::log::warn("code-use-not-noted", {{"code", noted.error().code}});
    };
}

} // namespace wemo::service
