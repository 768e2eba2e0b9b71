#include "models/pricing/config_diff.h"
#include "ui/pages/pricing/config_comparison.h"
#include "ui/pages/pricing/config_draft.h"
#include "ui/pages/pricing/config_text.h"
#include "ui/pages/pricing/config_words.h"
#include "ui/pages/pricing/fare_curve.h"
#include "ui/pages/pricing/plan_form.h"
#include "ui/shell/language.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace wemo;
using namespace wemo::pages::pricing;
using namespace wemo::pricing;

namespace {
const Instant noon = fromMs(1'795'320'000'000); // 22 November 2026, 12:00 in Taipei
const CatalogNames names({{"zone", "taipei", QString::fromUtf8("台北市"), "Taipei"},
                          {"zone", "taichung", QString::fromUtf8("台中市"), "Taichung"},
                          {"model", "candy", "WeMo CANDY", "WeMo CANDY"},
                          {"tier", "adult", QString::fromUtf8("25 歲以上"), "25 or more"},
                          {"product", "per_minute", QString::fromUtf8("分時"), "By the minute"},
                          {"product", "hourly", QString::fromUtf8("時數"), "By the hour"}});

Config metered(Rate price, Rate perMinute) {
    Config config;
    config.components = {Base{price, 6}, TimeSegments{{{6, std::nullopt, perMinute, 1}}}};
    return config;
}
const Config old = metered(15 * perTwd, 25'000);
const Config fresh = metered(16 * perTwd, 30'000);

/// One of everything.
Config full() {
    Config config;
    config.components = {
        Base{15 * perTwd, 6},
        TimeSegments{{{6, 60, 25'000, 1}, {60, std::nullopt, 20'000, 10}}},
        DistanceSegments{{{10, std::nullopt, 35'000, 1}}},
        ZoneFees{{{"taipei", "taichung", 50 * perTwd}, {{}, "taipei", -5 * perTwd}}},
        Calendar{{{QString::fromUtf8("尖峰"), "Peak", 31, HolidayRule::Never, 420, 540}}, {QDate(2027, 1, 1)}},
        Cap{300 * perTwd, 1440, CapScope::Rent}};
    std::get<Calendar>(config.components[4]).rules[0].value = 1000;
    config.takesCode = false;
    return config;
}
Config hourly() {
    Config config;
    config.components = {Packages{{{4, 199 * perTwd, 60, 3 * perTwd, 35'000}}}};
    return config;
}

bool isChinese(const QString &text) {
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.script() == QChar::Script_Han; });
}
} // namespace

class PricingWidgetsTest final : public QObject {
    Q_OBJECT
    ui::Language m_language;

private Q_SLOTS:
    void initTestCase() {
        ui::Theme theme(*qApp);
        theme.apply(ui::Scheme::Light);
    }
    void init() { m_language.use("en"); }

    // ---- the curve

    void theCurveIsWhatTheEngineSays() {
        for (const Config &config : {old, full(), hourly()})
            for (const FareAxis axis : {FareAxis::Minutes, FareAxis::Kilometres}) {
                Ride ride;
                ride.start = noon;
                ride.seconds = 1200;
                ride.metres = 3000;
                const FareSamples samples = fareSamples(config, ride, axis, fareRange(config, axis));
                QVERIFY(samples.at.size() > 20 && samples.at.size() <= 400);
                QCOMPARE(samples.at.size(), samples.due.size());
                if (const Packages *packages = config.find<Packages>()) {
                    ride.product = "hourly";
                    ride.packageHours = packages->packages.front().hours;
                }
                for (qsizetype i = 0; i < samples.at.size(); ++i) {
                    (axis == FareAxis::Minutes ? ride.seconds : ride.metres) =
                        samples.at.at(i) * (axis == FareAxis::Minutes ? 60 : 1000);
                    QCOMPARE(samples.due.at(i), std::optional(quote(config, ride)->due));
                }
            }
        const FareSamples samples = fareSamples(old, Ride{}, FareAxis::Minutes, 120);
        QVERIFY(!samples.due.at(1)); // a ride without a start is refused, and so is nothing drawn
    }

    void theRangeReachesACap() {
        QCOMPARE(fareRange(old, FareAxis::Minutes), 120);
        Config capped = old;
        capped.components.emplace_back(Cap{1000 * perTwd, 1440});
        QCOMPARE(fareRange(capped, FareAxis::Minutes), 720); // 15 + 394 × 2.5 = 1000 at minute 400
        QCOMPARE(fareRange(hourly(), FareAxis::Minutes), 360);
        QCOMPARE(fareRange(hourly(), FareAxis::Kilometres), 120);
    }

    void theKeyboardReadsOut() {
        FareCurve curve(FareAxis::Minutes);
        Ride ride;
        ride.start = noon;
        curve.setRide(ride);
        curve.setConfigs(old, fresh);
        curve.resize(360, 168);
        curve.show();
        QTest::keyClick(&curve, Qt::Key_Home);
        QTest::keyClick(&curve, Qt::Key_PageDown);
        QCOMPARE(curve.cursor(), std::optional(10));
        QCOMPARE(curve.accessibleDescription(), "10 min; Now NT$25; New NT$28");
        QTest::keyClick(&curve, Qt::Key_End);
        QTest::keyClick(&curve, Qt::Key_Right);
        QCOMPARE(curve.cursor(), std::optional(120));
        curve.setConfigs(old, std::nullopt);
        QCOMPARE(curve.accessibleDescription(), "120 min; Now NT$300");
        curve.setConfigs(std::nullopt, std::nullopt);
        QCOMPARE(curve.cursor(), std::optional<int>());
        QCOMPARE(curve.accessibleDescription(), "Nothing to price yet.");
    }

    void theMouseReadsOut() {
        FareCurve curve(FareAxis::Kilometres);
        curve.setConfigs(old, full());
        curve.resize(360, 168);
        curve.show();
        QTest::mouseMove(&curve, QPoint(340, 80));
        QTRY_VERIFY(curve.cursor());
        QVERIFY(*curve.cursor() > 25);
    }

    // ---- examples

    void examplesAreTheEnginesAndOpenInWords() {
        WorkedExamples examples;
        examples.setConfigs(old, fresh, noon, names);
        const QList<Ride> rides = exampleRides(fresh, noon);
        QTreeWidget *table = examples.table();
        QCOMPARE(table->topLevelItemCount(), rides.size());
        for (int row = 0; row < rides.size(); ++row) {
            const qint64 before = quote(old, rides.at(row))->due;
            const qint64 after = quote(fresh, rides.at(row))->due;
            QCOMPARE(table->topLevelItem(row)->text(1), moneyText(before * perTwd));
            QCOMPARE(table->topLevelItem(row)->text(2), moneyText(after * perTwd));
            QCOMPARE(table->topLevelItem(row)->text(3).startsWith('+'), after > before);
        }
        auto *ten = table->topLevelItem(2);
        QCOMPARE(ten->text(0), "10 min, 2.5 km");
        QCOMPARE(ten->child(0)->text(0), "Starting fare (first 6 min)");
        QCOMPARE(ten->child(0)->text(1), "NT$15");
        QCOMPARE(ten->child(0)->text(2), "NT$16");
        QVERIFY(ten->childCount() > 1);
    }

    void whatIsOpenStaysOpenWhileOneTypes() {
        WorkedExamples examples;
        examples.setConfigs(old, fresh, noon, names);
        examples.table()->topLevelItem(3)->setExpanded(true);
        examples.setConfigs(old, metered(17 * perTwd, 30'000), noon, names);
        QVERIFY(examples.table()->topLevelItem(3)->isExpanded());
        QVERIFY(!examples.table()->topLevelItem(2)->isExpanded());
        examples.setConfigs(old, std::nullopt, noon, names);
        QVERIFY(examples.table()->isColumnHidden(2));
        QVERIFY(examples.table()->isColumnHidden(3));
        examples.setConfigs(std::nullopt, std::nullopt, noon, names);
        QCOMPARE(examples.table()->topLevelItemCount(), 0);
    }

    // ---- comparison

    void differencesReadInWords() {
        ConfigComparison comparison;
        comparison.compare(old, "Version 1", fresh, "Version 2", noon, names);
        QTreeWidget *fields = comparison.fields();
        QCOMPARE(fields->topLevelItemCount(), 2);
        QCOMPARE(fields->topLevelItem(0)->text(0), QString::fromUtf8("Flat fee · Price (NT$)"));
        QCOMPARE(fields->topLevelItem(0)->text(1), "NT$15");
        QCOMPARE(fields->topLevelItem(0)->text(2), "NT$16");
        QCOMPARE(fields->topLevelItem(1)->text(0), QString::fromUtf8("Rates by time 1 · Rate (NT$)"));
        QCOMPARE(fields->headerItem()->text(2), "Version 2");
        comparison.compare(old, "1", old, "2", noon, names);
        QCOMPARE(fields->topLevelItemCount(), 0);
        comparison.show();
        QVERIFY(comparison.findChild<QLabel *>("comparisonSame")->isVisible());
    }

    void listsAndZonesReadAsOne() {
        Config before = full();
        Config after = full();
        std::get<Calendar>(after.components[4]).rules[0].weekdays = 96;
        std::get<ZoneFees>(after.components[3]).fees[1].to = "taichung";
        const auto words = changeWords(before, after, names);
        QCOMPARE(words.size(), 2);
        QCOMPARE(words.at(0).field, QString::fromUtf8("Zone fees 2 · Returned in"));
        QCOMPARE(words.at(0).after, "Taichung");
        QCOMPARE(words.at(1).before, "Mon, Tue, Wed, Thu, Fri");
        QCOMPARE(words.at(1).after, "Sat, Sun");
    }

    /// In the order of the form, also past ten rows and where a component is new.
    void differencesStandInTheOrderOfTheForm() {
        Config after;
        after.components = {Base{15 * perTwd, 6}, TimeSegments{}};
        for (int i = 0; i < 12; ++i)
            std::get<TimeSegments>(after.components[1]).segments.push_back({6 + i, std::nullopt, perTwd, 1});
        QStringList fields;
        const auto words = changeWords(Config{}, after, names);
        for (const ChangeWords &change : words)
            fields.append(change.field);
        QCOMPARE(fields.mid(0, 4),
                 (QStringList{QString::fromUtf8("Flat fee · Price (NT$)"), QString::fromUtf8("Flat fee · Covers (min)"),
                              QString::fromUtf8("Rates by time 1 · From (min)"),
                              QString::fromUtf8("Rates by time 1 · Rate (NT$)")}));
        QVERIFY(fields.last().startsWith("Rates by time 12"));
    }

    void everyPathHasWordsInBothLanguages() {
        QList<ConfigChange> changes = differences(Config{}, full());
        changes += differences(full(), hourly());
        QVERIFY(changes.size() > 40);
        for (const char *code : {"en", "zh_TW"}) {
            m_language.use(code);
            for (const ConfigChange &change : std::as_const(changes)) {
                const QString words = pathWords(change.path);
                QVERIFY2(!words.contains("components") && !words.contains('_') && !words.contains('['),
                         qPrintable(change.path + " -> " + words));
                QCOMPARE(isChinese(words), m_language.code() == "zh_TW");
            }
        }
    }

    void everyFieldOfTheFormHasALabelInBothLanguages() {
        for (const char *code : {"en", "zh_TW"}) {
            m_language.use(code);
            for (const ComponentSpec &spec : componentSpecs()) {
                QVERIFY(componentTitle(spec.word) != spec.word);
                QVERIFY(!componentHint(spec.word).isEmpty());
                for (const FieldSpec &field : spec.fields) {
                    const QString key = field.key;
                    QVERIFY2(fieldLabel(spec.word, key) != key, qPrintable(key));
                    if (field.kind == FieldKind::Choice) {
                        const QStringList words = choicesOf(key);
                        for (const QString &word : words)
                            QVERIFY2(choiceLabel(key, word) != word, qPrintable(word));
                    }
                }
            }
        }
    }

    // ---- in words

    void aConfigReadsInShortLines() {
        QCOMPARE(configLines(old, names), (QStringList{"First 6 min NT$15", "From 6 min on NT$2.5 per min"}));
        QCOMPARE(configLines(full(), names),
                 (QStringList{"First 6 min NT$15", "From 6 to 60 min NT$2.5 per min", "From 60 min on NT$2 each 10 min",
                              "From 10 km on NT$3.5 per km", QString::fromUtf8("Taipei → Taichung NT$50"),
                              QString::fromUtf8("Any zone → Taipei −NT$5"),
                              QString::fromUtf8("Peak: Mon, Tue, Wed, Thu, Fri, 07:00–09:00, not on holidays +10%"),
                              "Holidays named: 1", "At most NT$300 in each 24 h", "Not taken: Coupon or code"}));
        QCOMPARE(configLines(hourly(), names),
                 (QStringList{"4 h with 60 km for NT$199, overtime NT$3 per min, further NT$3.5 per km"}));
        QVERIFY(configSummary(full(), names).endsWith(QString::fromUtf8("…")));
        m_language.use("zh_TW");
        QCOMPARE(configLines(old, names),
                 (QStringList{QString::fromUtf8("前 6 分鐘 NT$15"), QString::fromUtf8("6 分鐘之後，每分鐘 NT$2.5")}));
        const QStringList lines = configLines(full(), names);
        for (const QString &line : lines)
            QVERIFY2(isChinese(line), qPrintable(line));
    }

    void theViewFollowsTheLanguage() {
        ConfigView view;
        view.setConfig(old, names);
        QCOMPARE(view.text(), "First 6 min NT$15\nFrom 6 min on NT$2.5 per min");
        m_language.use("zh_TW");
        QCoreApplication::sendPostedEvents();
        QTRY_VERIFY(isChinese(view.text()));
    }

    // ---- plans

    void aPlanComesBackAsGiven() {
        PlanForm form;
        form.setNames(names);
        Plan plan;
        plan.id = 7;
        plan.version = 3;
        plan.code = "candy-adult";
        plan.nameZh = QString::fromUtf8("成人");
        plan.nameEn = "Adult";
        plan.model = "candy";
        plan.zone = "gone-from-the-catalog";
        plan.boundary = BoundaryRule::Split;
        form.setPlan(plan);
        QCOMPARE(form.plan(), plan);
        auto *code = form.findChild<QLineEdit *>("plan.code");
        code->clear();
        QSignalSpy changed(&form, &PlanForm::changed);
        QTest::keyClicks(code, "fly");
        QCOMPARE(changed.size(), 3);
        auto *tier = form.findChild<QComboBox *>("plan.tier");
        tier->setCurrentIndex(tier->findData("adult"));
        QCOMPARE(form.plan().code, "fly");
        QCOMPARE(form.plan().tier, "adult");
        QCOMPARE(form.plan().id, 7);
        form.setNames(names); // what is typed stays
        QCOMPARE(form.plan().code, "fly");
        QCOMPARE(form.plan().tier, "adult");
        m_language.use("zh_TW");
        QCoreApplication::sendPostedEvents();
        QCOMPARE(form.plan().tier, "adult");
        QCOMPARE(tier->currentText(), QString::fromUtf8("25 歲以上"));
    }

    void errorsOfAPlanStandAtTheirFields() {
        PlanForm form;
        form.setNames(names);
        form.show();
        ui::ApiError error;
        error.kind = ErrorKind::InvalidInput;
        error.fields = {{"code", "too-short", "At least 3 characters."}, {"elsewhere", "required", "x"}};
        QVERIFY(form.showError(error));
        auto *atCode = form.findChild<QLabel *>("error:code");
        QVERIFY(atCode->isVisible());
        QVERIFY(!form.findChild<QLabel *>("error:tier")->isVisible());
        QTest::keyClicks(form.findChild<QLineEdit *>("plan.code"), "a");
        QVERIFY(!atCode->isVisible());

        const QByteArray body = R"({"code":"ambiguous-plan","kind":"conflict","plan":"candy-taipei"})";
        QVERIFY(form.showError(ui::errorFromAnswer(409, body, "r", 0)));
        auto *conflict = form.findChild<QLabel *>("error:plan");
        QVERIFY(conflict->isVisible());
        QVERIFY(conflict->text().contains("candy-taipei"));
        auto *zone = form.findChild<QComboBox *>("plan.zone");
        zone->setCurrentIndex(zone->findData("taipei"));
        QVERIFY(!conflict->isVisible());

        error.fields.clear();
        error.code = "duplicate-code";
        QVERIFY(form.showError(error));
        QVERIFY(atCode->isVisible());
        error.code = "timeout";
        QVERIFY(!form.showError(error));
    }
};

QTEST_MAIN(PricingWidgetsTest)
#include "pricing_widgets_test.moc"
