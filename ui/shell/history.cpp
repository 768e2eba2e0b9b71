#include "ui/shell/history.h"

namespace wemo::ui {

void History::visit(const Place &place) {
    if (m_at >= 0 && m_places.at(m_at) == place)
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > longest)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

void History::replace(const Place &place) {
    if (m_at < 0)
        visit(place);
    else
        m_places[m_at] = place;
}

Place History::back() {
    return canGoBack() ? m_places.at(--m_at) : Place();
}

Place History::forward() {
    return canGoForward() ? m_places.at(++m_at) : Place();
}

void History::clear() {
    m_places.clear();
    m_at = -1;
}

} // namespace wemo::ui
