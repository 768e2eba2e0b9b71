#pragma once
#include "services/http/message.h"

#include <chrono>

namespace wemo::http {

struct ServerOptions {
    QString address = "127.0.0.1";
    quint16 port = 0; ///< 0 = any free one
    std::size_t headerLimit = 16 << 10;
    std::size_t bodyLimit = 1 << 20;
    std::chrono::milliseconds messageTime{10'000}; ///< from first byte to last of one request, and of one answer
    std::chrono::milliseconds idleTime{60'000};    ///< between requests of one connection
    std::chrono::milliseconds handlerTime{30'000}; ///< then the client gets 503 and the answer is dropped
    int maxConnections = 1024;
    int maxPending = 512; ///< requests that wait for a pool thread; then 503 with Retry-After
    int threads = 8;      ///< pool threads, on which handlers run and may block
};

/// HTTP/1.1 over Boost.Beast. I/O on one thread, handlers on a pool.
class Server {
public:
    using Handler = std::function<Response(Request)>;
    Server(ServerOptions options, Handler handler);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)
    Result<void> start(); ///< bound and listening when it returns
    quint16 port() const;
    /// Accepts nothing new, ends streams, lets running requests finish within `within`.
    void stop(std::chrono::milliseconds within);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace wemo::http
