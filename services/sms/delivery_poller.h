#pragma once
#include "services/runtime/thread_pool.h"
#include "services/sms/gateways.h"
#include "services/sms/message_log.h"
#include "services/sms/receipt_intake.h"

namespace wemo::sms {

struct PollOptions {
    int threads = 0; ///< queries at once; 0 = one after another in the caller's thread
    int batch = 200;
    int maxBatches = 20; ///< of one round, so that deadlines get their turn
};

/// Asks the gateways for what no receipt told, at the times of the schedule. Several services may do so at once: each
/// query is made by one of them.
class DeliveryPoller {
public:
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        Gateways &gateways;
        ReceiptIntake &receipts;
    };
    DeliveryPoller(Parts parts, PollOptions options);

    /// All that is due: for how many a gateway was asked.
    Result<int> pollDue();
    /// Asks for one, if it is due; whether it was.
    Result<bool> poll(Id id);

private:
    Result<MessageRecord> claim(Id id);
    Result<int> pollAll(const QList<Id> &ids);

    Parts m_parts;
    PollOptions m_options;
    std::unique_ptr<runtime::ThreadPool> m_pool;
};

} // namespace wemo::sms
