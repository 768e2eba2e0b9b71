#pragma once
#include <QList>
#include <QSettings>
#include <QString>

namespace wemo::pages::sms {

/// A filter somebody gave a name: the place it leads to, without a message.
struct SavedFilter {
    QString name;
    QString query;
    bool operator==(const SavedFilter &) const = default;
};

/// The saved filters of one account in this console's settings, by name. Names are told apart without case.
class SavedFilters final {
public:
    SavedFilters(QSettings &settings, const QString &account);
    QList<SavedFilter> all() const;
    const SavedFilter *find(const QString &name) const;
    /// The one that leads there.
    const SavedFilter *leadingTo(const QString &query) const;
    /// A filter of that name is replaced.
    void save(const SavedFilter &filter);
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);

private:
    void write();

    QSettings &m_settings;
    QString m_key;
    QList<SavedFilter> m_filters;
};

} // namespace wemo::pages::sms
