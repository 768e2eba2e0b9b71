// Random interleavings of answers, timeouts, callbacks, queries, lost jobs and deaths, against rules that are written
// down here once more: the table of the states is the domain's, not the code's.
//
// Seeded: a run that fails says its number, and WEMO_MODEL_SEED=<number> runs that one alone.
#include "services/sms/fold.h"
#include "tests/support/delivery_model.h"

#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::tests;
using S = sms::DeliveryState;

namespace {
constexpr quint32 runs = 10'000;

/// From the domain's table. `submitting` again is a retry of what never left.
bool isInTable(S from, S to) {
    static const QSet<S> finals{S::Delivered, S::Undelivered, S::Expired, S::Rejected, S::Failed, S::Canceled};
    const bool isFinal = finals.contains(to);
    switch (from) {
    case S::Created:
        return to == S::Submitting || to == S::Canceled || to == S::Expired; // expired: its time was over before
    case S::Submitting:
        // Its receipt may be here before its answer, and the gateway had it then.
        return to == S::Accepted || to == S::Scheduled || to == S::SubmitUnknown || to == S::Sent || isFinal;
    case S::SubmitUnknown:
        return to == S::Accepted || to == S::Scheduled || to == S::Sent || to == S::Unknown || isFinal;
    case S::Accepted:
        return to == S::Sent || to == S::Scheduled || to == S::Unknown || isFinal;
    case S::Scheduled:
        return to == S::Accepted || to == S::Sent || to == S::Unknown || isFinal;
    case S::Sent:
        return to == S::Delivered || to == S::Undelivered || to == S::Expired || to == S::Rejected || to == S::Unknown;
    case S::Unknown:
        return isFinal;
    default:
        return false;
    }
}

/// Why the log of a message and its state do not fit; empty = they do.
QString faultOf(const sms::MessageDetail &detail) {
    S state = S::Created;
    for (const sms::MessageEvent &event : detail.events) {
        if (event.verdict != "moved" || event.state == state)
            continue;
        if (!isInTable(state, event.state))
            return QString("%1 is not to follow %2").arg(toString(event.state), toString(state));
        state = event.state;
    }
    if (state != detail.message.state)
        return QString("the log says %1, the record %2").arg(toString(state), toString(detail.message.state));
    return {};
}

S folded(const QList<sms::News> &facts) {
    sms::MessageRecord record;
    record.message.state = S::Submitting;
    for (sms::News news : facts) {
        const sms::Verdict verdict = sms::judgeNews(record, news);
        sms::foldNews(record, news, verdict, record.message.createdAt, {});
    }
    return record.message.state;
}

/// Facts that do not contradict each other: at most one final state, and no end that cannot follow a "sent".
bool areEqual(const QList<sms::News> &facts) {
    QSet<S> finals;
    bool isSent = false;
    for (const sms::News &news : facts) {
        if (isFinal(news.state))
            finals.insert(news.state);
        isSent = isSent || news.state == S::Sent;
    }
    return finals.size() <= 1 && !(isSent && (finals.contains(S::Failed) || finals.contains(S::Canceled)));
}
} // namespace

/// What a number of runs came to.
struct Told {
    QMap<QString, int> ends;
    int again = 0;
    QString fault; ///< of the first that failed
};

class DeliveryModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyInterleaving() {
        const bool isOne = qEnvironmentVariableIsSet("WEMO_MODEL_SEED");
        const auto one = static_cast<quint32>(qEnvironmentVariableIntValue("WEMO_MODEL_SEED"));
        // Each thread has a store of its own in memory.
        Told first, second;
        std::thread beside([&] { second = isOne ? Told() : run(runs / 2, runs); });
        first = isOne ? run(one, one + 1) : run(0, runs / 2);
        beside.join();
        for (const Told *told : {&first, &second})
            QVERIFY2(told->fault.isEmpty(), qPrintable(told->fault));
        QStringList ends;
        for (const char *state : {"delivered", "undelivered", "rejected", "failed", "expired", "canceled", "unknown"}) {
            const QString name = QString::fromLatin1(state);
            const int count = first.ends.value(name) + second.ends.value(name);
            ends.append(QString("%1 %2").arg(name).arg(count));
            QVERIFY2(isOne || count > 50, state); // the runs get everywhere
        }
        qInfo("%s; tried again: %d", qPrintable(ends.join(", ")), first.again + second.again);
    }

    /// The same facts in any order, each any number of times, give the same state.
    void anyOrderOfEqualFacts() {
        Chance chance(4711);
        const QList<S> all{S::Accepted, S::Sent,   S::Delivered, S::Undelivered,  S::Expired,
                           S::Rejected, S::Failed, S::Canceled,  S::SubmitUnknown};
        int compared = 0;
        for (int run = 0; run < 20'000; ++run) {
            QList<sms::News> facts;
            for (int i = 1 + chance.below(5); i > 0; --i) {
                sms::News news;
                news.state = all[chance.below(static_cast<int>(all.size()))];
                facts.append(QList<sms::News>(1 + chance.below(2), news));
            }
            if (!areEqual(facts))
                continue;
            const S state = folded(facts);
            for (int order = 0; order < 5; ++order, ++compared) {
                chance.shuffle(facts);
                QCOMPARE(toString(folded(facts)), toString(state));
            }
        }
        QVERIFY(compared > 20'000);
    }

private:
    static Told run(quint32 from, quint32 end);
    static QString faultOfRun(ModelWorld &world, quint32 seed);
};

Told DeliveryModelTest::run(quint32 from, quint32 end) {
    ModelWorld world;
    Told told;
    for (quint32 seed = from; seed < end && told.fault.isEmpty(); ++seed) {
        told.fault = faultOfRun(world, seed);
        ++told.ends[toString(world.record().message.state)];
        told.again += std::max(0, world.submissionsAgain());
        if (told.fault.isEmpty())
            continue;
        world.tellsStory = true;
        faultOfRun(world, seed); // once more, with its story
        told.fault = QString("run %1: %2\n%3").arg(seed).arg(told.fault, world.story.join('\n'));
    }
    return told;
}

QString DeliveryModelTest::faultOfRun(ModelWorld &world, quint32 seed) {
    world.begin(seed);
    for (int steps = 6 + world.chance().below(10); steps > 0; --steps)
        world.step();
    world.settle();
    if (const QString fault = faultOf(world.detail()); !fault.isEmpty())
        return fault;
    if (world.takenWithoutKey() > 1)
        return "sent twice where the gateway has no key";
    if (world.taken() > 1)
        return "two messages of one";
    const sms::MessageRecord record = world.record();
    const S state = record.message.state;
    if (!isFinal(state) && state != S::Unknown)
        return "nobody waits for it any more, and it is " + toString(state);
    if (!record.bodySealed.isEmpty())
        return "its text is still kept";
    if (record.deadline || record.nextPoll || record.inTheAir)
        return "something is still waited for";
    if (world.taken() == 0 && state == S::Delivered)
        return "delivered, and no gateway has it";
    const QList<sms::MessageEvent> events = world.detail().events;
    const bool wasSent = std::any_of(events.begin(), events.end(), [](const sms::MessageEvent &event) {
        return event.state == S::Sent && event.verdict == "moved";
    });
    for (const sms::Receipt &receipt : world.told()) {
        if (wasSent && (receipt.state == S::Failed || receipt.state == S::Canceled))
            continue; // contradicts itself: by the table neither follows "sent"
        const bool isOurs = !receipt.reference.isEmpty() || receipt.batchId == record.message.batchId;
        if (isOurs && isFinal(receipt.state) && !receipt.isReply && receipt.isRecognised && !isFinal(state))
            return "a receipt that ends it was forgotten";
    }
    return {};
}

QTEST_GUILESS_MAIN(DeliveryModelTest)
#include "delivery_model_test.moc"
