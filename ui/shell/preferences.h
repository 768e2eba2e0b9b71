#pragma once
#include "ui/shell/language.h"
#include "ui/shell/theme.h"

#include <QSettings>

class QMenu;

namespace wemo::ui {

/// Language and theme as the person chose them, remembered, with the menus that switch them.
class Preferences final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Preferences)

public:
    Preferences(Theme &theme, Language &language, QSettings &settings, QObject *parent = nullptr);
    void setScheme(Scheme scheme);
    void setLanguage(const QString &code);
    Scheme scheme() const { return m_theme.scheme(); }
    const QString &languageCode() const { return m_language.code(); }
    QSettings &settings() { return m_settings; }

    /// Checkable actions, kept in step with the choice; they live as long as `this`.
    const QList<QAction *> &schemeActions() const { return m_schemeActions; }
    const QList<QAction *> &languageActions() const { return m_languageActions; }

Q_SIGNALS:
    void languageChanged();

private:
    void makeActions();
    void mark();

    Theme &m_theme;
    Language &m_language;
    QSettings &m_settings;
    QList<QAction *> m_schemeActions;
    QList<QAction *> m_languageActions;
};

} // namespace wemo::ui
