// Random ban lists, changed at random while the copy is lost now and then: decisions are those of a list that is looked
// through from one end to the other.
#include "services/blocking/network.h"
#include "tests/services/blocking/ban_world.h"

#include <QTest>

#include <random>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

namespace {
struct Kept {
    Ban ban;
    QString value; ///< in its one form
    bool isLifted = false;

    bool catches(const Subject &subject, Instant now) const {
        if (isLifted || ban.kind != subject.kind || (ban.expiresAt && *ban.expiresAt <= now))
            return false;
        switch (ban.match) {
        case BanMatch::Exact:
            return value == subject.value;
        case BanMatch::Prefix:
            return subject.value.startsWith(value);
        case BanMatch::Cidr:
            return Network::cidr(value)->contains(*Network::address(subject.value));
        }
        return false;
    }
};

/// Values crowded together, so that many of them are hit by several bans.
class Chance {
public:
    explicit Chance(quint32 seed)
        : m_engine(seed) {}
    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_engine); }

    Subject subject() {
        switch (below(3)) {
        case 0:
            return {"number", number()};
        case 1:
            return {"address", address()};
        default:
            return {"device", QString("d%1").arg(below(20))};
        }
    }
    NewBan ban(Instant now) {
        const Subject one = subject();
        NewBan ban{one.kind, BanMatch::Exact, one.value, "Chance", {}};
        if (one.kind == u"number" && below(3) == 0) {
            ban.match = BanMatch::Prefix;
            ban.value = one.value.left(6 + below(8));
        }
        if (one.kind == u"address" && below(2) == 0) {
            ban.match = BanMatch::Cidr;
            const Network whole = *Network::address(one.value);
            const Network network = whole.first(whole.isV4() ? 104 + below(24) : 16 + below(112));
            ban.value = network.text();
        }
        if (below(2) == 0)
            ban.expiresAt = now + std::chrono::seconds(1 + below(100));
        return ban;
    }

private:
    QString number() { return QString("+88691%1%2").arg(below(3)).arg(below(20), 6, 10, QChar('0')); }
    QString address() {
        if (below(2) == 0)
            return QString("203.0.%1.%2").arg(below(4)).arg(below(20));
        return Network::address(QString("2001:db8:%1::%2").arg(below(3)).arg(below(20), 0, 16))->text();
    }
    std::mt19937 m_engine;
};
} // namespace

class BanPropertyTest final : public QObject {
    Q_OBJECT

    static void run(BanWorld &world, quint32 seed) {
        BanService &service = world.service;
        Chance chance(seed);
        QList<Kept> model;
        for (int step = 0; step < 120; ++step) {
            const int what = chance.below(10);
            if (what < 6) {
                const NewBan wanted = chance.ban(world.clock.now());
                const auto added = service.list.add(service.lin, wanted);
                if (added)
                    model.append({*added, banValueOf(wanted.kind, wanted.match, wanted.value)->value});
                else if (added.error().code != "banned-already" && added.error().code != "too-wide")
                    qFatal("%s %s", qPrintable(added.error().code), qPrintable(added.error().detail));
            } else if (what == 6 && !model.isEmpty()) {
                Kept &one = model[chance.below(static_cast<int>(model.size()))];
                const auto lifted = service.list.lift(service.lin, {one.ban.id}, "Chance");
                one.isLifted = one.isLifted || (lifted && lifted->count == 1);
            } else if (what == 7) {
                world.clock.advance(std::chrono::seconds(chance.below(30)));
            } else if (what == 8) {
                QVERIFY(service.keeper.tidy());
            } else {
                QVERIFY(service.pool.command({"FLUSHALL"}));
            }
            for (int i = 0; i < 10; ++i) {
                const Subject subject = chance.subject();
                const bool expected = std::any_of(model.cbegin(), model.cend(), [&](const Kept &kept) {
                    return kept.catches(subject, world.clock.now());
                });
                const auto listed = service.list.catching(subject.kind, subject.value);
                QVERIFY(listed);
                QCOMPARE(!listed->isEmpty(), expected);
                QVERIFY2(service.isBanned(subject.kind, subject.value) == expected,
                         qPrintable(QString("seed %1 step %2: %3").arg(seed).arg(step).arg(subject.value)));
            }
        }
    }

private Q_SLOTS:
    void decisionsAreThoseOfTheWholeList_data() { StorageFixture::dialects(); }
    void decisionsAreThoseOfTheWholeList() {
        for (quint32 seed = 1; seed <= 5; ++seed) {
            BanWorld world;
            run(world, seed);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(BanPropertyTest)
#include "ban_property_test.moc"
