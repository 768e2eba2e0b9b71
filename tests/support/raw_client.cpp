#include "tests/support/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QRegularExpression>

namespace wemo::tests {

RawClient::RawClient(quint16 port) {
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval limit{5, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient() {
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawClient::send(const QByteArray &bytes) {
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t now =
            ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

bool RawClient::readMore() {
    char chunk[65536];
    const ssize_t count = ::recv(m_socket, chunk, sizeof chunk, 0);
    if (count > 0)
        m_received.append(chunk, count);
    return count > 0;
}

QByteArray RawClient::readUntil(const QByteArray &token) {
    while (!m_received.contains(token))
        if (!readMore())
            return std::exchange(m_received, {});
    const qsizetype end = m_received.indexOf(token) + token.size();
    const QByteArray result = m_received.first(end);
    m_received.remove(0, end);
    return result;
}

QByteArray RawClient::readAll() {
    while (readMore()) {
    }
    return std::exchange(m_received, {});
}

QByteArray RawClient::readAnswer(bool bodyOnly) {
    const QByteArray head = readUntil("\r\n\r\n");
    static const QRegularExpression length("\r\ncontent-length: (\\d+)", QRegularExpression::CaseInsensitiveOption);
    const qsizetype size = length.match(QString::fromLatin1(head)).captured(1).toLongLong();
    while (m_received.size() < size && readMore()) {
    }
    const QByteArray body = m_received.first(qMin(size, m_received.size()));
    m_received.remove(0, body.size());
    return bodyOnly ? body : head + body;
}

void RawClient::reset() {
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(m_socket);
    m_socket = -1;
}

} // namespace wemo::tests
