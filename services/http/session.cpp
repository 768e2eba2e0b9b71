#include "services/http/session.h"

#include "services/http/wire.h"
#include "services/runtime/log.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/read.hpp>

namespace wemo::http {

namespace net = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {
constexpr std::size_t bufferSlack = 16 << 10;
constexpr std::chrono::milliseconds lingerTime{1000};

QByteArray bytes(beast::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// What Beast alone would let through, and may not pass. Null if all is well.
const char *headerProblem(const beast::http::request_header<> &header) {
    const bool http11 = header.version() == 11;
    if (http11 && header.count(beast::http::field::host) != 1)
        return "exactly one Host header is needed";
    const std::size_t encodings = header.count(beast::http::field::transfer_encoding);
    if (encodings == 0)
        return nullptr;
    // Beast takes "xchunkedx" for a request without a body, which is how requests are smuggled past a proxy.
    if (!http11 || encodings > 1 || !beast::iequals(header[beast::http::field::transfer_encoding], "chunked"))
        return "the only Transfer-Encoding taken is chunked";
    return header.count(beast::http::field::content_length) ? "Content-Length beside Transfer-Encoding" : nullptr;
}

Response runHandler(const Server::Handler &handler, Request request) {
    const runtime::log::RequestScope scope(request.requestId);
    const QString requestId = request.requestId;
    try {
        return handler(std::move(request));
    } catch (const std::exception &problem) {
        runtime::log::error("handler-threw", {{"what", problem.what()}});
    }
    return wire::refusal(500, "internal", "Something went wrong on our side.", requestId);
}
} // namespace

/// Gives the answer of a handler that had none yet; 503 where none comes.
class Session::LateAnswer {
public:
    LateAnswer(std::shared_ptr<Session> session, quint64 number, QString requestId)
        : m_session(std::move(session))
        , m_number(number)
        , m_requestId(std::move(requestId)) {}
    ~LateAnswer() {
        if (m_session)
            give(wire::refusal(503, "no-answer", "The service did not get to it; try again.", m_requestId));
    }
    Q_DISABLE_COPY_MOVE(LateAnswer)
    void give(Response response) { answer(std::exchange(m_session, nullptr), m_number, std::move(response)); }

private:
    std::shared_ptr<Session> m_session;
    quint64 m_number;
    QString m_requestId;
};

void ServerCore::noteDrained() {
    if (!stopping || !sessions.empty())
        return;
    const std::lock_guard lock(mutex);
    drained = true;
    changed.notify_all();
}

Session::Session(std::shared_ptr<ServerCore> core, net::ip::tcp::socket socket)
    : m_core(std::move(core))
    , m_stream(std::move(socket))
    , m_buffer(m_core->options.headerLimit + bufferSlack)
    , m_handlerTimer(m_core->io) {
    m_core->sessions.insert(this);
}

Session::~Session() {
    m_core->sessions.erase(this);
    m_core->noteDrained();
}

void Session::start() {
    error_code ignored;
    m_stream.socket().set_option(net::ip::tcp::no_delay(true), ignored);
    waitForRequest();
}

void Session::refuseBusy() {
    refuse(503, "too-many-connections", "Too many connections; try again soon.");
}

void Session::waitForRequest() {
    if (m_core->stopping)
        return close();
    m_phase = Phase::Idle;
    m_since = std::chrono::steady_clock::now();
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_core->options.headerLimit));
    m_parser->body_limit(m_core->options.bodyLimit);
    if (m_buffer.size() > 0)
        return readHeader();
    m_stream.expires_after(m_core->options.idleTime);
    m_stream.async_read_some(m_buffer.prepare(4096), [self = shared_from_this()](error_code code, std::size_t count) {
        if (code)
            return self->close();
        self->m_buffer.commit(count);
        self->readHeader();
    });
}

void Session::readHeader() {
    m_phase = Phase::Reading;
    m_stream.expires_after(m_core->options.messageTime); // for the whole request: set once, not at each read
    beast::http::async_read_header(m_stream, m_buffer, *m_parser,
                                   [self = shared_from_this()](error_code code, std::size_t) { self->onHeader(code); });
}

void Session::onHeader(error_code code) {
    const auto &header = m_parser->get();
    m_http11 = header.version() >= 11;
    m_isHead = header.method() == beast::http::verb::head;
    m_requestId = wire::chooseRequestId(bytes(header["X-Request-Id"]));
    if (code)
        return onUnreadable(code);
    if (const char *problem = headerProblem(header))
        return refuse(400, "malformed-request", problem);
    const beast::string_view expectation = header[beast::http::field::expect];
    if (expectation.empty() || !m_http11)
        return readBody();
    if (!beast::iequals(expectation, "100-continue"))
        return refuse(417, "unknown-expectation", "The only expectation known is 100-continue.");
    m_head = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(
        m_stream, net::buffer(m_head.constData(), static_cast<std::size_t>(m_head.size())),
        [self = shared_from_this()](error_code failed, std::size_t) { failed ? self->close() : self->readBody(); });
}

void Session::readBody() {
    beast::http::async_read(m_stream, m_buffer, *m_parser, [self = shared_from_this()](error_code code, std::size_t) {
        code ? self->onUnreadable(code) : self->dispatch();
    });
}

void Session::onUnreadable(error_code code) {
    using beast::http::error;
    if (code == error::header_limit || code == error::buffer_overflow)
        return refuse(431, "header-too-large", "The request header is too large.");
    if (code == error::body_limit)
        return refuse(413, "body-too-large", "The request body is too large.");
    if (code == error::bad_version)
        return refuse(505, "http-version", "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
    const bool gone = code == error::end_of_stream || code == error::partial_message;
    if (gone || code.category() != beast::http::make_error_code(error::bad_method).category())
        return close(); // left, too slow, or aborted: nobody is there to be told
    refuse(400, "malformed-request", "This is not an HTTP request.");
}

void Session::dispatch() {
    auto &message = m_parser->get();
    m_keepAlive = message.keep_alive() && !m_core->stopping;
    Request request;
    if (!wire::readTarget(bytes(message.target()), request))
        return refuse(400, "malformed-request", "The request target is not a path.");
    request.method = bytes(message.method_string()).toUpper();
    for (const auto &field : message)
        request.headers.append({bytes(field.name_string()), bytes(field.value())});
    request.body = bytes(message.body());
    request.requestId = m_requestId;
    error_code gone;
    const auto peer = m_stream.socket().remote_endpoint(gone);
    request.remoteAddress = gone ? QString() : QString::fromStdString(peer.address().to_string());

    m_phase = Phase::Handling;
    m_handlerTimer.expires_after(m_core->options.handlerTime);
    m_handlerTimer.async_wait([self = shared_from_this(), number = ++m_number](error_code canceled) {
        if (canceled || number != self->m_number || self->m_phase != Phase::Handling)
            return;
        runtime::log::warn("handler-too-slow", {{"for_request", self->m_requestId}});
        self->refuse(503, "too-slow", "The answer took too long.");
    });
    const bool accepted =
        m_core->pool.post([self = shared_from_this(), number = m_number, request = std::move(request)]() mutable {
            const QString requestId = request.requestId;
            Response response = runHandler(self->m_core->handler, std::move(request));
            if (!response.later)
                return answer(std::move(self), number, std::move(response));
            const auto late = std::make_shared<LateAnswer>(std::move(self), number, requestId);
            response.later([late](Response answered) { late->give(std::move(answered)); });
        });
    if (!accepted)
        refuse(503, "overloaded", "Too many requests are waiting; try again soon.");
}

void Session::answer(std::shared_ptr<Session> session, quint64 number, Response response) {
    const std::shared_ptr<ServerCore> core = session->m_core;
    const std::lock_guard lock(core->mutex);
    if (core->ended)
        return; // nobody is there to be answered, and what is posted would never run
    net::post(core->io, [held = std::move(session), number, kept = std::make_shared<Response>(std::move(response))] {
        held->onAnswer(number, std::move(*kept));
    });
}

void Session::onAnswer(quint64 number, Response response) {
    if (number != m_number || m_phase != Phase::Handling)
        return;
    m_handlerTimer.cancel();
    if (response.dropConnection)
        return close();
    write(std::move(response));
}

void Session::refuse(int status, const char *code, const char *title) {
    if (m_requestId.isEmpty())
        m_requestId = wire::chooseRequestId({});
    runtime::log::info("request-refused", {{"for_request", m_requestId}, {"status", status}, {"code", code}});
    m_keepAlive = false;
    write(wire::refusal(status, QString::fromLatin1(code), QString::fromLatin1(title), m_requestId));
}

void Session::write(Response response) {
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Writing;
    m_handlerTimer.cancel();
    m_keepAlive = m_keepAlive && !m_core->stopping && !response.stream;
    m_response = std::move(response);
    m_head = wire::formatHead(m_response, m_requestId, {m_keepAlive, m_http11, m_isHead});
    if (m_isHead || m_response.stream || m_response.status == 204 || m_response.status == 304)
        m_response.body.clear();
    m_stream.expires_after(m_core->options.messageTime);
    const std::array<net::const_buffer, 2> parts{
        net::buffer(m_head.constData(), static_cast<std::size_t>(m_head.size())),
        net::buffer(m_response.body.constData(), static_cast<std::size_t>(m_response.body.size()))};
    net::async_write(m_stream, parts,
                     [self = shared_from_this()](error_code code, std::size_t) { self->onWritten(code); });
}

void Session::onWritten(error_code code) {
    if (code || m_phase == Phase::Closed)
        return close();
    if (m_response.stream && !m_isHead)
        return startStream();
    m_response = {};
    if (m_keepAlive)
        return waitForRequest();
    if (m_phase == Phase::Writing) {
        error_code ignored;
        m_stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
        m_phase = Phase::Lingering;
        m_stream.expires_after(lingerTime);
    }
    linger();
}

/// Reads away what the client still sends, for a moment: closing on unread bytes would reset the connection and the
/// client might never see why.
void Session::linger() {
    m_stream.async_read_some(net::buffer(m_scratch), [self = shared_from_this()](error_code code, std::size_t count) {
        self->m_discarded += count;
        if (code || self->m_discarded > 4 * self->m_core->options.bodyLimit || self->m_core->stopping)
            return self->close();
        self->linger();
    });
}

void Session::wind() {
    if (m_phase == Phase::Idle || m_phase == Phase::Lingering)
        close();
    else if (m_phase == Phase::Streaming)
        pump();
}

void Session::close() {
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_handlerTimer.cancel();
    m_stream.close();
    releaseStream();
}

} // namespace wemo::http
