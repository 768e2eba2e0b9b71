#pragma once
#include "app/console/pages.h"
#include "ui/client/service_launcher.h"
#include "ui/client/session_controller.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"

namespace wemo::tests {

/// A console in this process with everything a real one has, its settings in a folder of its own.
class Console final {
public:
    Console(ui::Theme &theme, ui::Language &language, const QString &folder, ui::ServiceLauncher *launcher)
        : m_settings(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat)
        , m_preferences(theme, language, m_settings)
        , m_live(m_client)
        , m_sessions(m_client, m_store, QStringLiteral("test"))
        , m_window({m_client, m_live, m_sessions, m_preferences, launcher}, console::pages()) {
        m_window.show();
        m_window.activateWindow();
    }
    Q_DISABLE_COPY_MOVE(Console)

    ui::ApiClient &client() { return m_client; }
    ui::LiveStream &live() { return m_live; }
    ui::MainWindow &window() { return m_window; }
    template <typename T = QWidget>
    T *child(const char *name) {
        T *last = nullptr;
        for (T *found : m_window.findChildren<T *>(QLatin1StringView(name))) {
            last = found;
            if (found->isVisible())
                return found;
        }
        return last;
    }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }

private:
    ui::ApiClient m_client;
    QSettings m_settings;
    ui::Preferences m_preferences;
    ui::LiveStream m_live;
    ui::SessionStore m_store;
    ui::SessionController m_sessions;
    ui::MainWindow m_window;
};

} // namespace wemo::tests
