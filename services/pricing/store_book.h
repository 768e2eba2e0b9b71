#pragma once
#include "services/pricing/price_books.h"
#include "services/storage/database.h"

namespace wemo::pricing {

/// The price book as the store has it, read in one transaction.
class StoreBook final : public BookSource {
public:
    explicit StoreBook(storage::Database &database)
        : m_database(database) {}
    Result<qint64> version() override;
    Result<BookParts> load() override;

private:
    storage::Database &m_database;
};

} // namespace wemo::pricing
