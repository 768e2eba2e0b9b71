#pragma once
#include "models/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace wemo::http {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A request, whole, as a handler sees it.
struct Request {
    QByteArray method; ///< upper case
    QString path;      ///< percent-decoded, no query
    QByteArray rawQuery;
    QUrlQuery query;
    Headers headers;
    QByteArray body;
    QString remoteAddress;
    QString requestId; ///< ours, or the client's X-Request-Id if it is a decent one

    QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty if absent
};

/// Bytes that come over time (server-sent events). The server calls `start` on a thread of its own; the stream calls
/// `wake` from any thread when `take` has something; `closed` says no more will come.
class Stream {
public:
    virtual ~Stream() = default;
    virtual void start(std::function<void()> wake) = 0;
    virtual QByteArray take() = 0; ///< everything that waits, or nothing
    virtual bool closed() const = 0;
};

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;
    std::shared_ptr<Stream> stream; ///< instead of `body`
    bool dropConnection = false;    ///< close without an answer; only the gateway simulator does that
    /// Instead of everything else: an answer that somebody else gives, so that waiting for it holds no thread. The
    /// server calls this once; what it passes is called once, from any thread. Never called is 503.
    std::function<void(std::function<void(Response)>)> later = {};
};

} // namespace wemo::http
