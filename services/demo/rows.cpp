#include "services/demo/rows.h"

#include <utility>

namespace wemo::demo {

Rows &Rows::begin() {
    if (m_json.size() > 1)
        m_json += ',';
    m_json += '[';
    return *this;
}

void Rows::separate() {
    if (!m_json.endsWith('['))
        m_json += ',';
}

Rows &Rows::add(qint64 value) {
    separate();
    m_json += QByteArray::number(value);
    return *this;
}

Rows &Rows::add(const QString &text) {
    separate();
    m_json += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            m_json += '\\';
        m_json += c;
    }
    m_json += '"';
    return *this;
}

Rows &Rows::add(const std::optional<Instant> &at) {
    if (at)
        return add(toMs(*at));
    separate();
    m_json += "null";
    return *this;
}

QString Rows::take() {
    return QString::fromUtf8(std::exchange(m_json, "[") + ']');
}

} // namespace wemo::demo
