#include "services/http/session.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace wemo::http {

namespace net = boost::asio;
using boost::system::error_code;

void Session::startStream() {
    m_phase = Phase::Streaming;
    m_stream.expires_never(); // a reader may stay silent for as long as it listens
    watchClient();
    const std::weak_ptr<Session> weak = weak_from_this();
    net::io_context &io = m_core->io;
    const auto wake = [weak, core = std::weak_ptr(m_core), &io] {
        if (const std::shared_ptr<ServerCore> alive = core.lock())
            net::post(io, [weak] {
                if (const std::shared_ptr<Session> self = weak.lock())
                    self->pump();
            });
    };
    // start() may ask Redis, so it runs on the pool.
    if (!m_core->pool.post([stream = m_response.stream, wake] {
            stream->start(wake);
            wake();
        }))
        close();
}

void Session::pump() {
    if (m_phase != Phase::Streaming || m_writing)
        return;
    const bool last = m_core->stopping || m_response.stream->closed(); // asked first: what came before is still taken
    const QByteArray data = m_response.stream->take();
    if (data.isEmpty() && !last)
        return;
    m_head = m_http11 && !data.isEmpty() ? QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n" : data;
    if (last && m_http11)
        m_head += "0\r\n\r\n";
    m_writing = true;
    m_stream.expires_after(m_core->options.messageTime); // touches the write alone, since a read is pending
    net::async_write(m_stream, net::buffer(m_head.constData(), static_cast<std::size_t>(m_head.size())),
                     [self = shared_from_this(), last](error_code code, std::size_t) {
                         self->m_writing = false;
                         if (code || last)
                             return self->close();
                         self->pump();
                     });
}

void Session::watchClient() {
    m_stream.async_read_some(net::buffer(m_scratch), [self = shared_from_this()](error_code code, std::size_t) {
        if (code || self->m_phase != Phase::Streaming)
            return self->close();
        self->watchClient();
    });
}

/// The end of a stream may wait for its listener, so it does not happen on the I/O thread if that can be helped.
void Session::releaseStream() {
    if (std::shared_ptr<Stream> stream = std::move(m_response.stream))
        m_core->pool.post([held = std::move(stream)] {});
}

} // namespace wemo::http
