#include "ui/shell/preferences.h"

#include <QAction>
#include <QActionGroup>

namespace wemo::ui {

Preferences::Preferences(Theme &theme, Language &language, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_language(language)
    , m_settings(settings) {
    makeActions();
    mark();
    connect(&theme, &Theme::changed, this, &Preferences::mark);
    connect(&language, &Language::changed, this, [this] {
        mark();
        Q_EMIT languageChanged();
    });
}

void Preferences::makeActions() {
    auto *schemes = new QActionGroup(this);
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark}) {
        QAction *action = schemes->addAction(QString());
        action->setObjectName("theme-" + toString(scheme));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, scheme] { setScheme(scheme); });
        m_schemeActions.append(action);
    }
    auto *languages = new QActionGroup(this);
    for (const QString &code : Language::codes()) {
        QAction *action = languages->addAction(Language::nameOf(code));
        action->setObjectName("language-" + code);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, code] { setLanguage(code); });
        m_languageActions.append(action);
    }
}

void Preferences::mark() {
    const QStringList names{tr("Theme: as the system"), tr("Theme: light"), tr("Theme: dark")};
    for (qsizetype i = 0; i < m_schemeActions.size(); ++i) {
        m_schemeActions.at(i)->setText(names.at(i));
        m_schemeActions.at(i)->setChecked(i == static_cast<qsizetype>(m_theme.scheme()));
    }
    for (QAction *action : std::as_const(m_languageActions))
        action->setChecked(action->objectName() == "language-" + m_language.code());
}

void Preferences::setScheme(Scheme scheme) {
    m_settings.setValue("shell/theme", toString(scheme));
    m_theme.apply(scheme);
}

void Preferences::setLanguage(const QString &code) {
    m_settings.setValue("shell/language", code);
    m_language.use(code);
}

} // namespace wemo::ui
