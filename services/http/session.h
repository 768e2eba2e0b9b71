#pragma once
#include "services/http/server.h"
#include "services/runtime/thread_pool.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <condition_variable>
#include <mutex>
#include <unordered_set>

namespace wemo::http {

class Session;

/// What the sessions of one server share. `sessions` and `stopping` belong to the I/O thread.
struct ServerCore {
    ServerCore(ServerOptions o, Server::Handler h)
        : options(std::move(o))
        , handler(std::move(h))
        , pool(options.threads, static_cast<std::size_t>(options.maxPending)) {}

    ServerOptions options;
    Server::Handler handler;
    boost::asio::io_context io{1};
    runtime::ThreadPool pool;
    std::unordered_set<Session *> sessions;
    bool stopping = false;

    std::mutex mutex;
    std::condition_variable changed;
    bool drained = false; ///< under `mutex`: stopping, and no session is left
    bool ended = false;   ///< under `mutex`: the I/O thread is gone for good
    void noteDrained();
};

/// One connection. Runs on the I/O thread only; owned by the operations that are under way.
class Session final : public std::enable_shared_from_this<Session> {
public:
    Session(std::shared_ptr<ServerCore> core, boost::asio::ip::tcp::socket socket);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    void start();
    void refuseBusy(); ///< instead of start(): 503 and goodbye
    void wind();       ///< the server stops: ends at once what waits or streams, lets a request be answered
    void close();
    /// From any thread: takes the session along, since it must end on the I/O thread.
    static void answer(std::shared_ptr<Session> session, quint64 number, Response response);
    bool isIdle() const { return m_phase == Phase::Idle; }
    std::chrono::steady_clock::time_point idleSince() const { return m_since; }

private:
    enum class Phase { Idle, Reading, Handling, Writing, Streaming, Lingering, Closed };
    using Code = boost::system::error_code;
    class LateAnswer;

    void waitForRequest();
    void readHeader();
    void onHeader(Code code);
    void readBody();
    void onUnreadable(Code code);
    void dispatch();
    void onAnswer(quint64 number, Response response);
    void refuse(int status, const char *code, const char *title);
    void write(Response response);
    void onWritten(Code code);
    void linger();
    void startStream();
    void pump();
    void watchClient();
    void releaseStream();

    std::shared_ptr<ServerCore> m_core;
    boost::beast::tcp_stream m_stream;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    boost::asio::steady_timer m_handlerTimer;
    Phase m_phase = Phase::Idle;
    std::chrono::steady_clock::time_point m_since;
    quint64 m_number = 0; ///< of the request being handled; an answer to an older one is dropped
    QString m_requestId;
    QByteArray m_head;
    Response m_response;
    bool m_keepAlive = false;
    bool m_http11 = true;
    bool m_isHead = false;
    bool m_writing = false;
    std::size_t m_discarded = 0;
    std::array<char, 4096> m_scratch;
};

} // namespace wemo::http
