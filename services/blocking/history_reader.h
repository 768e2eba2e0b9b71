#pragma once
#include "models/blocking/policy_preview.h"
#include "services/blocking/log_entry.h"
#include "services/blocking/subject_keys.h"

namespace wemo::blocking {

/// What the log says. Thread-safe.
class HistoryReader {
public:
    explicit HistoryReader(storage::Database &database)
        : m_database(database) {}

    /// Newest first; a page ends between two entries of the log, so it may have some more than `limit`.
    Result<HistoryPage> page(const QString &subjectId, const QString &cursor, int limit);
    /// Whom a policy would have blocked: every decision since `from` on its kind of subject, in the order they came,
    /// counted again by the rule in memory. What another policy refused is not counted, as it was not then. At most two
    /// million decisions, the oldest.
    Result<PolicyPreview> preview(const Policy &policy, Instant from, Instant now);

private:
    storage::Database &m_database;
};

} // namespace wemo::blocking
