#include "app/gallery/canned_pricing.h"
#include "ui/pages/timeline/board.h"
#include "ui/pages/timeline/interval_offer.h"
#include "ui/pages/timeline/timeline_desk.h"

#include <QTest>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

/// What may be done to an interval by whom, and which rows are looked at.
class IntervalOfferTest final : public QObject {
    Q_OBJECT

    const Instant m_now = fromMs(1'795'600'000'000);
    gallery::CannedPricing m_prices{m_now};
    const Reader m_author{3, true, true};
    const Reader m_other{4, true, true};
    const Reader m_looker{1, false, false};

    IntervalOffer offer(const char *plan, IntervalStatus status, const Reader &reader) {
        const Interval *found = m_prices.find(QLatin1StringView(plan), status);
        return offerFor(*found, m_prices.intervalsOf(found->planId), reader, m_now);
    }

private Q_SLOTS:
    void aDraftWithAGapAsksForTheWord() {
        const IntervalOffer found = offer("kaohsiung-fly-adult", IntervalStatus::Draft, m_author);
        QVERIFY(found.submit && found.edit && found.remove && found.asksGap);
        QVERIFY(!found.approve && !found.rollback && !found.isBlocked && !found.asksEmergency);
    }

    void fourEyesAreExplainedToTheAuthor() {
        const IntervalOffer own = offer("taichung-candy-adult", IntervalStatus::Submitted, m_author);
        QVERIFY(!own.approve && !own.whyNotApprove.isEmpty() && own.withdraw && own.reject);
        const IntervalOffer others = offer("taichung-candy-adult", IntervalStatus::Submitted, m_other);
        QVERIFY(others.approve && others.whyNotApprove.isEmpty());
    }

    void whoMayOnlyLookIsOfferedNothing() {
        for (const auto &[plan, status] : {std::pair("fly-adult", IntervalStatus::Effective),
                                           {"fly-adult", IntervalStatus::Draft},
                                           {"taichung-candy-adult", IntervalStatus::Submitted}}) {
            const IntervalOffer found = offer(plan, status, m_looker);
            QVERIFY(!found.edit && !found.remove && !found.submit && !found.approve && !found.reject &&
                    !found.withdraw && !found.rollback);
        }
    }

    void aShortLeadAsksForAReasonAndThePastIsBlocked() {
        Interval draft = *m_prices.find(QStringLiteral("fly-adult"), IntervalStatus::Draft);
        const QList<Interval> timeline = m_prices.intervalsOf(draft.planId);
        draft.from = m_now + std::chrono::minutes(5);
        QVERIFY(offerFor(draft, timeline, m_author, m_now).asksEmergency);
        draft.from = m_now - std::chrono::minutes(5);
        QVERIFY(offerFor(draft, timeline, m_author, m_now).isBlocked);
    }

    void aRollbackNamesWhatComesBack() {
        const auto version = [this](Id id) { return m_prices.config(id)->version; };
        const Interval *now = m_prices.find(QStringLiteral("fly-adult"), IntervalStatus::Effective);
        const RollbackPreview back = previewRollback(*now, m_prices.intervalsOf(now->planId), m_now, version);
        QVERIFY(back.isPossible);
        QVERIFY2(back.text.contains(QStringLiteral("version 3 is in force again")), qPrintable(back.text));
        const Interval *first = m_prices.find(QStringLiteral("adult-standard"), IntervalStatus::Effective);
        QVERIFY(!previewRollback(*first, m_prices.intervalsOf(first->planId), m_now, version).isPossible);
    }

    void rowsAreFoundByTextWordAndStatus() {
        const TimelineBook &book = m_prices.book();
        const qsizetype all = rowsOf(book, {}, m_now).size();
        QCOMPARE(all, book.plans.size());
        QVERIFY(rowsOf(book, {}, m_now).constLast().plan.retiredAt.has_value());
        QCOMPARE(rowsOf(book, {QStringLiteral("桃園"), {}, {}, {}, {}}, m_now).size(), 3);
        QCOMPARE(rowsOf(book, {{}, QStringLiteral("hourly"), {}, {}, {}}, m_now).size(), 1);
        QCOMPARE(rowsOf(book, {{}, {}, QStringLiteral("fly"), {}, IntervalStatus::Draft}, m_now).size(), 2);
        QCOMPARE(rowsOf(book, {QStringLiteral("nothing"), {}, {}, {}, {}}, m_now).size(), 0);
    }

    void gapsOfARowAreThoseOfThePlanWhileItIsOnSale() {
        int withGap = 0;
        for (const Row &row : rowsOf(m_prices.book(), {}, m_now))
            withGap += !row.gaps.isEmpty();
        QCOMPARE(withGap, 2); // Taichung was closed for a month, and its young have two weeks without
    }

    void whatAnotherChangedIsToldLineByLine() {
        const QList<Interval> before = m_prices.intervalsOf(m_prices.plan(QStringLiteral("fly-adult"))->id);
        QList<Interval> after = before;
        after.first().note = QStringLiteral("x");
        after.removeLast();
        const QStringList lines = differencesBetween(before, after, m_now);
        QCOMPARE(lines.size(), 2);
        QVERIFY(differencesBetween(before, before, m_now).isEmpty());
    }
};

} // namespace wemo::pages::timeline

QTEST_MAIN(wemo::pages::timeline::IntervalOfferTest)
#include "interval_offer_test.moc"
