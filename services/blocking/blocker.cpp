#include "services/blocking/blocker.h"

#include <QCryptographicHash>

namespace wemo::blocking {

namespace {
constexpr const char *clockKey = "wemo:{blocking}:clock";
constexpr Milliseconds promptAnswer{100}; ///< a later one says too little about when it was given
constexpr std::size_t partsBefore = 3, partsARule = 4;
constexpr int mostTries = 4;                ///< a ban list that keeps changing under a question is a fault
constexpr Milliseconds banPhase{3'600'000}; ///< what is told outside counts down within it, as a block's time does

Milliseconds steadyNow() {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// Nobody reads numbers or addresses out of Redis.
std::string keyOf(const Subject &subject) {
    const QByteArray text = (subject.kind + '\n' + subject.value).toUtf8();
    return "wemo:{blocking}:" +
           QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(32).toStdString();
}

void append(redis::Args &args, const Policy &policy) {
    args.push_back(policy.id.toStdString());
    args.push_back(std::to_string(policy.limit));
    for (const Milliseconds time : {policy.window, policy.blockTime, policy.longestBlock, policy.strikeDecay})
        args.push_back(std::to_string(time.count()));
    args.push_back(toString(policy.mode).toStdString());
}

qint64 numberOf(const redis::Reply &reply) {
    return QByteArray::fromStdString(reply.text).toLongLong();
}

/// Outside a ban looks like a block: it has a time, which goes down.
Milliseconds toldOf(const BanHit &ban, qint64 now) {
    const qint64 phase = static_cast<qint64>(qHash(ban.subject.value, 7) % static_cast<size_t>(banPhase.count()));
    const Milliseconds wait(banPhase.count() - (now + phase) % banPhase.count());
    return ban.until ? std::min(wait, *ban.until - fromMs(now)) : wait;
}

void addBans(Decision &decision, const std::vector<redis::Reply> &caught, const QList<BanHit> &questions, qint64 now) {
    for (std::size_t i = 0; i + 1 < caught.size(); i += 2) {
        BanHit ban = questions.value(static_cast<qsizetype>(caught[i].integer) - 1);
        if (const qint64 ends = numberOf(caught[i + 1]); ends > 0)
            ban.until = fromMs(ends);
        decision.wait = std::max(decision.wait, toldOf(ban, now));
        decision.bans.append(std::move(ban));
    }
}

Decision decisionFrom(const std::vector<redis::Reply> &items, const QList<const Policy *> &rules,
                      const QList<BanHit> &questions) {
    Decision decision;
    decision.allowed = items[1].integer == 1;
    addBans(decision, items[2].items, questions, numberOf(items[0]));
    auto item = items.begin() + partsBefore;
    for (const Policy *policy : rules) {
        Verdict verdict{policy->id,
                        policy->mode,
                        item[0].integer == 1,
                        static_cast<int>(item[1].integer),
                        Milliseconds(numberOf(item[2])),
                        static_cast<int>(item[3].integer)};
        if (!verdict.allows && verdict.mode == Mode::Enforce)
            decision.wait = std::max(decision.wait, verdict.wait);
        decision.verdicts.append(std::move(verdict));
        item += partsARule;
    }
    return decision;
}
} // namespace

Blocker::Blocker(redis::Pool &pool, Steady steady)
    : m_pool(pool)
    , m_steady(steady ? std::move(steady) : Steady(steadyNow))
    , m_script(redis::Script::resource({"blocking_bans", "blocking_decide"})) {}

Result<Decision> Blocker::decide(const QList<Policy> &policies, const QString &event, const QList<Subject> &subjects) {
    return ask("count", policies, event, subjects);
}

Result<Decision> Blocker::look(const QList<Policy> &policies, const QString &event, const QList<Subject> &subjects) {
    return ask("look", policies, event, subjects);
}

Result<Decision> Blocker::ask(const char *how, const QList<Policy> &policies, const QString &event,
                              const QList<Subject> &subjects) {
    std::vector<std::string> keys{clockKey};
    QList<const Policy *> rules;
    redis::Args ruleArgs;
    for (const Policy &policy : policies)
        for (const Subject &subject : subjects)
            if (policy.event == event && policy.subjectKind == subject.kind) {
                keys.push_back(keyOf(subject));
                rules.append(&policy);
                append(ruleArgs, policy);
            }
    if (rules.isEmpty() && (!m_bans || subjects.isEmpty()))
        return Decision();
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    for (int tries = 0; tries < mostTries; ++tries) {
        BanQuestions bans = m_bans ? m_bans->questions(subjects) : BanQuestions();
        bans.keys.insert(bans.keys.end(), keys.begin(), keys.end());
        const Milliseconds asked = m_steady();
        bans.args.insert(bans.args.end(), {how, std::to_string(m_serverTime ? toMs(*m_serverTime) : 0),
                                           std::to_string(expectedNow(asked))});
        bans.args.insert(bans.args.end(), ruleArgs.begin(), ruleArgs.end());
        const Result<redis::Reply> answer = m_script.run(*connection, bans.keys, std::move(bans.args));
        if (!answer)
            return Failure(answer.error());
        if (answer->items.size() == partsBefore + partsARule * static_cast<std::size_t>(rules.size())) {
            learn(numberOf(answer->items[0]), asked, m_steady());
            return decisionFrom(answer->items, rules, bans.questions);
        }
        if (!m_bans)
            break;
        if (const Result<void> settled = m_bans->settle(*answer); !settled)
            return Failure(settled.error());
    }
    return failure(ErrorKind::Unavailable, "blocking-unsettled", "This cannot be decided just now. Try again.",
                   "an unknown answer, or a ban list that does not come to rest");
}

qint64 Blocker::expectedNow(Milliseconds steady) {
    const std::lock_guard lock(m_mutex);
    return m_known == 0 ? 0 : m_known + (steady - m_knownAt).count();
}

void Blocker::learn(qint64 now, Milliseconds asked, Milliseconds answered) {
    if (answered - asked > promptAnswer)
        return;
    const std::lock_guard lock(m_mutex);
    if (asked < m_knownAt)
        return;
    m_known = now;
    m_knownAt = asked;
}

} // namespace wemo::blocking
