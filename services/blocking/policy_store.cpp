#include "services/blocking/policy_store.h"

#include <QJsonDocument>

namespace wemo::blocking {

namespace {
Result<PolicyRecord> recordOf(const storage::Row &row) {
    const QJsonObject body = QJsonDocument::fromJson(row.text("body").toUtf8()).object();
    Result<PolicyRecord> record = policyEditFromJson(body);
    if (!record)
        return failure(ErrorKind::Internal, "bad-policy", "A policy cannot be read.", record.error().message);
    record->version = static_cast<int>(row.integer("version"));
    record->deleted = row.integer("is_deleted") != 0;
    record->changedAt = fromMs(row.integer("changed_at"));
    record->changedBy = row.text("changed_by");
    return record;
}

Result<std::optional<PolicyRecord>> firstOf(const Result<QList<PolicyRecord>> &records) {
    if (!records)
        return Failure(records.error());
    return records->isEmpty() ? std::optional<PolicyRecord>() : std::optional(records->first());
}
} // namespace

Result<QList<PolicyRecord>> PolicyStore::read(const QString &query, const storage::Params &params,
                                              const QSet<QString> &with) {
    const Result<storage::Rows> rows = m_connection.query(query, params, with);
    if (!rows)
        return Failure(rows.error());
    QList<PolicyRecord> records;
    for (const storage::Row &row : *rows) {
        Result<PolicyRecord> record = recordOf(row);
        if (!record)
            return Failure(record.error());
        records.append(*std::move(record));
    }
    return records;
}

Result<PolicyStore::Version> PolicyStore::version() {
    const Result<storage::Rows> rows = m_connection.query("blocking/version");
    if (!rows)
        return Failure(rows.error());
    return rows->isEmpty() ? Version()
                           : Version{rows->first().integer("version"), rows->first().integer("is_seeded") != 0};
}

Result<void> PolicyStore::countVersion() {
    const Result<qint64> counted = m_connection.execute("blocking/count_version");
    return counted ? Result<void>() : Failure(counted.error());
}

Result<QList<PolicyRecord>> PolicyStore::all() {
    Result<QList<PolicyRecord>> records = read("blocking/policies", {}, {});
    if (records)
        records->removeIf([](const PolicyRecord &record) { return record.deleted; });
    return records;
}

Result<std::optional<PolicyRecord>> PolicyStore::find(const QString &id) {
    return firstOf(read("blocking/policies", {{"id", id}}, {"id"}));
}

Result<QList<PolicyRecord>> PolicyStore::versionsOf(const QString &id) {
    return read("blocking/policy_versions", {{"id", id}}, {});
}

Result<std::optional<PolicyRecord>> PolicyStore::versionOf(const QString &id, int version) {
    return firstOf(read("blocking/policy_versions", {{"id", id}, {"version", version}}, {"version"}));
}

Result<void> PolicyStore::add(const PolicyRecord &record) {
    const QByteArray body = QJsonDocument(editJson(record)).toJson(QJsonDocument::Compact);
    const auto headed =
        m_connection.execute("blocking/put_policy", {{"id", record.policy.id}, {"version", record.version}});
    if (!headed)
        return Failure(headed.error());
    const auto added = m_connection.execute("blocking/insert_policy_version", {{"policy_id", record.policy.id},
                                                                               {"version", record.version},
                                                                               {"is_deleted", record.deleted ? 1 : 0},
                                                                               {"body", QString::fromUtf8(body)},
                                                                               {"changed_at", toMs(record.changedAt)},
                                                                               {"changed_by", record.changedBy}});
    return added ? Result<void>() : Failure(added.error());
}

} // namespace wemo::blocking
