#include "ui/client/sse_parser.h"

namespace wemo::ui {

QList<SseParser::Event> SseParser::feed(const QByteArray &bytes) {
    QList<Event> events;
    for (const char byte : bytes) {
        const bool secondOfPair = byte == '\n' && m_lastWasCr;
        m_lastWasCr = byte == '\r';
        if (secondOfPair)
            continue;
        if (byte == '\n' || byte == '\r') {
            takeLine(m_buffer, events);
            m_buffer.clear();
        } else {
            m_buffer.append(byte);
        }
        if (m_buffer.size() + m_data.size() > maxEventBytes) {
            m_overfull = true;
            return events;
        }
    }
    return events;
}

void SseParser::restart() {
    m_buffer.clear();
    m_data.clear();
    m_type.clear();
    m_hasData = m_lastWasCr = m_overfull = false;
}

void SseParser::takeLine(const QByteArray &line, QList<Event> &events) {
    if (line.isEmpty()) {
        if (m_hasData)
            events.append({m_id, m_type.isEmpty() ? "message" : m_type, m_data});
        m_data.clear();
        m_type.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (name == "data") {
        if (m_hasData)
            m_data.append('\n');
        m_data.append(value);
        m_hasData = true;
    } else if (name == "event") {
        m_type = QString::fromUtf8(value);
    } else if (name == "id" && !value.contains('\0')) {
        m_id = QString::fromUtf8(value);
    } else if (name == "retry") {
        bool ok = false;
        const int ms = value.toInt(&ok);
        m_retryMs = ok && ms >= 0 ? ms : m_retryMs;
    } // a line that starts with a colon is a comment: a heartbeat
}

} // namespace wemo::ui
