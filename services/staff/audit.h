#pragma once
#include "models/core/id.h"
#include "models/core/result.h"
#include "services/storage/database.h"

#include <QJsonObject>

namespace wemo::staff {

/// Something a person did. Never holds a secret or a whole phone number.
struct AuditEntry {
    Id actorId = 0; ///< 0: nobody signed in, as in a refused sign-in
    QString actor;  ///< username, as it was then
    QString action; ///< "sms.reveal", "session.sign-in", …
    QString target; ///< "sms-message/123"; empty where the actor is the target
    QJsonObject before = {};
    QJsonObject after = {};
};

/// Append-only. Written in the transaction of what it tells of, so that neither is ever there without the other; the
/// request id is this thread's. Thread-safe.
class AuditLog {
public:
    AuditLog(const Clock &clock, IdSource &ids)
        : m_clock(clock)
        , m_ids(ids) {}
    Result<void> record(storage::Connection &connection, const AuditEntry &entry) const;

private:
    const Clock &m_clock;
    IdSource &m_ids;
};

} // namespace wemo::staff
