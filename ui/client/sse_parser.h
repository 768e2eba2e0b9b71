#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

namespace wemo::ui {

/// text/event-stream in pieces of any size, as the HTML standard says. Pure.
class SseParser {
public:
    struct Event {
        QString id; ///< the last id seen, which stays until another comes
        QString type;
        QByteArray data;
    };

    /// Events that became whole with these bytes.
    QList<Event> feed(const QByteArray &bytes);
    /// A broken connection takes its half event with it.
    void restart();
    /// The stream asked for another pause between tries, in ms; -1 = it did not.
    int retryMs() const { return m_retryMs; }
    /// More than this in one event is not our service.
    static constexpr qsizetype maxEventBytes = 1 << 20;
    bool isOverfull() const { return m_overfull; }

private:
    void takeLine(const QByteArray &line, QList<Event> &events);

    QByteArray m_buffer;
    QByteArray m_data;
    QString m_type;
    QString m_id;
    int m_retryMs = -1;
    bool m_hasData = false;
    bool m_lastWasCr = false;
    bool m_overfull = false;
};

} // namespace wemo::ui
