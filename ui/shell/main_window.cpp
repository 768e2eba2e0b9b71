#include "ui/shell/main_window.h"

#include "ui/shell/command_palette.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/toast.h"

#include <QCloseEvent>
#include <QJsonArray>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
Result<QList<staff::DemoAccount>> demoAccountsFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QList<staff::DemoAccount> accounts;
    const QJsonArray items = reader.array("accounts", 20);
    for (const QJsonValue &item : items) {
        Result<staff::DemoAccount> account = staff::demoAccountFromJson(item.toObject());
        if (!account)
            return Failure(account.error());
        accounts.append(std::move(*account));
    }
    return reader.finishLenient(std::move(accounts));
}
} // namespace

MainWindow::MainWindow(ShellParts parts, QList<PageSpec> pages, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_commands(new Commands(this))
    , m_stack(new QStackedWidget(this))
    , m_accountMenu(new QMenu(this)) {
    makeCommands();
    m_signIn = new SignInPage(parts.client, parts.sessions, parts.launcher, parts.preferences, m_stack);
    m_workspace = new Workspace({parts.client, parts.live, parts.preferences.settings(), parts.now}, parts.preferences,
                                *m_commands, parts.launcher, std::move(pages), m_stack);
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_workspace);
    m_strip = new StatusStrip(parts.client, this);
    m_strip->setMenu(m_accountMenu);
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_strip);
    setCentralWidget(center);
    m_palette = new CommandPalette(this);
    m_toast = new Toast(this);

    connect(m_workspace, &Workspace::paletteRequested, this, &MainWindow::openPalette);
    connect(m_workspace, &Workspace::acting, m_toast, &Toast::withdrawUndo);
    connect(m_workspace, &Workspace::noticed, m_toast, &Toast::showText);
    connect(m_workspace, &Workspace::undoOffered, this, [this](const QString &text, const std::function<void()> &undo) {
        m_toast->showUndo(text); // settles the one before it
        m_undo = undo;
    });
    connect(m_toast, &Toast::undone, this, [this] {
        if (const auto undo = std::exchange(m_undo, nullptr))
            undo();
    });
    connect(m_toast, &Toast::settled, this, [this] { m_undo = nullptr; });
    connect(&parts.live, &LiveStream::liveChanged, m_strip, &StatusStrip::setLive);
    connect(&parts.client, &ApiClient::sessionChanged, this, &MainWindow::onSession);
    connect(&parts.client, &ApiClient::sessionEnded, m_signIn, &SignInPage::showReason);
    connect(&parts.client, &ApiClient::stateChanged, this, &MainWindow::onConnection);
    connect(&parts.preferences, &Preferences::languageChanged, this, &MainWindow::retranslate);
    restorePlace();
    retranslate();
    onSession(parts.client.session());
    onConnection(parts.client.state());
}

MainWindow::~MainWindow() {
    m_parts.client.disconnect(this);
}

void MainWindow::onSession(const std::optional<staff::Session> &session) {
    m_palette->dismiss();
    if (session)
        m_workspace->enter(session->account);
    makePageCommands();
    m_stack->setCurrentWidget(session ? static_cast<QWidget *>(m_workspace) : m_signIn);
    if (session)
        m_workspace->focusContent(); // the stack would choose the first button of the sidebar
}

void MainWindow::onConnection(ConnectionState state) {
    if (state != ConnectionState::SignedOut && state != ConnectionState::Connected)
        return;
    askAbout();
    if (state == ConnectionState::SignedOut)
        askDemoAccounts();
}

void MainWindow::askAbout() {
    m_parts.client.get("/api/v1/about", {}, aboutFromJson, {.withSession = false})
        .then(this, [this](const ApiResult<About> &about) {
            if (!about)
                return;
            m_strip->setAbout(*about);
            if (!std::exchange(m_usable, true))
                Q_EMIT signInUsable();
        });
}

void MainWindow::askDemoAccounts() {
    m_parts.client.get("/api/v1/demo-accounts", {}, demoAccountsFromJson, {.withSession = false})
        .then(this, [this](const ApiResult<QList<staff::DemoAccount>> &accounts) {
            m_signIn->setDemoAccounts(accounts.value_or(QList<staff::DemoAccount>())); // 404 where there is no demo
        });
}

void MainWindow::restorePlace() {
    resize(1280, 800);
    restoreGeometry(m_parts.preferences.settings().value("shell/geometry").toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event) {
    m_parts.preferences.settings().setValue("shell/geometry", saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate() {
    setWindowTitle(tr("WeMo Console"));
    m_commands->retranslate();
}

} // namespace wemo::ui
