#pragma once
#include "services/blocking/guard.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"

namespace wemo::demo {

/// What riders and a few pumpers of the invented company asked for: two weeks of decisions in the history, decided by
/// the rule in memory and the policies a service starts with, and some who are blocked right now.
class BlockingCompany {
public:
    BlockingCompany(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets)
        : m_database(database)
        , m_clock(clock)
        , m_keys(secrets.lookupKey) {}

    /// One transaction; does nothing where it is. `isNew` says whether it was not.
    Result<void> seedHistory(bool *isNew);
    /// Asks too often, as those who are blocked now did a moment ago.
    static void ask(blocking::Guard &guard);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const blocking::SubjectKeys m_keys;
};

} // namespace wemo::demo
