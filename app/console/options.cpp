#include "app/console/options.h"

#include "ui/client/service_launcher.h"
#include "ui/shell/language.h"

#include <QCommandLineParser>
#include <QDir>

#include <cstdio>
#include <cstdlib>

namespace wemo::console {

namespace {
[[noreturn]] void refuse(const QString &what) {
    std::fprintf(stderr, "wemo-console: %s\n", qUtf8Printable(what));
    std::exit(2);
}

QUrl serverFrom(const QString &text) {
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http" || url.scheme() == "https";
    if (!url.isValid() || !web || url.host().isEmpty() || url.hasQuery() || url.path().size() > 1)
        refuse(QString("--server wants an address such as https://console.example.com, not \"%1\".").arg(text));
    if (!url.userInfo().isEmpty())
        refuse("--server takes no user name or password; sign in on the window's first page.");
    QUrl bare = url;
    bare.setPath({});
    return bare;
}

QString languageFrom(const QString &text) {
    const QString code = QString(text).replace('-', '_');
    if (!ui::Language::codes().contains(code))
        refuse(QString("--lang knows %1.").arg(ui::Language::codes().join(", ")));
    return code;
}
} // namespace

Options readOptions(const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription("The back office of a shared-scooter company.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{"server", "Use the service at this address; without it the bundled one is started.", "URL"},
                       {"data-dir", "Where the bundled service keeps its data.", "folder"},
                       {"lang", "en or zh-TW.", "code"},
                       {"theme", "system, light or dark.", "name"},
                       {"report-start", "Print how long it took until somebody can sign in."}});
    parser.process(arguments);
    Options options;
    if (parser.isSet("server"))
        options.server = serverFrom(parser.value("server"));
    options.dataDir = QDir(parser.isSet("data-dir") ? parser.value("data-dir") : ui::ServiceLauncher::defaultDataDir())
                          .absolutePath();
    if (parser.isSet("lang"))
        options.language = languageFrom(parser.value("lang"));
    if (parser.isSet("theme")) {
        options.scheme = ui::schemeFromString(parser.value("theme"));
        if (!options.scheme)
            refuse("--theme knows system, light and dark.");
    }
    options.reportStart = parser.isSet("report-start");
    if (!parser.positionalArguments().isEmpty())
        refuse(QString("\"%1\" is not understood.").arg(parser.positionalArguments().constFirst()));
    return options;
}

} // namespace wemo::console
