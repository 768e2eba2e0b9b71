#include "services/demo/blocking_company.h"

#include "models/blocking/policy_edit.h"
#include "models/blocking/rule.h"
#include "services/demo/chance.h"
#include "services/demo/marks.h"
#include "services/demo/people.h"

#include <unordered_map>

namespace wemo::demo {

namespace {
constexpr int days = 14, requestsADay = 160, burstsADay = 2, requestsABurst = 9;
constexpr quint32 seed = 20'261'125;
constexpr qint64 dayMs = 86'400'000;

/// Somebody asks for a code.
struct Asking {
    Instant at{};
    int person = 0;
    QString requester;
};

QString addressOf(const Chance &chance) {
    return QString("203.0.113.%1").arg(1 + chance.below(7, 250)); // of a network that is for examples only
}

/// A day in the hours people ride, and some who try it again and again within minutes.
void addDay(QList<Asking> &all, Instant day, int number) {
    for (int i = 0; i < requestsADay; ++i) {
        const Chance chance(seed, static_cast<quint64>(number) * 1'000 + static_cast<quint64>(i));
        const double hour = 7 + 8 * (chance.unit(1) + chance.unit(2)); // most in the middle of the day
        all.append({day + Milliseconds(static_cast<qint64>(hour * 3.6e6)), chance.below(3, people), addressOf(chance)});
    }
    for (int i = 0; i < burstsADay; ++i) {
        const Chance chance(seed, 500'000 + static_cast<quint64>(number) * 10 + static_cast<quint64>(i));
        const Instant begun = day + Milliseconds(chance.below(4, static_cast<int>(dayMs - 3'600'000)));
        for (int k = 0; k < requestsABurst; ++k)
            all.append({begun + std::chrono::seconds(40 * k), chance.below(5, people), addressOf(chance)});
    }
}

QList<Asking> askings(Instant now) {
    QList<Asking> all;
    const Instant midnight = fromMs(toMs(now) - toMs(now) % dayMs - 8 * 3'600'000);
    for (int day = 0; day <= days; ++day)
        addDay(all, midnight - std::chrono::hours(24 * day), day);
    all.removeIf([now](const Asking &one) { return one.at > now; });
    std::sort(all.begin(), all.end(), [](const Asking &a, const Asking &b) { return a.at < b.at; });
    return all;
}

/// Decides as the service would have, and tells it as its scripts do.
class Desk {
public:
    explicit Desk(const blocking::SubjectKeys &keys)
        : m_keys(keys) {
        for (const blocking::PolicyRecord &record : blocking::defaultPolicies())
            if (record.policy.event == u"code-requested")
                m_policies.append(record.policy);
    }

    struct Row {
        bool allowed = true;
        QString subjects, verdicts;
        QList<QByteArray> ids;
    };
    Row decide(const Asking &asking) {
        const QString number = numberOf(asking.person).e164();
        const QString device = QString("device-%1").arg(asking.person);
        const auto subjects = blocking::riderSubjects(number, device, asking.requester, false);
        Row row;
        QList<std::pair<const blocking::Policy *, qsizetype>> rules;
        for (qsizetype i = 0; i < subjects.size(); ++i) {
            const QString id = m_keys.idOf(subjects[i]);
            row.ids.append(QByteArray::fromHex(id.toLatin1()));
            row.subjects += subjects[i].kind + ',' + id + ',' + masked(subjects[i]) + ';';
            for (const blocking::Policy &policy : m_policies)
                if (policy.subjectKind == subjects[i].kind)
                    rules.emplaceBack(&policy, i);
        }
        for (const auto &[policy, i] : rules)
            row.allowed &= allowsNow(*policy, standingOf(*policy, row.ids[i]), asking.at);
        for (const auto &[policy, i] : rules)
            row.verdicts += told(*policy, i, row, asking.at);
        return row;
    }

private:
    blocking::Standing &standingOf(const blocking::Policy &policy, const QByteArray &id) {
        return m_standings[policy.id.toUtf8() + id];
    }
    QString told(const blocking::Policy &policy, qsizetype subject, const Row &row, Instant at) {
        blocking::Standing &standing = standingOf(policy, row.ids[subject]);
        const int strikes = standing.strikes;
        const blocking::Verdict verdict = settle(policy, standing, at, row.allowed);
        const QString head = policy.id + ',' + QString::number(subject + 1);
        if (verdict.allows)
            return head + (row.allowed ? ",c;" : ",-;");
        return head + (standing.strikes > strikes ? ",b," : ",r,") + QString::number(toMs(standing.ends)) + ';';
    }

    const blocking::SubjectKeys &m_keys;
    QList<blocking::Policy> m_policies;
    std::unordered_map<QByteArray, blocking::Standing> m_standings;
};

Result<void> insert(storage::Connection &connection, const Asking &asking, const Desk::Row &row, quint32 place) {
    const Id id = idAt(asking.at, place);
    const auto added = connection.execute("blocking/insert_log", {{"id", id},
                                                                  {"at", toMs(asking.at)},
                                                                  {"what", "decided"},
                                                                  {"event", "code-requested"},
                                                                  {"request_id", QString("demo-%1").arg(place)},
                                                                  {"actor", ""},
                                                                  {"note", ""},
                                                                  {"is_allowed", row.allowed ? 1 : 0},
                                                                  {"subjects", row.subjects},
                                                                  {"verdicts", row.verdicts}});
    if (!added)
        return Failure(added.error());
    for (const QByteArray &subject : row.ids) {
        const auto found = connection.execute("blocking/insert_log_subject", {{"subject", subject}, {"log_id", id}});
        if (!found)
            return Failure(found.error());
    }
    return {};
}
} // namespace

Result<void> BlockingCompany::seedHistory(bool *isNew) {
    *isNew = false;
    const auto marks = marksOf(m_database, blockingMarks);
    if (!marks || !marks->chunks.isEmpty())
        return marks ? Result<void>() : Failure(marks.error());
    const Instant now = m_clock.now();
    return m_database.write([&](storage::Connection &connection) -> Result<void> {
        const Result<bool> marked = mark(connection, blockingMarks.first, now);
        if (!marked || !*marked)
            return marked ? Result<void>() : Failure(marked.error());
        Desk desk(m_keys);
        quint32 place = 0;
        for (const Asking &asking : askings(now))
            if (const Result<void> done = insert(connection, asking, desk.decide(asking), ++place); !done)
                return done;
        *isNew = true;
        return {};
    });
}

void BlockingCompany::ask(blocking::Guard &guard) {
    constexpr int blocked = 8, times = 6;
    for (int i = 0; i < blocked; ++i) {
        const Chance chance(seed, 900'000 + static_cast<quint64>(i));
        const int person = 1 + chance.below(1, people - 1); // not Mrs Lin
        for (int k = 0; k < times + i % 3; ++k)
            (void)guard.pass(
                {"code-requested",
                 blocking::riderSubjects(numberOf(person).e164(), QString("device-%1").arg(person),
                                         i % 2 ? QString("198.51.100.%1").arg(k + 1) : addressOf(chance), false),
                 QString("demo-now-%1-%2").arg(i).arg(k)});
    }
}

} // namespace wemo::demo
