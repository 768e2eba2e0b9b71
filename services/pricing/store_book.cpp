#include "services/pricing/store_book.h"

#include "services/pricing/store.h"

namespace wemo::pricing {

Result<qint64> StoreBook::version() {
    return m_database.read([](storage::Connection &connection) { return Store(connection).version(); });
}

Result<BookParts> StoreBook::load() {
    auto stored = m_database.read([](storage::Connection &connection) { return Store(connection).book(); });
    if (!stored)
        return Failure(stored.error());
    BookParts parts{
        stored->version, std::move(stored->plans), std::move(stored->intervals), std::move(stored->configs), {}};
    for (const CatalogEntry &entry : std::as_const(stored->catalog))
        if (entry.kind == "zone")
            parts.names.zones.insert(entry.code, entry);
    return parts;
}

} // namespace wemo::pricing
