#include "models/pricing/book.h"
#include "tests/gui/console.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace wemo::tests {

/// Prices over the real service and its demo company, as the people do it who work with them.
class PricingFlowTest final : public QObject {
    Q_OBJECT

    Stand m_stand;

    /// By Tab alone, as somebody without a mouse gets there.
    static bool tabTo(Console &console, const char *name) {
        constexpr int mostStops = 80;
        for (int stop = 0; stop < mostStops; ++stop) {
            QWidget *focus = console.window().focusWidget();
            if (focus && focus->objectName() == QLatin1StringView(name))
                return true;
            QTest::keyClick(focus ? focus : &console.window(), Qt::Key_Tab);
        }
        return false;
    }
    static void key(Console &console, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget *focus = console.window().focusWidget();
        QTest::keyClick(focus ? focus : &console.window(), key, modifiers);
    }
    /// What an input method hands over.
    static void commit(QWidget *field, const QString &text) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(field, &event);
    }
    static QString sentence(Console &console) {
        return console.shows("fareSentence") ? console.child<QLabel>("fareSentence")->text() : QString();
    }

    static wemo::pricing::TimelineBook bookOf(Console &console) {
        auto asked =
            console.client().get(QStringLiteral("/api/v1/pricing/timelines"), {}, wemo::pricing::timelineBookFromJson);
        const bool isAnswered = QTest::qWaitFor([&asked] { return asked.isFinished(); }, 10'000);
        return isAnswered && asked.result() ? *asked.result() : wemo::pricing::TimelineBook();
    }
    static wemo::pricing::Interval intervalOf(Console &console, Id id) {
        const wemo::pricing::TimelineBook book = bookOf(console);
        for (const wemo::pricing::Interval &interval : book.intervals)
            if (interval.id == id)
                return interval;
        return {};
    }
    static void openTimelineAt(Console &console, const QString &place) {
        openPage(console, "pricing-timeline", place.toLatin1().constData());
        QTRY_VERIFY_WITH_TIMEOUT(console.shows("intervalTab"), 10'000);
        console.child("timelineView")->setFocus();
    }

private Q_SLOTS:
    void initTestCase() { m_stand.start(100); }
    void init() { m_stand.language().use(QStringLiteral("zh_TW")); }
    void cleanupTestCase() { m_stand.stop(); }

    void customerServiceFindsAFareByKeyboardInChinese() {
        const auto cs = m_stand.console("cs");
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("demo-cs"), 30'000);
        QVERIFY(QTest::qWaitForWindowActive(&cs->window()));
        QVERIFY(tabTo(*cs, "demo-cs"));
        key(*cs, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(cs->live().isLive() && cs->shows("smsLogPage"), 10'000);

        openPage(*cs, "fare-simulator");
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("stackTable"), 10'000);

        QVERIFY(tabTo(*cs, "rideMinutes"));
        QTest::keyClicks(cs->child("rideMinutes"), QStringLiteral("30"));
        QVERIFY(tabTo(*cs, "rideKm"));
        QTest::keyClicks(cs->child("rideKm"), QStringLiteral("8"));
        key(*cs, Qt::Key_Return);
        // public since 2019: 15 for six minutes, then 2.5 a minute
        QTRY_VERIFY_WITH_TIMEOUT(sentence(*cs).startsWith(QStringLiteral("這趟騎乘 30 分鐘、8 公里，應付 NT$75：")),
                                 10'000);
        key(*cs, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("應付金額：NT$75")));

        QVERIFY(tabTo(*cs, "rideTier"));
        QCOMPARE(cs->child<QComboBox>("rideTier")->currentText(), QStringLiteral("25 歲以上"));
        key(*cs, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(sentence(*cs).contains(QStringLiteral("應付 NT$45：")), 10'000);

        const QString place = cs->window().workspace().currentPage()->place();
        QVERIFY(place.contains(QStringLiteral("tier=young")));
    }

    void thePaletteFindsThePageByItsChineseName() {
        const auto cs = m_stand.console("cs3");
        signIn(*cs, "demo-cs");
        openPage(*cs, "sms-log");
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("messageTable"), 10'000);
        QTest::keyClick(&cs->window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(cs->shows("paletteField"));
        commit(cs->child("paletteField"), QStringLiteral("車資"));
        QTest::keyClick(cs->child("paletteField"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("stackTable"), 10'000);
    }

    void aManagerMovesAPriceAnotherApprovesItAndOneKeyTakesItBack() {
        using namespace wemo::pricing;
        const auto manager = m_stand.console("pricing");
        signIn(*manager, "demo-pricing");
        const TimelineBook book = bookOf(*manager);
        const auto plan = std::find_if(book.plans.begin(), book.plans.end(),
                                       [](const Plan &one) { return one.code == u"kaohsiung-fly-adult"; });
        QVERIFY(plan != book.plans.end());
        QList<Interval> timeline;
        std::copy_if(book.intervals.begin(), book.intervals.end(), std::back_inserter(timeline),
                     [plan](const Interval &one) { return one.planId == plan->id; });
        const auto draft = std::find_if(timeline.begin(), timeline.end(),
                                        [](const Interval &one) { return one.state == IntervalState::Draft; });
        QVERIFY(draft != timeline.end());
        const QString place = QStringLiteral("plan=%1&interval=%2").arg(plan->code, idToString(draft->id));

        openTimelineAt(*manager, place);
        key(*manager, Qt::Key_Right, Qt::AltModifier);
        key(*manager, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(intervalOf(*manager, draft->id).from > draft->from, 10'000);
        const Instant moved = intervalOf(*manager, draft->id).from;
        press(*manager, "submitDraft");
        QTRY_VERIFY_WITH_TIMEOUT(intervalOf(*manager, draft->id).state == IntervalState::Submitted, 10'000);

        const auto admin = m_stand.console("admin");
        signIn(*admin, "demo-admin");
        openTimelineAt(*admin, place);
        press(*admin, "approveInterval");
        QTRY_VERIFY_WITH_TIMEOUT(intervalOf(*admin, draft->id).state == IntervalState::Approved, 10'000);

        admin->child("timelineView")->setFocus();
        key(*admin, Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("rollbackYes") && admin->child("rollbackYes")->hasFocus(), 10'000);
        key(*admin, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(intervalOf(*admin, draft->id).state == IntervalState::Withdrawn, 10'000);
        QList<Interval> after = bookOf(*admin).intervals;
        after.removeIf([plan](const Interval &one) { return one.planId != plan->id; });
        QCOMPARE(inForce(after, moved)->configId, inForce(timeline, moved)->configId);
    }

    void aFareIsTheSameYearsLater() {
        const auto cs = m_stand.console("cs2");
        signIn(*cs, "demo-cs");
        openPage(*cs, "fare-simulator");
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("stackTable"), 10'000);
        const QJsonObject ride{
            {"model", "candy"}, {"tier", "adult"}, {"start", "2022-05-01T10:00:00+08:00"}, {"minutes", 30}, {"km", 8}};
        auto quoted = cs->client().send("POST", QStringLiteral("/api/v1/quotes"), {}, ride, {});
        QTRY_VERIFY_WITH_TIMEOUT(quoted.isFinished(), 10'000);
        const ui::ApiResult<QJsonObject> answer = quoted.result();
        QVERIFY(answer.has_value());
        QJsonObject stored = *answer;

        cs->child<QTabWidget>("simulatorTabs")->setCurrentIndex(1);
        auto *field = cs->child<QPlainTextEdit>("storedQuote");
        QApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(stored).toJson()));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        press(*cs, "verify");
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("verifyBar"), 10'000);
        QVERIFY(!cs->shows("differences"));

        stored.insert("due", stored.value("due").toInt() + 1);
        field->setPlainText(QString::fromUtf8(QJsonDocument(stored).toJson()));
        press(*cs, "verify");
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("differences"), 10'000);
    }
};

} // namespace wemo::tests

QTEST_MAIN(wemo::tests::PricingFlowTest)
#include "pricing_flow_test.moc"
