#include "models/pricing/config_limits.h"
#include "ui/pages/pricing/config_form.h"
#include "ui/shell/language.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace wemo;
using namespace wemo::pages::pricing;
using namespace wemo::pricing;

namespace {
const CatalogNames names({{"zone", "taipei", QString::fromUtf8("台北市"), "Taipei"},
                          {"zone", "taichung", QString::fromUtf8("台中市"), "Taichung"}});

Config adult() {
    Config config;
    config.components = {Base{15 * perTwd, 6}, TimeSegments{{{6, std::nullopt, 25'000, 1}}}};
    return config;
}

/// Valid by construction: what the engine's own tests call valid, in every kind of component.
class Random final {
public:
    explicit Random(quint32 seed)
        : m_random(seed) {}

    Config config() {
        Config config;
        if (chance(3))
            config.components.emplace_back(Packages{packages()});
        else
            metered(config);
        if (chance(2))
            config.components.emplace_back(ZoneFees{fees()});
        if (chance(2))
            config.components.emplace_back(calendar());
        for (int i = 0, window = 60; i < below(3); ++i, window *= 4)
            config.components.emplace_back(Cap{rate(0), window, chance(2) ? CapScope::Time : CapScope::Rent});
        config.takesPass = chance(2);
        config.takesCode = chance(2);
        config.takesCredit = chance(2);
        arrange(config);
        return config;
    }

private:
    int below(int most) { return static_cast<int>(m_random.bounded(most + 1)); }
    bool chance(int of) { return m_random.bounded(of) == 0; }
    Rate rate(Rate least) { return m_random.bounded(int(least), 1'000'000); }

    void metered(Config &config) {
        const qint64 covered = below(20);
        config.components.emplace_back(Base{rate(0), covered});
        if (chance(2))
            config.components.emplace_back(TimeSegments{segments(covered)});
        if (chance(2))
            config.components.emplace_back(DistanceSegments{segments(0)});
    }
    std::vector<Segment> segments(qint64 from) {
        std::vector<Segment> all;
        for (int i = 0; i <= below(3); ++i) {
            Segment segment{from + below(60), std::nullopt, rate(-500'000), below(5)};
            if (chance(2))
                segment.end = segment.start + 1 + below(60);
            all.push_back(segment);
        }
        return all;
    }
    std::vector<Package> packages() {
        std::vector<Package> all;
        for (int i = 0; i <= below(3); ++i)
            all.push_back({4 + i * 7, rate(0), below(200), rate(0), rate(0)});
        return all;
    }
    std::vector<ZoneFee> fees() {
        std::vector<ZoneFee> all{{"taipei", "taichung", rate(-900'000)}};
        if (chance(2))
            all.push_back({"taichung", "unknown-zone", rate(0)});
        if (chance(2))
            all.push_back({{}, "taipei", rate(0)});
        return all;
    }
    Calendar calendar() {
        Calendar all{{}, {QDate(2027, 2, 6), QDate(2027, 2, 7)}};
        for (int i = 0; i <= below(2); ++i)
            all.rules.push_back({QString::fromUtf8("尖峰"), "Peak", 1 + below(126), HolidayRule(below(2)), below(700),
                                 701 + below(700), CalendarEffect(below(2)), below(5000)});
        return all;
    }
    QRandomGenerator m_random;
};
} // namespace

class ConfigFormTest final : public QObject {
    Q_OBJECT
    std::unique_ptr<QScrollArea> m_window;
    ConfigForm *m_form = nullptr;
    ui::Language m_language;

    QLineEdit *line(const char *path) { return m_form->findChild<QLineEdit *>(path); }
    QString errorAt(const char *path) {
        auto *label = m_form->findChild<QLabel *>(QStringLiteral("error:") + path);
        return label && label->isVisible() ? label->text() : QString();
    }
    void retype(const char *path, const QString &text) {
        QVERIFY2(line(path), path);
        line(path)->setFocus();
        line(path)->selectAll();
        QTest::keyClick(line(path), Qt::Key_Delete);
        QTest::keyClicks(line(path), text);
    }
    void addByMenu(const char *word) {
        auto *menu = m_form->findChild<QPushButton *>("addComponent")->menu();
        Q_EMIT menu->aboutToShow();
        auto *action = m_form->findChild<QAction *>(QStringLiteral("add.") + word);
        QVERIFY2(action, word);
        action->trigger();
    }

private Q_SLOTS:
    void initTestCase() {
        ui::Theme theme(*qApp);
        theme.apply(ui::Scheme::Light);
        m_language.use("en");
    }
    void init() {
        m_window = std::make_unique<QScrollArea>();
        m_form = new ConfigForm;
        m_form->setNames(names);
        m_window->setWidgetResizable(true);
        m_window->setWidget(m_form);
        m_window->resize(480, 900);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_form->setConfig(adult());
    }
    void cleanup() { m_window.reset(); }

    void whateverIsValidComesBackTheSame_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void whateverIsValidComesBackTheSame() {
        QFETCH(quint32, seed);
        const Config config = Random(seed).config();
        const auto wrong = check(config);
        QVERIFY2(wrong.isEmpty(), wrong.isEmpty() ? "" : qPrintable(wrong.first().path + ' ' + wrong.first().code));
        m_form->setConfig(config);
        const Result<Config> back = m_form->config();
        QVERIFY(back);
        QCOMPARE(canonicalText(*back), canonicalText(config));
        QVERIFY(*back == config);
        QVERIFY(!m_form->isModified());
    }

    /// The inputs too, not only the draft behind them.
    void everyInputShowsItsValue() {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            m_form->setConfig(Random(seed).config());
            const ConfigDraft &draft = m_form->draft();
            for (int i = 0; i < draft.count(); ++i) {
                const ComponentSpec *spec = specOf(draft.word(i));
                for (int row = spec->rows ? 0 : -1; row < draft.rowCount(i); ++row)
                    for (const FieldSpec &field : spec->fields) {
                        const QString path = draft.path(i, row, field.key);
                        auto *input = m_form->findChild<QWidget *>(path);
                        QVERIFY2(input, qPrintable(path));
                        QVERIFY2(!input->accessibleName().isEmpty(), qPrintable(path));
                        auto *whole = qobject_cast<ConfigField *>(input->parentWidget());
                        QVERIFY(whole);
                        QCOMPARE(whole->text(), draft.text(i, row, field));
                    }
            }
        }
    }

    void whatIsTypedIsPricedOrToldBesideItsField() {
        QSignalSpy changed(m_form, &ConfigForm::changed);
        retype("components[1].segments[0].rate", "3.25");
        QVERIFY(changed.size() > 0);
        QCOMPARE(m_form->config()->find<TimeSegments>()->segments[0].rate, 32'500);
        retype("components[1].segments[0].rate", "3.2x");
        QVERIFY(!m_form->config());
        QCOMPARE(line("components[1].segments[0].rate")->text(), "3.2x");
        QVERIFY(errorAt("components[1].segments[0].rate").contains("amount"));
        QVERIFY(errorAt("components[0].price").isEmpty());
        retype("components[1].segments[0].end", "4");
        QVERIFY2(errorAt("components[1].segments[0].end").isEmpty(), "told once the rest can be read");
        retype("components[1].segments[0].rate", "3");
        QCOMPARE(errorAt("components[1].segments[0].end"), "It ends before it begins.");
        retype("components[1].segments[0].end", "");
        QVERIFY(m_form->config());
        QVERIFY(!m_form->config()->find<TimeSegments>()->segments[0].end);
    }

    void wholeNumbersSayWhatTheyAre() {
        retype("components[0].minutes", "six");
        QCOMPARE(line("components[0].minutes")->text(), "six");
        QCOMPARE(errorAt("components[0].minutes"), "This must be a whole number.");
        retype("components[0].minutes", "99999999999999");
        QVERIFY(!errorAt("components[0].minutes").isEmpty());
    }

    void aRateUnderTheFlatFeeIsTold() {
        retype("components[0].minutes", "10");
        QVERIFY(errorAt("components[1].segments[0].start").contains("10"));
    }

    void componentsAreAddedInTheirPlaceAndTakenAway() {
        addByMenu("cap");
        addByMenu("distance");
        QCOMPARE(m_form->draft().word(2), "distance");
        QCOMPARE(m_form->draft().word(3), "cap");
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), "components[2].segments[0].start");
        QVERIFY(m_form->config());
        QTest::mouseClick(m_form->findChild<QPushButton *>("remove:2"), Qt::LeftButton);
        QCOMPARE(m_form->draft().word(2), "cap");
        addByMenu("packages");
        QVERIFY(!errorAt("components").isEmpty());
    }

    void everyKindCanBeAdded() {
        m_form->setConfig({});
        QVERIFY(!m_form->config());
        for (const ComponentSpec &spec : componentSpecs())
            addByMenu(spec.word);
        QCOMPARE(m_form->draft().count(), 7);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(m_form->draft().word(i), componentSpecs()[static_cast<std::size_t>(i)].word);
        auto *menu = m_form->findChild<QPushButton *>("addComponent")->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1); // caps may be several
    }

    void rowsComeAndGo() {
        QTest::mouseClick(m_form->findChild<QPushButton *>("addRow:1"), Qt::LeftButton);
        QCOMPARE(m_form->draft().rowCount(1), 2);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), "components[1].segments[1].start");
        retype("components[1].segments[1].start", "30");
        retype("components[1].segments[1].rate", "-0.5");
        QCOMPARE(m_form->config()->find<TimeSegments>()->segments[1].rate, -5'000);
        QTest::mouseClick(m_form->findChild<QPushButton *>("removeRow:1:0"), Qt::LeftButton);
        QCOMPARE(m_form->config()->find<TimeSegments>()->segments[0].start, 30);
    }

    void undoGoesBackStepByStepFromInsideAField() {
        const Config first = adult();
        retype("components[0].price", "20");
        addByMenu("distance");
        retype("components[2].segments[0].rate", "abc");
        auto *field = line("components[2].segments[0].rate");
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line("components[2].segments[0].rate")->text(), "0");
        QTest::keyClick(line("components[2].segments[0].rate"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_form->draft().count(), 2);
        m_form->undoStack()->undo();
        QCOMPARE(*m_form->config(), first);
        QVERIFY(!m_form->isModified());
        QVERIFY(!m_form->undoStack()->canUndo());
        QTest::keyClick(line("components[0].price"), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(line("components[0].price")->text(), "20");
        m_form->undoStack()->redo();
        m_form->undoStack()->redo();
        QCOMPARE(line("components[2].segments[0].rate")->text(), "abc");
        QVERIFY(!m_form->undoStack()->canRedo());
    }

    void whatTheServiceSaysStandsAtItsFieldUntilItIsEdited() {
        m_form->showErrors({{"config.components[1].segments[0].end", "inverted", "x"}, {"name", "required", "x"}},
                           "config.");
        QCOMPARE(errorAt("components[1].segments[0].end"), "It ends before it begins.");
        retype("components[0].price", "16");
        QVERIFY(!errorAt("components[1].segments[0].end").isEmpty());
        retype("components[1].segments[0].end", "60");
        QVERIFY(errorAt("components[1].segments[0].end").isEmpty());
    }

    void theFirstMistakeIsFound() {
        QVERIFY(!m_form->focusFirstError());
        retype("components[1].segments[0].rate", "?");
        line("components[0].price")->setFocus();
        QVERIFY(m_form->focusFirstError());
        QCOMPARE(QApplication::focusWidget()->objectName(), "components[1].segments[0].rate");
    }

    void theSameZonesTwiceAreToldAtTheRowTyped() {
        Config config = adult();
        config.components.emplace_back(ZoneFees{{{"taichung", "taipei", perTwd}, {"taipei", "taichung", perTwd}}});
        m_form->setConfig(config);
        QTest::mouseClick(m_form->findChild<QPushButton *>("addRow:2"), Qt::LeftButton);
        const auto choose = [&](const char *path, const char *zone) {
            auto *choice = m_form->findChild<QComboBox *>(path);
            choice->setCurrentIndex(choice->findData(zone));
        };
        choose("components[2].fees[2].from", "taichung");
        choose("components[2].fees[2].to", "taipei");
        QVERIFY(!m_form->config());
        QVERIFY(!errorAt("components[2].fees[2].from").isEmpty());
        QVERIFY(errorAt("components[2].fees[1].from").isEmpty());
    }

    void ofManyRowsTheFirstAreShownAndAllAreKept() {
        Config config = adult();
        ZoneFees matrix;
        for (int i = 0; i < 250; ++i)
            matrix.fees.push_back({QString("zone-%1").arg(i, 3, 10, QChar('0')), "taipei", perTwd});
        config.components.emplace_back(matrix);
        m_form->setConfig(config);
        QVERIFY(line("components[2].fees[99].amount"));
        QVERIFY(!line("components[2].fees[100].amount"));
        retype("components[2].fees[0].amount", "7");
        QCOMPARE(m_form->config()->find<ZoneFees>()->fees.size(), 250U);
        QTest::mouseClick(m_form->findChild<QPushButton *>("showAll:2"), Qt::LeftButton);
        QVERIFY(line("components[2].fees[249].amount"));
        QVERIFY(!m_form->findChild<QPushButton *>("showAll:2"));
        QCOMPARE(line("components[2].fees[0].amount")->text(), "7");
    }

    void holidaysMayBeTypedInAnyOrder() {
        Config config = adult();
        config.components.emplace_back(Calendar{{{"", "", 96, HolidayRule::Only}}, {QDate(2027, 1, 1)}});
        m_form->setConfig(config);
        auto *days = m_form->findChild<QWidget *>("components[2].holidays");
        days->setFocus();
        QTest::keyClick(days, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(days, Qt::Key_Return);
        QTest::keyClicks(days, "2026-12-25");
        QCOMPARE(m_form->config()->find<Calendar>()->holidays.front(), QDate(2026, 12, 25));
        QTest::keyClick(days, Qt::Key_Return);
        QTest::keyClicks(days, "2027-02-31");
        QVERIFY(!errorAt("components[2].holidays").isEmpty());
    }

    void readOnlyOffersNothingToChange() {
        m_form->setReadOnly(true);
        QVERIFY(line("components[0].price")->isReadOnly());
        QVERIFY(!m_form->findChild<QPushButton *>("addComponent")->isVisible());
        QVERIFY(!m_form->findChild<QPushButton *>("remove:0")->isVisible());
        QVERIFY(!m_form->findChild<QPushButton *>("removeRow:1:0")->isVisible());
        m_form->setReadOnly(false);
        QVERIFY(m_form->findChild<QPushButton *>("addRow:1")->isVisible());
    }

    void theKeyboardReachesEveryControl() {
        addByMenu("cap");
        line("components[0].price")->setFocus();
        QStringList seen;
        for (int i = 0; i < 40 && !seen.contains("takes.credit"); ++i) {
            seen.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char *each : {"components[0].minutes", "remove:1", "components[1].segments[0].end", "removeRow:1:0",
                                 "addRow:1", "components[2].scope", "addComponent", "takes.pass", "takes.credit"})
            QVERIFY2(seen.contains(each), each);
        QVERIFY(seen.indexOf("components[0].minutes") < seen.indexOf("components[1].segments[0].end"));
        QVERIFY(seen.indexOf("components[2].scope") < seen.indexOf("takes.pass"));
    }
};

QTEST_MAIN(ConfigFormTest)
#include "config_form_test.moc"
