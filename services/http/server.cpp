#include "services/http/server.h"

#include "services/http/session.h"
#include "services/runtime/log.h"

#include <boost/asio/post.hpp>

namespace wemo::http {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

struct Server::State : std::enable_shared_from_this<Server::State> {
    State(ServerOptions options, Handler handler)
        : core(std::make_shared<ServerCore>(std::move(options), std::move(handler)))
        , acceptor(core->io)
        , retryTimer(core->io) {}

    Result<void> listen();
    void accept();
    void onAccepted(error_code code, tcp::socket socket);
    bool makeRoom();
    void beginStop();

    std::shared_ptr<ServerCore> core;
    tcp::acceptor acceptor;
    net::steady_timer retryTimer;
    std::optional<net::executor_work_guard<net::io_context::executor_type>> work;
    std::thread thread;
    quint16 port = 0;
};

Result<void> Server::State::listen() {
    const auto fail = [this](const char *step, const error_code &code) {
        return failure(code == net::error::address_in_use ? ErrorKind::Conflict : ErrorKind::Internal, "cannot-listen",
                       QString("Cannot listen on %1 port %2: %3.")
                           .arg(core->options.address)
                           .arg(core->options.port)
                           .arg(QString::fromStdString(code.message())),
                       QString::fromLatin1(step));
    };
    error_code code;
    const auto address = net::ip::make_address(core->options.address.toStdString(), code);
    if (code)
        return fail("address", code);
    const tcp::endpoint endpoint(address, core->options.port);
    acceptor.open(endpoint.protocol(), code);
    if (code)
        return fail("open", code);
    acceptor.set_option(tcp::acceptor::reuse_address(true), code);
    acceptor.bind(endpoint, code);
    if (code)
        return fail("bind", code);
    acceptor.listen(net::socket_base::max_listen_connections, code);
    if (code)
        return fail("listen", code);
    port = acceptor.local_endpoint(code).port();
    return {};
}

void Server::State::accept() {
    acceptor.async_accept(core->io, [self = shared_from_this()](error_code code, tcp::socket socket) {
        self->onAccepted(code, std::move(socket));
    });
}

void Server::State::onAccepted(error_code code, tcp::socket socket) {
    if (core->stopping)
        return;
    if (code) { // out of file descriptors, or the client left already: go on a little later
        runtime::log::warn("accept-failed", {{"why", code.message()}});
        retryTimer.expires_after(std::chrono::milliseconds(50));
        retryTimer.async_wait([self = shared_from_this()](error_code canceled) {
            if (!canceled && !self->core->stopping)
                self->accept();
        });
        return;
    }
    const bool room = makeRoom();
    const auto session = std::make_shared<Session>(core, std::move(socket));
    room ? session->start() : session->refuseBusy();
    accept();
}

/// At the limit the connection that has been idle the longest goes, so that idle ones cannot keep others out.
bool Server::State::makeRoom() {
    const auto limit = static_cast<std::size_t>(core->options.maxConnections);
    if (core->sessions.size() < limit)
        return true;
    Session *oldest = nullptr;
    for (Session *session : core->sessions)
        if (session->isIdle() && (!oldest || session->idleSince() < oldest->idleSince()))
            oldest = session;
    if (oldest)
        oldest->close();
    return oldest != nullptr;
}

void Server::State::beginStop() {
    core->stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    retryTimer.cancel();
    std::vector<std::shared_ptr<Session>> held; // winding down removes from the set
    for (Session *session : core->sessions)
        if (auto alive = session->weak_from_this().lock())
            held.push_back(std::move(alive));
    for (const auto &session : held)
        session->wind();
    core->noteDrained();
}

Server::Server(ServerOptions options, Handler handler)
    : m_state(std::make_shared<State>(std::move(options), std::move(handler))) {}

Server::~Server() {
    stop(std::chrono::milliseconds(0));
}

Result<void> Server::start() {
    if (Result<void> listening = m_state->listen(); !listening)
        return listening;
    m_state->work.emplace(m_state->core->io.get_executor());
    m_state->accept();
    m_state->thread = std::thread([state = m_state.get()] { state->core->io.run(); });
    return {};
}

quint16 Server::port() const {
    return m_state->port;
}

void Server::stop(std::chrono::milliseconds within) {
    const std::shared_ptr<ServerCore> core = m_state->core;
    if (!m_state->thread.joinable())
        return;
    net::post(core->io, [state = m_state] { state->beginStop(); });
    {
        std::unique_lock lock(core->mutex);
        core->changed.wait_for(lock, within, [&] { return core->drained; });
    }
    net::post(core->io, [core] {
        std::vector<std::shared_ptr<Session>> held;
        for (Session *session : core->sessions)
            if (auto alive = session->weak_from_this().lock())
                held.push_back(std::move(alive));
        for (const auto &session : held)
            session->close();
    });
    m_state->work.reset();
    m_state->thread.join();
    // A handler that still runs posts its answer when it ends; taking that in lets go of its session.
    core->pool.stop();
    {
        const std::lock_guard lock(core->mutex);
        core->ended = true;
    }
    core->io.restart();
    core->io.poll();
}

} // namespace wemo::http
