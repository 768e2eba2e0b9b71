#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/shell/language.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pages::pricing;
using namespace wemo::pricing;

namespace {
const Instant noon = fromMs(1'795'320'000'000); // 22 November 2026, 12:00 in Taipei
constexpr IntervalStatus intervalStatuses[]{IntervalStatus::Draft,     IntervalStatus::Submitted,
                                            IntervalStatus::Scheduled, IntervalStatus::Effective,
                                            IntervalStatus::Ended,     IntervalStatus::Withdrawn};
constexpr CampaignStatus campaignStatuses[]{CampaignStatus::Draft,      CampaignStatus::Submitted,
                                            CampaignStatus::Scheduled,  CampaignStatus::Published,
                                            CampaignStatus::RolledBack, CampaignStatus::Withdrawn};
constexpr TimelineFault faults[]{TimelineFault::Empty,     TimelineFault::Inverted, TimelineFault::Past,
                                 TimelineFault::Lead,      TimelineFault::Overlap,  TimelineFault::Gap,
                                 TimelineFault::OutOfRange};

CampaignProblem problemOf(const char *code) {
    CampaignProblem problem;
    problem.code = code;
    return problem;
}

bool isChinese(const QString &text) {
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.script() == QChar::Script_Han; });
}
} // namespace

class PricingTextTest final : public QObject {
    Q_OBJECT
    ui::Language m_language;

private Q_SLOTS:
    void init() { m_language.use("en"); }

    void everyStatusHasAWordOfItsOwnInBothLanguages() {
        for (const char *code : {"en", "zh_TW"}) {
            m_language.use(code);
            QSet<QString> words;
            for (const IntervalStatus status : intervalStatuses) {
                words.insert(statusWord(status));
                QVERIFY(!statusSentence(status).isEmpty());
                QCOMPARE(isChinese(statusWord(status) + statusSentence(status)), m_language.code() == "zh_TW");
            }
            QCOMPARE(words.size(), std::ssize(intervalStatuses));
            words.clear();
            for (const CampaignStatus status : campaignStatuses) {
                words.insert(statusWord(status));
                QCOMPARE(isChinese(statusWord(status)), m_language.code() == "zh_TW");
            }
            QCOMPARE(words.size(), std::ssize(campaignStatuses));
        }
    }

    void everyFaultAndProblemIsASentenceInBothLanguages() {
        for (const char *code : {"en", "zh_TW"}) {
            m_language.use(code);
            for (const TimelineFault fault : faults) {
                QVERIFY2(knownProblemCodes().contains(toString(fault)), qPrintable(toString(fault)));
                const QString text = faultText({fault, 7, noon, noon + Milliseconds(60'000)});
                QVERIFY(text != toString(fault));
                QCOMPARE(isChinese(text), m_language.code() == "zh_TW");
            }
            for (const char *problem : {"base-changed", "plan-retired", "no-price-before", "unchanged"})
                QCOMPARE(isChinese(problemText(problemOf(problem))), m_language.code() == "zh_TW");
        }
        QCOMPARE(problemText(problemOf("nobody-knows")), "nobody-knows");
    }

    void overlapsAndGapsNameWhatTheyAreAbout() {
        QCOMPARE(faultText({TimelineFault::Overlap, 7}, "summer"), "It overlaps with another approved price: summer.");
        QCOMPARE(faultText({TimelineFault::Gap, 0, noon, noon + Milliseconds(3'600'000)}),
                 QString::fromUtf8("There would be no price: 2026/11/22 12:00 – 2026/11/22 13:00."));
        CampaignProblem gap = problemOf("gap");
        gap.from = noon;
        QCOMPARE(problemText(gap), "There would be no price: from 2026/11/22 12:00 on.");
    }

    void differencesHaveASign() {
        QCOMPARE(differenceText(3), "+NT$3");
        QCOMPARE(differenceText(-2), QString::fromUtf8("−NT$2"));
        QCOMPARE(differenceText(0), "no change");
    }

    void namesFollowTheLanguage() {
        const CatalogNames names({{"zone", "taipei", QString::fromUtf8("台北市"), "Taipei"},
                                  {"tier", "adult", QString::fromUtf8("25 歲以上"), "25 or more"}});
        Plan plan;
        plan.code = "a-plan";
        plan.zone = "taipei";
        plan.tier = "adult";
        QCOMPARE(names.appliesTo(plan), QString::fromUtf8("Taipei · 25 or more"));
        QCOMPARE(names.zone("moon"), "moon");
        QCOMPARE(names.model({}), "Any model");
        QCOMPARE(names.appliesTo(Plan{}), "Everyone");
        QCOMPARE(planName(plan), "a-plan");
        plan.nameZh = QString::fromUtf8("成人");
        plan.nameEn = "Adult";
        QCOMPARE(planName(plan), "Adult");
        m_language.use("zh_TW");
        QCOMPARE(names.zone("taipei"), QString::fromUtf8("台北市"));
        QCOMPARE(planName(plan), QString::fromUtf8("成人"));
        QCOMPARE(currentLanguage(), wemo::pricing::Language::Chinese);
    }
};

QTEST_MAIN(PricingTextTest)
#include "pricing_text_test.moc"
