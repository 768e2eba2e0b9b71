#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace wemo::ui;

namespace {
double channel(double value) {
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1.
double luminance(const QColor &color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QByteArray read(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairCanBeRead_data() {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("light") << "light";
        QTest::newRow("dark") << "dark";
    }
    void everyPairCanBeRead() {
        QFETCH(QString, scheme);
        const auto tokens = Tokens::fromJson(read(":/themes/" + scheme + ".json"));
        QVERIFY(tokens);
        QVERIFY(tokens->pairs().size() > 25);
        for (const auto &pair : tokens->pairs()) {
            const double ratio = contrast(tokens->color(pair.first), tokens->color(pair.second));
            QVERIFY2(ratio >= 4.5, qPrintable(QString("%1 on %2: %3").arg(pair.first, pair.second).arg(ratio)));
        }
        for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Progress, Tone::Success, Tone::Warning, Tone::Danger})
            QVERIFY(contrast(tokens->toneText(tone), tokens->toneTint(tone)) >= 4.5);
        QVERIFY(contrast(tokens->color("focus"), tokens->color("surface")) >= 3.0); // non-text: 3 : 1
        QVERIFY(contrast(tokens->color("focus"), tokens->color("window")) >= 3.0);
    }

    void bothSchemesHaveTheSameNames() {
        const auto light = Tokens::fromJson(read(":/themes/light.json"));
        const auto dark = Tokens::fromJson(read(":/themes/dark.json"));
        QStringList a = light->names();
        QStringList b = dark->names();
        a.sort();
        b.sort();
        QCOMPARE(a, b);
        QVERIFY(!light->isDark() && dark->isDark());
    }

    void everyNameInTheStyleSheetIsAToken() {
        const auto tokens = Tokens::fromJson(read(":/themes/light.json"));
        const QString sheet = tokens->fill(QString::fromUtf8(read(":/themes/console.qss")));
        QVERIFY(sheet.size() > 1000);
        static const QRegularExpression left("@[a-z-]+");
        QRegularExpressionMatchIterator it = left.globalMatch(sheet.section("*/", 1));
        QVERIFY2(!it.hasNext(), qPrintable(it.hasNext() ? it.next().captured() : QString()));
    }

    void aBrokenThemeIsRefused() {
        QVERIFY(!Tokens::fromJson("{"));
        QVERIFY(!Tokens::fromJson(R"({"colors":{"text":"no colour"}})"));
        QVERIFY(!Tokens::fromJson(R"({"colors":{"text":"#000000"},"pairs":[["text","absent"]]})"));
    }

    void theIconsAreThereWithoutADesktop() {
        for (const char *name :
             {"search", "view-refresh", "go-previous", "go-next", "help-contents", "window-close-symbolic",
              "user-identity", "languages", "contrast", "dialog-error-symbolic", "dialog-warning-symbolic",
              "dialog-ok-apply", "documentinfo", "run-build", "smartphone", "mail-message"})
            QVERIFY2(!iconFile(name).isEmpty(), name);
        QVERIFY(icon("no-such-icon").isNull());
    }

    void anIconTakesTheSchemesTextColour() {
        Tokens::setCurrent(*Tokens::fromJson(read(":/themes/dark.json")));
        const QImage image = icon("view-refresh").pixmap(32, 32).toImage();
        QColor brightest(Qt::black);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).lightness() > brightest.lightness())
                    brightest = image.pixelColor(x, y);
        QVERIFY(brightest.lightness() > 180);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
