#pragma once
#include "models/core/id.h"
#include "services/storage/database.h"

namespace wemo::blocking {

/// The ban list in SQL, as its copy in Redis reads it. Thread-safe.
class BanSource {
public:
    explicit BanSource(storage::Database &database)
        : m_database(database) {}

    /// What a value stands at now: banned, until when, or not.
    struct Entry {
        QByteArray hash;
        bool isBanned = false;
        qint64 ends = 0; ///< ms; 0 = not by itself
    };
    struct Page {
        QList<Entry> entries;
        Id last = 0; ///< the next page is after it
    };
    struct Range {
        Id first = 0, last = 0;
    };
    struct Changes {
        qint64 seq = 0; ///< up to which they go
        QList<Range> ranges;
        QString lengths;
        bool reachBack = true; ///< false: the log no longer goes back that far
    };
    static constexpr int pageSize = 1'000;

    /// Of prefixes and networks, in the form of BanLengths.
    static Result<QString> lengths(storage::Connection &connection);
    Result<qint64> seq();
    Result<Changes> changesAfter(qint64 seq);
    Result<Page> changed(const Range &range, Id after);
    Result<Page> all(Id after); ///< every ban there ever was, by id

private:
    Result<Page> page(const char *query, const storage::Params &params);
    storage::Database &m_database;
};

} // namespace wemo::blocking
