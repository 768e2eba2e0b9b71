#pragma once
#include "models/blocking/policy_edit.h"
#include "services/storage/database.h"

namespace wemo::blocking {

/// The tables of policies inside a transaction of the caller's. Whoever changes one counts the version first, so that
/// two writers wait for each other.
class PolicyStore {
public:
    explicit PolicyStore(storage::Connection &connection)
        : m_connection(connection) {}

    struct Version {
        qint64 version = 0;
        bool isSeeded = false;
    };
    Result<Version> version();
    Result<void> countVersion();
    Result<QList<PolicyRecord>> all(); ///< as they are; no deleted ones
    /// With `deleted` where it ended; nothing = there never was one of that id.
    Result<std::optional<PolicyRecord>> find(const QString &id);
    Result<QList<PolicyRecord>> versionsOf(const QString &id); ///< newest first
    Result<std::optional<PolicyRecord>> versionOf(const QString &id, int version);
    /// As a new version, the number of which is in it.
    Result<void> add(const PolicyRecord &record);

private:
    Result<QList<PolicyRecord>> read(const QString &query, const storage::Params &params, const QSet<QString> &with);
    storage::Connection &m_connection;
};

} // namespace wemo::blocking
