#pragma once
#include "app/gallery/canned_service.h"
#include "ui/client/session_controller.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"

#include <QTemporaryDir>

class QAction;

namespace wemo::gallery {

/// One console over a service of its own, for one picture or one test: nothing of it is left when it goes.
class Stage final {
public:
    /// `server` may be prepared before the console exists; theme and language are the application's.
    Stage(ui::Theme &theme, ui::Language &language);
    ~Stage();
    Q_DISABLE_COPY_MOVE(Stage)

    CannedService &service() { return m_service; }
    CannedNetwork &network() { return *m_network; }
    ui::ApiClient &client() { return m_client; }
    ui::MainWindow &window() { return *m_window; }

    /// Shows the window; with a role, somebody is signed in.
    void open(std::optional<staff::Role> role = std::nullopt);
    /// Signed in, at this page and place.
    void openPage(const QString &pageId, const QString &place = {}, staff::Role role = staff::Role::Qa);

    /// The visible widget of that name, or a failure of the scene.
    QWidget *find(const QString &name);
    template <typename T>
    T *find(const QString &name) {
        return qobject_cast<T *>(find(name));
    }
    void click(const QString &button);
    void type(const QString &field, const QString &text, bool enter = false);
    void trigger(const QString &command);
    void waitForText(const QString &text);
    /// False after 5 s, and the scene has failed.
    bool waitFor(const std::function<bool()> &condition, const char *what);
    /// Lets things come to rest: so long at most, and less where nothing happens and no timer or animation is due.
    void settle(int ms = 60);
    bool failed() const { return !m_failure.isEmpty(); }
    const QString &failure() const { return m_failure; }
    QPixmap picture();

private:
    bool isAnythingDue(int within) const;
    void fail(const QString &what);

    QTemporaryDir m_home;
    CannedService m_service;
    CannedNetwork *m_network; ///< the client's
    ui::ApiClient m_client;
    QSettings m_settings;
    ui::Preferences m_preferences;
    ui::LiveStream m_live;
    ui::SessionStore m_store;
    ui::SessionController m_sessions;
    std::unique_ptr<ui::MainWindow> m_window;
    QString m_failure;
};

} // namespace wemo::gallery
