#include "ui/pages/sms/saved_filters.h"

#include <algorithm>

namespace wemo::pages::sms {

namespace {
constexpr int mostFilters = 50;

bool isNamed(const SavedFilter &filter, const QString &name) {
    return filter.name.compare(name, Qt::CaseInsensitive) == 0;
}
} // namespace

SavedFilters::SavedFilters(QSettings &settings, const QString &account)
    : m_settings(settings)
    , m_key(QStringLiteral("pages/sms-log/filters/") + account) {
    const int count = std::min(m_settings.beginReadArray(m_key), mostFilters);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        m_filters.append({m_settings.value(QStringLiteral("name")).toString(),
                          m_settings.value(QStringLiteral("query")).toString()});
    }
    m_settings.endArray();
}

QList<SavedFilter> SavedFilters::all() const {
    return m_filters;
}

const SavedFilter *SavedFilters::find(const QString &name) const {
    const auto found = std::find_if(m_filters.cbegin(), m_filters.cend(),
                                    [&name](const SavedFilter &filter) { return isNamed(filter, name); });
    return found == m_filters.cend() ? nullptr : &*found;
}

const SavedFilter *SavedFilters::leadingTo(const QString &query) const {
    const auto found = std::find_if(m_filters.cbegin(), m_filters.cend(),
                                    [&query](const SavedFilter &filter) { return filter.query == query; });
    return found == m_filters.cend() ? nullptr : &*found;
}

void SavedFilters::save(const SavedFilter &filter) {
    m_filters.removeIf([&filter](const SavedFilter &other) { return isNamed(other, filter.name); });
    m_filters.append(filter);
    if (m_filters.size() > mostFilters)
        m_filters.removeFirst();
    std::sort(m_filters.begin(), m_filters.end(),
              [](const SavedFilter &a, const SavedFilter &b) { return a.name.localeAwareCompare(b.name) < 0; });
    write();
}

void SavedFilters::rename(const QString &from, const QString &to) {
    const SavedFilter *known = find(from);
    if (!known)
        return;
    const SavedFilter renamed{to, known->query};
    m_filters.removeIf([&from](const SavedFilter &filter) { return isNamed(filter, from); });
    save(renamed);
}

void SavedFilters::remove(const QString &name) {
    m_filters.removeIf([&name](const SavedFilter &filter) { return isNamed(filter, name); });
    write();
}

void SavedFilters::write() {
    m_settings.remove(m_key);
    m_settings.beginWriteArray(m_key, static_cast<int>(m_filters.size()));
    for (int i = 0; i < m_filters.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("name"), m_filters.at(i).name);
        m_settings.setValue(QStringLiteral("query"), m_filters.at(i).query);
    }
    m_settings.endArray();
}

} // namespace wemo::pages::sms
