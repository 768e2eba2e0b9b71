#pragma once
#include "ui/client/service_launcher.h"
#include "ui/client/session_controller.h"
#include "ui/shell/commands.h"
#include "ui/shell/page.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/preferences.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace wemo::ui {

class CommandPalette;
class SignInPage;
class StatusStrip;
class Toast;
class Workspace;

/// What the window is made of; all outlive it.
struct ShellParts {
    ApiClient &client;
    LiveStream &live;
    SessionController &sessions;
    Preferences &preferences;
    ServiceLauncher *launcher; ///< null with --server
    std::function<Instant()> now = [] { return fromMs(QDateTime::currentMSecsSinceEpoch()); };
};

/// The console's window: the sign-in page or the workspace, the status strip, the palette, and every command.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(ShellParts parts, QList<PageSpec> pages, QWidget *parent = nullptr);
    ~MainWindow() override;
    Commands &commands() { return *m_commands; }
    Workspace &workspace() { return *m_workspace; }

Q_SIGNALS:
    /// A person could sign in now: what the start-up benchmark waits for.
    void signInUsable();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCommands();
    void makePageCommands();
    void onSession(const std::optional<staff::Session> &session);
    void onConnection(ConnectionState state);
    void askAbout();
    void askDemoAccounts();
    void openPalette();
    QList<PaletteEntry> paletteEntries() const;
    QList<PaletteEntry> found(const QString &typed) const;
    void restorePlace();
    void retranslate();

    ShellParts m_parts;
    Commands *m_commands;
    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    Workspace *m_workspace = nullptr;
    StatusStrip *m_strip;
    CommandPalette *m_palette;
    Toast *m_toast;
    std::function<void()> m_undo; ///< what the toast offers to take back
    QMenu *m_accountMenu;
    bool m_usable = false;
};

} // namespace wemo::ui
