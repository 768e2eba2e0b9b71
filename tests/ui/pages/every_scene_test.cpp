#include "app/gallery/scenes.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

namespace wemo::gallery {

/// Walks every designed state in both languages: nothing is cut off, and every control has a name.
class EverySceneTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;

    static QString nameOf(const QWidget &widget) {
        return QStringLiteral("%1 \"%2\"")
            .arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName());
    }

    static void collectClipped(const QWidget &window, QStringList &faults) {
        for (const auto *label : window.findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const QSize given = label->size();
            const bool fits = label->wordWrap() ? given.height() + 1 >= label->heightForWidth(given.width())
                                                : given.width() + 1 >= label->sizeHint().width();
            if (!fits)
                faults.append(QStringLiteral("cut off: %1 \"%2\"").arg(nameOf(*label), label->text().left(40)));
        }
        for (const auto *button : window.findChildren<QAbstractButton *>()) {
            const auto *tool = qobject_cast<const QToolButton *>(button);
            const bool elides = button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ||
                                (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
            const int needed = button->fontMetrics().horizontalAdvance(button->text());
            if (button->isVisible() && !button->text().isEmpty() && !elides && button->width() < needed)
                faults.append(QStringLiteral("cut off: %1 \"%2\"").arg(nameOf(*button), button->text()));
        }
    }

    static void collectNameless(const QWidget &window, QStringList &faults) {
        for (const auto *widget : window.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool control = button || (qobject_cast<const QLineEdit *>(widget) &&
                                            !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) &&
                                            !qobject_cast<const QComboBox *>(widget->parentWidget()));
            if (!widget->isVisible() || !control || widget->inherits("QLineEditIconButton"))
                continue;
            const QString shown = button ? button->text() : QString();
            if (widget->accessibleName().isEmpty() && shown.isEmpty())
                faults.append(QStringLiteral("no accessible name: ") + nameOf(*widget));
        }
    }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
    }

    void nothingIsCutOffAndEverythingHasAName_data() {
        QTest::addColumn<int>("scene");
        QTest::addColumn<QString>("language");
        const QList<Scene> all = scenes();
        for (const QString &language : ui::Language::codes())
            for (int i = 0; i < all.size(); ++i)
                QTest::addRow("%s %s", all.at(i).name, qPrintable(language)) << i << language;
    }
    void nothingIsCutOffAndEverythingHasAName() {
        QFETCH(int, scene);
        QFETCH(QString, language);
        m_language->use(language);
        Stage stage(*m_theme, *m_language);
        scenes().at(scene).play(stage);
        stage.settle();
        QVERIFY2(!stage.failed(), qPrintable(stage.failure()));
        QStringList faults;
        collectClipped(stage.window(), faults);
        collectNameless(stage.window(), faults);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void changingTheLanguageReachesEveryWord() {
        m_language->use(QStringLiteral("en"));
        Stage stage(*m_theme, *m_language);
        stage.openPage(QStringLiteral("auth-lab"));
        m_language->use(QStringLiteral("zh_TW"));
        stage.waitForText(QString::fromUtf8("登入或註冊"));
        m_language->use(QStringLiteral("en"));
        stage.waitForText(QStringLiteral("Sign in or join"));
        QVERIFY2(!stage.failed(), qPrintable(stage.failure()));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::EverySceneTest)
#include "every_scene_test.moc"
