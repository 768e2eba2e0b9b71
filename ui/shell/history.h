#pragma once
#include <QList>
#include <QString>

namespace wemo::ui {

/// A page and what it shows.
struct Place {
    QString pageId;
    QString place;
    bool operator==(const Place &) const = default;
};

/// Back and forward. Pure.
class History {
public:
    /// Goes on from here; what was forward is forgotten. The same place again is no step.
    void visit(const Place &place);
    /// The current step shows something else.
    void replace(const Place &place);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    Place back();
    Place forward();
    void clear();

private:
    static constexpr qsizetype longest = 100;
    QList<Place> m_places;
    qsizetype m_at = -1;
};

} // namespace wemo::ui
