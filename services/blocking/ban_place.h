#pragma once
#include <QByteArray>

#include <string>

namespace wemo::blocking {

/// Where a ban stands in Redis. `wemo:{blocking}:bans` is the marker: `applied` = the last change of SQL that the copy
/// holds, `lengths` in use; without it the copy counts as lost and is made anew. Bans themselves are members
/// of 16,384 hashes, small enough (61 of a million) for Redis' packed form: 12 bytes a ban where other forms take 80.
/// `wemo:{blocking}:bans:lock` = who writes the copy just now. All of it may be lost: SQL is the truth.
struct BanPlace {
    static constexpr int shards = 1 << 14;
    static constexpr const char *marker = "wemo:{blocking}:bans";
    static constexpr const char *lock = "wemo:{blocking}:bans:lock";

    std::string shard;
    std::string member; ///< of its hash; 8 bytes as a whole number, which Redis keeps as one

    static std::string shardKey(int index);
    static BanPlace of(const QByteArray &valueHash); ///< of 16 bytes
};

} // namespace wemo::blocking
