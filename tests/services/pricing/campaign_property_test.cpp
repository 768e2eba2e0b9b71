#include "services/pricing/campaign_samples.h"
#include "tests/services/pricing/campaign_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
using pricing::test::Chance;

/// Random histories over one world whose clock only goes on: each leaves its intervals for the next to meet.
class Histories {
public:
    Histories(CampaignWorld &world, unsigned seed)
        : m_world(world)
        , m_chance(seed) {}

    int rolledBack = 0; ///< campaigns that were compared
    int refused = 0;    ///< approvals with something in the way
    int stood = 0;      ///< rollbacks refused for a later change

    /// Empty, or what did not hold.
    QString run() {
        if (m_chance.once(3))
            (void)publishSomething();
        const StoredBook before = m_world.book();
        const auto campaign = m_world.approved(someEdit());
        if (!campaign) {
            ++refused;
            return m_world.book().intervals == before.intervals ? QString() : "a refused approval left something";
        }
        const auto top = m_chance.once(2) ? publishSomething() : Failure(Error());
        goOn();
        if (const QString wrong = whatATopDoes(*campaign, top); !wrong.isEmpty())
            return wrong;
        if (m_chance.once(2))
            goOn();
        return takeBack(*campaign, before);
    }

private:
    qint64 hour() const {
        return std::chrono::duration_cast<std::chrono::hours>(m_world.clock.now() - m_world.at(0)).count() + 1;
    }
    void goOn() { m_world.clock.advance(std::chrono::minutes(m_chance.upTo(60 * 60))); }
    double rate() { return 3 + static_cast<double>(++m_rates); }

    Result<PlanTimeline> publishSomething() {
        const Plan &plan = m_world.fleet[m_chance.upTo(m_world.fleet.size() - 1)];
        const qint64 from = hour() + 1 + m_chance.upTo(80);
        return m_world.publish(m_world.timelines.timeline(plan.id)->plan, from,
                               m_chance.once(3) ? std::optional(from + 1 + m_chance.upTo(60)) : std::nullopt, rate());
    }
    Campaign someEdit() {
        Campaign edit = m_world.edit(hour() + 1 + m_chance.upTo(60), rate());
        edit.items.removeIf([](const CampaignItem &item) { return item.baseConfigId == 0; });
        if (edit.items.size() > 1 && m_chance.once(2))
            edit.items.removeAt(m_chance.upTo(edit.items.size() - 1));
        return edit;
    }

    /// Something later that lies on the campaign's time stands in the way until it is taken back itself.
    QString whatATopDoes(const Campaign &campaign, const Result<PlanTimeline> &top) {
        m_isTopLeft = top && top->touched->to && *top->touched->to <= m_world.clock.now();
        if (!top || m_isTopLeft)
            return {};
        const StoredBook before = m_world.book();
        const auto rehearsed = m_world.rehearsals.rehearseRollback(campaign.id);
        if (!rehearsed)
            return "no rehearsal: " + rehearsed.error().code;
        if (!rehearsed->isOk) {
            ++stood;
            if (codeOf(m_world.act(m_world.chen, campaign, CampaignAct::Rollback)) != "later-change")
                return "rolled back from under a later change";
            if (m_world.book().intervals != before.intervals)
                return "half a rollback";
        }
        const auto now = m_world.timelines.timeline(top->plan.id);
        const auto back = m_world.timelines.act(m_world.chen, top->touched->id, IntervalAct::Rollback,
                                                {now->plan.timelineVersion, {}, {}, {}});
        m_isTopLeft = !back;
        return {};
    }

    QString takeBack(const Campaign &campaign, const StoredBook &before) {
        if (m_isTopLeft) // it ran out, or filled a gap and has nothing before it to go back to: it was meant
            return {};
        const auto rehearsed = m_world.rehearsals.rehearseRollback(campaign.id);
        const auto back = m_world.act(m_world.chen, campaign, CampaignAct::Rollback);
        if (!back)
            return "not rolled back: " + back.error().code;
        ++rolledBack;
        if (!rehearsed || !rehearsed->isOk || !rehearsed->isRestored)
            return "the rehearsal said otherwise";
        const StoredBook after = m_world.book();
        for (const Plan &plan : m_world.fleet)
            if (isAnyInstantCoveredTwice(m_world.timelineOf(plan)))
                return "an instant is covered twice";
        return areAlike(before, after, m_world.clock.now()) ? QString() : "some instant resolves otherwise";
    }

    CampaignWorld &m_world;
    Chance m_chance;
    int m_rates = 0;
    bool m_isTopLeft = false;
};
} // namespace

class CampaignPropertyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishingAndRollingBackResolvesAsBefore_data() { StorageFixture::dialects(); }
    void publishingAndRollingBackResolvesAsBefore() {
        int rolledBack = 0, stood = 0;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            CampaignWorld world;
            Histories histories(world, seed);
            for (int round = 0; round < 40; ++round) {
                const QString wrong = histories.run();
                QVERIFY2(wrong.isEmpty(), qPrintable(QString("seed %1 round %2: %3").arg(seed).arg(round).arg(wrong)));
            }
            rolledBack += histories.rolledBack;
            stood += histories.stood;
        }
        qInfo("%d campaigns rolled back and compared, %d rollbacks stood aside", rolledBack, stood);
        QVERIFY(rolledBack > 100);
        QVERIFY(stood > 5);
    }
};

QTEST_APPLESS_MAIN(CampaignPropertyTest)
#include "campaign_property_test.moc"
