#pragma once
#include <QByteArray>
#include <QtGlobal>

namespace wemo::tests {

/// A bare TCP client on this machine that may misbehave as it likes. Blocking; every wait ends within a few seconds.
class RawClient {
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    bool isConnected() const { return m_socket >= 0; }
    bool send(const QByteArray &bytes);
    /// Everything up to and including `token`; less if the other side closes or nothing comes for 5 s.
    QByteArray readUntil(const QByteArray &token);
    /// Everything until the other side closes.
    QByteArray readAll();
    /// One answer with a Content-Length; only the body if `bodyOnly`.
    QByteArray readAnswer(bool bodyOnly = false);
    /// Closes with a reset, as a crashed client does.
    void reset();

private:
    bool readMore();
    int m_socket = -1;
    QByteArray m_received;
};

} // namespace wemo::tests
