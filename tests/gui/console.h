#pragma once
#include "app/console/pages.h"
#include "ui/client/service_launcher.h"
#include "ui/client/session_controller.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

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

/// The bundled service with its Redis and the gateway simulator, and consoles over it. start() and stop() belong into
/// initTestCase() and cleanupTestCase().
class Stand final {
public:
    Stand() = default;
    Q_DISABLE_COPY_MOVE(Stand)

    void start(int demoMessages) {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
        const QString program = ui::ServiceLauncher::findProgram(QStringLiteral(WEMO_PROGRAM_DIR));
        QVERIFY2(!program.isEmpty(), "wemo-service is not built");
        m_launcher = std::make_unique<ui::ServiceLauncher>(ui::ServiceLauncher::Options{
            program,
            m_folder.filePath(QStringLiteral("data")),
            {QStringLiteral("--demo-messages"), QString::number(demoMessages), QStringLiteral("--demo-rides"),
             QStringLiteral("0"), QStringLiteral("--demo-traffic"), QStringLiteral("0")}});
        m_launcher->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_launcher->state(), ui::ServiceLauncher::State::Running, 60'000);
    }
    void stop() { m_launcher->stopAndWait(15'000); }
    ui::ServiceLauncher &launcher() { return *m_launcher; }
    /// Of all consoles; English to begin with.
    ui::Language &language() { return *m_language; }

    /// It finds the service again after a restart. `name` is that of its settings' folder.
    std::unique_ptr<Console> console(const char *name) {
        const QString home = m_folder.filePath(QLatin1StringView(name));
        QDir().mkpath(home);
        auto made = std::make_unique<Console>(*m_theme, *m_language, home, m_launcher.get());
        QObject::connect(m_launcher.get(), &ui::ServiceLauncher::ready, &made->client(), &ui::ApiClient::setBaseUrl);
        if (m_launcher->state() == ui::ServiceLauncher::State::Running)
            made->client().setBaseUrl(m_launcher->address());
        return made;
    }

private:
    QTemporaryDir m_folder{QStringLiteral("/tmp/wemo-gui-XXXXXX")}; // short: a Redis socket lies in it
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<ui::ServiceLauncher> m_launcher;
};

/// By the demo account's button, until live events arrive.
inline void signIn(Console &console, const char *demoAccount) {
    QTRY_VERIFY_WITH_TIMEOUT(console.shows(demoAccount), 30'000);
    QTest::mouseClick(console.child(demoAccount), Qt::LeftButton);
    if (console.shows("signIn") && console.child("signIn")->isEnabled())
        QTest::mouseClick(console.child("signIn"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(console.client().session().has_value(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(console.live().isLive(), 10'000);
}

inline void openPage(Console &console, const char *page, const char *place = "") {
    console.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&console.window()));
    console.window().workspace().open(QLatin1StringView(page), QLatin1StringView(place));
}

inline void press(Console &console, const char *button) {
    QTRY_VERIFY_WITH_TIMEOUT(console.shows(button) && console.child(button)->isEnabled(), 10'000);
    QTest::mouseClick(console.child(button), Qt::LeftButton);
}

} // namespace wemo::tests
