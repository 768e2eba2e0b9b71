#pragma once
#include <QByteArray>
#include <QList>

namespace wemo::bench {

struct Load {
    int port = 0;
    int connections = 64;
    double perSecond = 0; ///< 0 = as fast as the answers come
    double seconds = 10;  ///< then no more is sent
};

struct Loaded {
    int answered = 0;
    int refused = 0; ///< any status but 200
    double seconds = 0;
    double p50Ms = 0, p99Ms = 0, longestMs = 0; ///< from when it was due to its answer
};

/// Sends the bodies in order to `path`, over and over until the time is up, on connections that stay open: each has one
/// request under way. One thread, epoll, next to no work of its own.
Loaded post(const Load &load, const QByteArray &path, const QList<QByteArray> &bodies);

} // namespace wemo::bench
