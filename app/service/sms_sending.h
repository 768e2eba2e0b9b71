#pragma once
#include "services/api/router.h"
#include "services/sms/acts.h"
#include "services/sms/bulk_worker.h"
#include "services/sms/messaging.h"
#include "services/sms/segment_costs.h"
#include "services/staff/audit.h"

namespace wemo::service {

struct Ground;

/// What people and other services do with messages: send, send again, cancel, ask, many at once.
class SmsSending {
public:
    struct Parts {
        const Ground &ground;
        sms::Messaging &messaging;
        sms::Lanes &lanes;
        sms::Gateways &gateways;
        const sms::TemplateBook &templates;
        staff::AuditLog &audit;
        sms::AskForCode askForCode;
        std::function<void()> afterCommit;
    };
    explicit SmsSending(Parts parts);
    Q_DISABLE_COPY_MOVE(SmsSending)

    QList<api::Route> routes();
    void start();
    void stop();

private:
    Parts m_parts;
    const sms::SegmentPrice m_price;
    sms::Resender m_resender;
    sms::MessageActs m_acts;
    sms::BulkResends m_bulks;
    sms::BulkWorker m_worker; ///< last: its thread uses the others
};

/// Notes in a code's messages that it was used; a store that is away costs the note, never the sign-in.
std::function<void(const QString &keyStem)> codeUseNoter(storage::Database &database, sms::MessageLog &log,
                                                         std::function<void()> afterCommit);

} // namespace wemo::service
