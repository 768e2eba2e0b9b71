#include "services/blocking/policy_book.h"

#include "services/runtime/log.h"

namespace wemo::blocking {

PolicyBook::PolicyBook(storage::Database &database, Milliseconds every)
    : m_database(database)
    , m_ticker([this] { turn(); }, every, runtime::Ticker::First::AfterTime) {}

Result<void> PolicyBook::refresh() {
    const std::lock_guard refreshing(m_refreshing);
    return m_database.read([this](storage::Connection &connection) -> Result<void> {
        PolicyStore store(connection);
        const auto at = store.version();
        if (!at)
            return Failure(at.error());
        {
            const std::lock_guard lock(m_mutex);
            if (m_policies && m_version == at->version)
                return {};
        }
        const auto records = store.all();
        if (!records)
            return Failure(records.error());
        QList<Policy> policies;
        for (const PolicyRecord &record : *records)
            policies.append(record.policy);
        const std::lock_guard lock(m_mutex);
        m_policies = std::make_shared<const QList<Policy>>(std::move(policies));
        m_version = at->version;
        return {};
    });
}

Result<std::shared_ptr<const QList<Policy>>> PolicyBook::current() const {
    const std::lock_guard lock(m_mutex);
    if (m_policies)
        return m_policies;
    Error error{ErrorKind::Unavailable, "policies-loading", "The service is not ready yet.", {}};
    error.retryAfterMs = 1'000;
    return failure(std::move(error));
}

void PolicyBook::turn() {
    const Result<void> done = refresh();
    if (!done && m_wasWell) // once, not each time that it is away
        runtime::log::warn("policies-not-read", {{"code", done.error().code}, {"detail", done.error().detail}});
    m_wasWell = done.has_value();
}

} // namespace wemo::blocking
