#pragma once
#include "models/live/live_event.h"
#include "ui/client/api_client.h"
#include "ui/client/sse_parser.h"

#include <QTimer>

namespace wemo::ui {

/// The service's live events while somebody is signed in. Comes back by itself after a break, with the last id it saw,
/// so there is no gap; where the service no longer has that place, and when a stream begins without one, it says
/// `reset`, and who shows data reads it again.
class LiveStream final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveStream)

public:
    struct Timing {
        Milliseconds firstRetry{500};
        Milliseconds longestRetry{15'000};
        Milliseconds silence{45'000}; ///< three missed heartbeats: the connection is dead whatever TCP says
    };
    explicit LiveStream(ApiClient &client, Timing timing, QObject *parent = nullptr);
    explicit LiveStream(ApiClient &client, QObject *parent = nullptr);
    ~LiveStream() override;

    bool isLive() const { return m_live; }
    const QString &lastEventId() const { return m_lastEventId; }

Q_SIGNALS:
    void received(const wemo::live::LiveEvent &event);
    void reset();
    void liveChanged(bool live);

private:
    void onSession(const std::optional<staff::Session> &session);
    void open();
    void close();
    void onHeaders();
    void onReadable();
    void onFinished();
    void onRefused(int status);
    void retryLater();
    void setLive(bool live);
    void deliver(const SseParser::Event &event);

    ApiClient &m_client;
    Timing m_timing;
    SseParser m_parser;
    QPointer<QNetworkReply> m_reply;
    QTimer m_retryTimer;
    QTimer m_silenceTimer;
    Milliseconds m_nextRetry;
    QString m_lastEventId;
    Id m_account = 0;
    bool m_live = false;
    bool m_heard = false; ///< bytes came on this connection
};

} // namespace wemo::ui
