#include "services/staff/audit.h"

#include "services/runtime/log.h"

#include <QJsonDocument>

namespace wemo::staff {

namespace {
QString compact(const QJsonObject &object) {
    return object.isEmpty() ? QString("") : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
} // namespace

Result<void> AuditLog::record(storage::Connection &connection, const AuditEntry &entry) const {
    const Result<qint64> added =
        connection.execute("staff/insert_audit", {{"id", m_ids.next()},
                                                  {"at", toMs(m_clock.now())},
                                                  {"actor_id", entry.actorId},
                                                  {"actor", entry.actor},
                                                  {"action", entry.action},
                                                  {"target", entry.target},
                                                  {"request_id", runtime::log::currentRequestId()},
                                                  {"before", compact(entry.before)},
                                                  {"after", compact(entry.after)}});
    return added ? Result<void>() : Failure(added.error());
}

} // namespace wemo::staff
