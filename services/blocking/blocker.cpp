#include "services/blocking/blocker.h"

#include "services/runtime/log.h"

namespace wemo::blocking {

namespace {
constexpr const char *clockKey = "wemo:{blocking}:clock";
constexpr std::size_t answerHead = 4, partsARule = 4;
constexpr int mostTries = 4;                ///< a ban list that keeps changing under a question is a fault
constexpr Milliseconds banPhase{3'600'000}; ///< what is told outside counts down within it, as a block's time does

redis::Script script(const char *name) {
    return redis::Script::resource({"blocking_common", name});
}

/// As it stands among others in the log.
std::string shownOf(const Subject &subject) {
    QString shown = masked(subject);
    for (const QChar mark : {u',', u';', u'\t', u'\n'})
        shown.replace(mark, u'_');
    return shown.toStdString();
}

std::string text(Milliseconds time) {
    return std::to_string(time.count());
}

void append(redis::Args &args, const Policy &policy) {
    args.push_back(policy.id.toStdString());
    args.push_back(std::to_string(policy.limit));
    for (const Milliseconds time : {policy.window, policy.blockTime, policy.longestBlock, policy.strikeDecay})
        args.push_back(text(time));
    args.push_back(policy.mode == Mode::Enforce ? "1" : "0");
}

/// Whom a ban may catch: an owner is counted for itself, and its number may still be banned.
QList<Subject> bannableOf(QList<Subject> subjects) {
    const qsizetype count = subjects.size();
    for (qsizetype i = 0; i < count; ++i)
        if (const auto whole = subjects[i].kind == u"owner" ? wholeOf(subjects[i]) : std::nullopt)
            subjects.append(*whole);
    return subjects;
}

qint64 numberOf(const redis::Reply &reply) {
    return QByteArray::fromStdString(reply.text).toLongLong();
}

/// Outside a ban looks like a block: it has a time, which goes down.
Milliseconds toldOf(const BanHit &ban, Instant now) {
    const qint64 phase = static_cast<qint64>(qHash(ban.subject.value, 7) % static_cast<size_t>(banPhase.count()));
    const Milliseconds wait(banPhase.count() - (toMs(now) + phase) % banPhase.count());
    return ban.until ? std::min(wait, Milliseconds(*ban.until - now)) : wait;
}

void addBans(Decision &decision, const std::vector<redis::Reply> &caught, const QList<BanHit> &questions) {
    for (std::size_t i = 0; i + 1 < caught.size(); i += 2) {
        BanHit ban = questions.value(static_cast<qsizetype>(caught[i].integer) - 1);
        if (const qint64 ends = numberOf(caught[i + 1]); ends > 0)
            ban.until = fromMs(ends);
        decision.wait = std::max(decision.wait, toldOf(ban, decision.at));
        decision.bans.append(std::move(ban));
    }
}

Failure unknownAnswer() {
    return failure(ErrorKind::Internal, "blocking-answer", "The service has a fault.", "an unknown answer");
}
} // namespace

struct Blocker::Rules {
    struct Group {
        int subject = 0;
        std::string id; ///< of the subject
        QList<const Policy *> policies;
    };
    std::vector<Group> groups;

    std::size_t count() const {
        std::size_t sum = 0;
        for (const Group &group : groups)
            sum += static_cast<std::size_t>(group.policies.size());
        return sum;
    }
    Taken read(const std::vector<redis::Reply> &items, const QList<BanHit> &questions) const;
};

Blocker::Blocker(redis::Pool &pool, const runtime::Secrets &secrets, Clocks clocks)
    : m_pool(pool)
    , m_keys(secrets.lookupKey)
    , m_sealKey(secrets.sealKey)
    , m_clocks(std::move(clocks))
    , m_bootId(m_clocks.bootId.isEmpty() ? EngineClock::bootId() : m_clocks.bootId)
    , m_clock(m_clocks.steady ? m_clocks.steady : EngineClock::sinceBoot)
    , m_decide(pool, redis::Script::resource({"blocking_common", "blocking_bans", "blocking_decide"}))
    , m_takeBack(script("blocking_take_back"))
    , m_sweep(script("blocking_sweep")) {}

Result<Taken> Blocker::decide(const QList<Policy> &policies, const Asked &asked) {
    return ask("count", policies, asked);
}

Result<Decision> Blocker::look(const QList<Policy> &policies, const Asked &asked) {
    Result<Taken> taken = ask("look", policies, asked);
    return taken ? Result<Decision>(std::move(taken->decision)) : Failure(taken.error());
}

Blocker::Rules Blocker::rulesOf(const QList<Policy> &policies, const Asked &asked) const {
    Rules rules;
    for (int i = 0; i < asked.subjects.size(); ++i) {
        Rules::Group group{i, {}, {}};
        for (const Policy &policy : policies)
            if (policy.event == asked.event && policy.subjectKind == asked.subjects[i].kind)
                group.policies.append(&policy);
        if (group.policies.isEmpty())
            continue;
        group.id = m_keys.idOf(asked.subjects[i]).toStdString();
        rules.groups.push_back(std::move(group));
    }
    return rules;
}

redis::Args Blocker::timeArgs() const {
    const EngineClock::Reading reading = m_clock.read();
    const qint64 server = m_clocks.server ? toMs(m_clocks.server()) : 0;
    return {std::to_string(server), std::to_string(reading.expected), std::to_string(reading.tolerated)};
}

Result<redis::Args> Blocker::clockArgs() {
    if (m_clock.read().expected == 0)
        if (const Result<bool> told = sweep(); !told)
            return Failure(told.error());
    return timeArgs();
}

redis::Args Blocker::argsOf(const char *how, const Rules &rules, const Asked &asked) const {
    redis::Args args{how};
    for (std::string &arg : timeArgs())
        args.push_back(std::move(arg));
    std::string noted = "decided\t" + asked.event.toStdString() + '\t' + asked.requestId.toStdString() + '\t';
    redis::Args subjects;
    for (const Rules::Group &group : rules.groups) {
        const Subject &subject = asked.subjects[group.subject];
        const std::string shown = shownOf(subject), kind = subject.kind.toStdString();
        const auto whole = wholeOf(subject);
        noted += kind + ',' + group.id + ',' + shown + ';';
        subjects.insert(subjects.end(), {kind, shown, runtime::seal(subject.value.toUtf8(), m_sealKey).toStdString(),
                                         whole ? m_keys.idOf(*whole).toStdString() : std::string(),
                                         std::to_string(group.policies.size())});
        for (const Policy *policy : group.policies)
            append(subjects, *policy);
    }
    args.insert(args.end(), {std::move(noted), asked.requestId.toStdString(), std::to_string(rules.groups.size())});
    args.insert(args.end(), subjects.begin(), subjects.end());
    return args;
}

Result<Taken> Blocker::ask(const char *how, const QList<Policy> &policies, const Asked &asked) {
    const Rules rules = rulesOf(policies, asked);
    if (rules.groups.empty() && (!m_bans || asked.subjects.isEmpty()))
        return Taken();
    if (const auto known = clockArgs(); !known)
        return Failure(known.error());
    for (int tries = 0; tries < mostTries; ++tries) {
        BanQuestions bans = m_bans ? m_bans->questions(bannableOf(asked.subjects)) : BanQuestions();
        bans.keys.emplace_back(clockKey);
        for (const Rules::Group &group : rules.groups)
            bans.keys.push_back(SubjectKeys::keyOf(group.id));
        for (std::string &arg : argsOf(how, rules, asked))
            bans.args.push_back(std::move(arg));
        const Milliseconds begun = m_clock.steady();
        const Result<redis::Reply> answer = m_decide.run(m_decide.script().call(bans.keys, std::move(bans.args)));
        if (!answer)
            return Failure(answer.error());
        if (answer->items.size() == answerHead + partsARule * rules.count()) {
            learn(answer->items[0].integer, begun);
            return rules.read(answer->items, bans.questions);
        }
        if (!m_bans)
            return unknownAnswer();
        if (const Result<void> settled = m_bans->settle(*answer); !settled)
            return Failure(settled.error());
    }
    return failure(ErrorKind::Unavailable, "blocking-unsettled", "This cannot be decided just now. Try again.",
                   "a ban list that does not come to rest");
}

Taken Blocker::Rules::read(const std::vector<redis::Reply> &items, const QList<BanHit> &questions) const {
    Taken taken;
    Decision &decision = taken.decision;
    decision.at = fromMs(items[0].integer);
    decision.allowed = items[1].integer == 1;
    taken.logEntry = items[2].text;
    addBans(decision, items[3].items, questions);
    auto item = items.begin() + answerHead;
    for (const Group &group : groups)
        for (const Policy *policy : group.policies) {
            const Verdict verdict{policy->id,
                                  group.subject,
                                  policy->mode,
                                  item[0].integer == 1,
                                  static_cast<int>(item[1].integer),
                                  Milliseconds(item[2].integer),
                                  static_cast<int>(item[3].integer)};
            if (!verdict.allows && verdict.mode == Mode::Enforce)
                decision.wait = std::max(decision.wait, verdict.wait);
            if (decision.allowed)
                taken.counted.emplaceBack(SubjectKeys::keyOf(group.id), *policy);
            decision.verdicts.append(verdict);
            item += partsARule;
        }
    return taken;
}

void Blocker::takeBack(const Taken &taken) {
    if (taken.counted.isEmpty())
        return;
    Result<redis::Args> args = clockArgs();
    Result<redis::Connection> connection = m_pool.lease();
    if (!args || !connection)
        return;
    std::vector<std::string> keys{clockKey};
    args->push_back(std::to_string(toMs(taken.decision.at)));
    args->push_back(taken.logEntry);
    for (const auto &[key, policy] : taken.counted) {
        keys.push_back(key);
        args->push_back(policy.id.toStdString());
        args->push_back(text(policy.window));
    }
    (void)m_takeBack.run(*connection, keys, *std::move(args));
}

Result<bool> Blocker::sweep() {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    redis::Args args = timeArgs();
    const Milliseconds begun = m_clock.steady();
    args.push_back(m_bootId.toStdString());
    args.push_back(text(begun));
    const Result<redis::Reply> answer = m_sweep.run(*connection, {clockKey}, std::move(args));
    if (!answer)
        return Failure(answer.error());
    if (answer->items.size() != 2)
        return unknownAnswer();
    learn(answer->items[0].integer, begun);
    return answer->items[1].integer == 1;
}

Failure tryAgainLater(const Decision &decision) {
    Error error{ErrorKind::TooManyRequests, "try-again-later", "Not now. Try again later.", {}};
    error.retryAfterMs = std::max<qint64>(decision.wait.count(), 1);
    return failure(std::move(error));
}

} // namespace wemo::blocking
