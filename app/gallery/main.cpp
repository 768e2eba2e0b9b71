#include "app/gallery/scenes.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <cstdio>

using namespace wemo;

namespace {
struct Look {
    ui::Scheme scheme;
    const char *schemeName;
    const char *language;
    const char *languageName;
};

constexpr Look looks[] = {
    {ui::Scheme::Light, "light", "zh_TW", "zh-TW"},
    {ui::Scheme::Dark, "dark", "zh_TW", "zh-TW"},
    {ui::Scheme::Light, "light", "en", "en"},
    {ui::Scheme::Dark, "dark", "en", "en"},
};

bool take(const gallery::Scene &scene, const QString &file, ui::Theme &theme, ui::Language &language) {
    QFile::remove(file);
    QString failure;
    {
        gallery::Stage stage(theme, language);
        scene.play(stage);
        stage.picture().save(file);
        failure = stage.failure();
    }
    if (failure.isEmpty() && QFileInfo(file).size() > 0)
        return true;
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(file), qUtf8Printable(failure.isEmpty() ? "not written" : failure));
    return false;
}
} // namespace

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("WEMO_NO_MOTION", "1");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("wemo-gallery"));
    QApplication::setApplicationVersion(QStringLiteral(WEMO_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Takes a picture of every page in every designed state."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("only"), QStringLiteral("Only names that contain <text>."), QStringLiteral("text")});
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("where the PNG files go"));
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().constFirst());
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "cannot make %s\n", qUtf8Printable(folder.path()));
        return 1;
    }

    ui::Theme theme(application);
    ui::Language language;
    int made = 0;
    int failed = 0;
    for (const Look &look : looks) {
        language.use(QLatin1StringView(look.language));
        theme.apply(look.scheme);
        for (const gallery::Scene &scene : gallery::scenes()) {
            const QString name = QStringLiteral("%1.%2.%3.png")
                                     .arg(QLatin1StringView(scene.name), QLatin1StringView(look.schemeName),
                                          QLatin1StringView(look.languageName));
            if (name.contains(parser.value(QStringLiteral("only"))))
                ++(take(scene, folder.filePath(name), theme, language) ? made : failed);
        }
    }
    std::printf("%d pictures in %s\n", made, qUtf8Printable(folder.absolutePath()));
    if (failed > 0 || made == 0)
        std::fprintf(stderr, "%d pictures failed\n", failed);
    return failed > 0 || made == 0 ? 1 : 0;
}
