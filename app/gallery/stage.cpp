#include "app/gallery/stage.h"

#include "app/console/pages.h"

#include <QAbstractAnimation>
#include <QAbstractButton>
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QThread>
#include <QWindow>

namespace wemo::gallery {

namespace {
constexpr int waitMs = 5'000;

bool isDueWithin(const QObject &root, int ms) {
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    QObjectList objects = root.findChildren<QObject *>();
    objects.append(const_cast<QObject *>(&root));
    return std::any_of(objects.cbegin(), objects.cend(), [&](QObject *object) {
        const auto *animation = qobject_cast<const QAbstractAnimation *>(object);
        if (animation && animation->state() == QAbstractAnimation::Running)
            return true;
        const auto timers = dispatcher->registeredTimers(object);
        return std::any_of(timers.cbegin(), timers.cend(), [&](const QAbstractEventDispatcher::TimerInfo &timer) {
            return dispatcher->remainingTime(timer.timerId) <= ms;
        });
    });
}
} // namespace

Stage::Stage(ui::Theme &theme, ui::Language &language)
    : m_network(new CannedNetwork([this](const CannedRequest &request) { return m_service.answer(request); }))
    , m_client(std::unique_ptr<QNetworkAccessManager>(m_network))
    , m_settings(m_home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , m_preferences(theme, language, m_settings)
    , m_live(m_client)
    , m_sessions(m_client, m_store, QStringLiteral("gallery")) {}

Stage::~Stage() = default;

void Stage::open(std::optional<staff::Role> role) {
    if (role) {
        m_client.setSession(CannedService::session(*role));
        m_service.setCaller(m_client.session()->account);
    }
    m_window = std::make_unique<ui::MainWindow>(
        ui::ShellParts{m_client, m_live, m_sessions, m_preferences, nullptr, [this] { return m_service.now(); }},
        console::pages());
    m_window->resize(1280, 800);
    m_window->show();
    m_client.setBaseUrl(QUrl(QStringLiteral("http://127.0.0.1:8420")));
    settle();
}

void Stage::openPage(const QString &pageId, const QString &place, staff::Role role) {
    m_settings.setValue(QStringLiteral("shell/page"), pageId);
    m_settings.setValue(QStringLiteral("shell/place"), place);
    open(role);
}

void Stage::fail(const QString &what) {
    if (m_failure.isEmpty())
        m_failure = what;
}

QWidget *Stage::find(const QString &name) {
    QWidget *found = nullptr;
    waitFor(
        [&] {
            const auto candidates = m_window->findChildren<QWidget *>(name);
            const auto seen = std::find_if(candidates.cbegin(), candidates.cend(),
                                           [](const QWidget *candidate) { return candidate->isVisible(); });
            found = seen == candidates.cend() ? nullptr : *seen;
            return found != nullptr;
        },
        qUtf8Printable(name));
    return found;
}

void Stage::click(const QString &button) {
    if (auto *found = find<QAbstractButton>(button))
        found->click();
    settle();
}

void Stage::type(const QString &field, const QString &text, bool enter) {
    auto *line = find<QLineEdit>(field);
    if (!line)
        return;
    line->setText(text);
    Q_EMIT line->textEdited(text);
    if (enter) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(line, &press);
    }
    settle();
}

void Stage::trigger(const QString &command) {
    QAction *action = m_window->commands().find(command);
    if (!action)
        return fail(QStringLiteral("no command is called ") + command);
    action->trigger();
    settle();
}

void Stage::waitForText(const QString &text) {
    waitFor(
        [this, &text] {
            const auto labels = m_window->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) {
                return label->isVisible() && label->text().contains(text);
            });
        },
        qUtf8Printable(text));
}

bool Stage::waitFor(const std::function<bool()> &condition, const char *what) {
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > waitMs) {
            fail(QStringLiteral("waited in vain for ") + QString::fromUtf8(what));
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    return true;
}

void Stage::settle(int ms) {
    QElapsedTimer clock;
    clock.start();
    for (int still = 0; clock.elapsed() < ms && still < 3;) {
        const bool happened = QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
        still = happened || isAnythingDue(ms - static_cast<int>(clock.elapsed())) ? 0 : still + 1;
        QThread::msleep(1);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// A timer, an animation: of a window, a single shot (those belong to the dispatcher), of the client.
bool Stage::isAnythingDue(int within) const {
    const QObject *roots[] = {qApp, QAbstractEventDispatcher::instance(), &m_client, m_network, &m_live, &m_sessions};
    const auto widgets = QApplication::topLevelWidgets();
    const auto windows = QGuiApplication::topLevelWindows();
    const auto isDue = [within](const QObject *root) { return isDueWithin(*root, within); };
    return std::any_of(std::cbegin(roots), std::cend(roots), isDue) ||
           std::any_of(widgets.cbegin(), widgets.cend(), isDue) || std::any_of(windows.cbegin(), windows.cend(), isDue);
}

QPixmap Stage::picture() {
    settle();
    return m_window->grab();
}

} // namespace wemo::gallery
