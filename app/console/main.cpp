#include "app/console/options.h"
#include "app/console/pages.h"
#include "ui/client/service_launcher.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <memory>

using namespace wemo;

namespace {
constexpr int stopGraceMs = 12'000; // the service drains for 10 s at most

std::unique_ptr<ui::ServiceLauncher> makeLauncher(const console::Options &options, ui::ApiClient &client) {
    if (!options.server.isEmpty()) {
        client.setBaseUrl(options.server);
        return nullptr;
    }
    auto launcher = std::make_unique<ui::ServiceLauncher>(ui::ServiceLauncher::Options{
        ui::ServiceLauncher::findProgram(QCoreApplication::applicationDirPath()), options.dataDir});
    QObject::connect(launcher.get(), &ui::ServiceLauncher::ready, &client, &ui::ApiClient::setBaseUrl);
    launcher->start();
    return launcher;
}

void reportStart(const ui::MainWindow &window, const QElapsedTimer &clock) {
    QObject::connect(&window, &ui::MainWindow::signInUsable, &window, [&clock] {
        std::printf("{\"event\":\"sign-in-usable\",\"ms\":%lld}\n", static_cast<long long>(clock.elapsed()));
        std::fflush(stdout);
    });
}
} // namespace

int main(int argc, char **argv) {
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName("wemo-console");
    QApplication::setApplicationVersion(WEMO_VERSION);
    QApplication::setDesktopFileName("wemo-console");
    const console::Options options = console::readOptions(QApplication::arguments());

    // The service comes up while the window is built.
    ui::ApiClient client;
    const std::unique_ptr<ui::ServiceLauncher> launcher = makeLauncher(options, client);

    QSettings settings("wemo-console", "wemo-console");
    ui::Language language;
    language.use(!options.language.isEmpty() ? options.language
                                             : settings.value("shell/language", ui::Language::systemCode()).toString());
    ui::Theme theme(application);
    theme.apply(options.scheme.value_or(
        ui::schemeFromString(settings.value("shell/theme").toString()).value_or(ui::Scheme::System)));
    ui::Preferences preferences(theme, language, settings);
    ui::LiveStream live(client);
    ui::SessionStore store;
    ui::SessionController sessions(client, store,
                                   options.server.isEmpty() ? "local:" + options.dataDir : options.server.toString());
    int status = 0;
    {
        ui::MainWindow window({client, live, sessions, preferences, launcher.get()}, console::pages());
        if (options.reportStart)
            reportStart(window, clock);
        sessions.restore();
        window.show();
        status = QApplication::exec();
    }
    if (launcher)
        launcher->stopAndWait(stopGraceMs);
    return status;
}
