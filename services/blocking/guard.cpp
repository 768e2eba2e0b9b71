#include "services/blocking/guard.h"

#include "models/phone/phone_number.h"
#include "services/runtime/log.h"

namespace wemo::blocking {

namespace {
constexpr qsizetype prefixDigits = 4;

void addIf(QList<Subject> &subjects, const char *kind, const QString &value) {
    if (!value.isEmpty())
        subjects.append({QString::fromLatin1(kind), value});
}

/// For the log: which policies refuse, and whether a ban does.
QString causesOf(const Decision &decision) {
    QStringList causes;
    for (const BanHit &ban : decision.bans)
        causes.append("ban:" + ban.subject.kind);
    for (const Verdict &verdict : decision.verdicts)
        if (!verdict.allows && verdict.mode == Mode::Enforce)
            causes.append(verdict.policyId);
    return causes.join(u' ');
}

QString prefixOf(const QString &number) {
    const auto parsed = phone::PhoneNumber::fromE164(number);
    return parsed ? parsed->national().left(prefixDigits) : QString();
}

QList<Subject> subjectsOf(const Guard::Person &person) {
    QList<Subject> subjects;
    addIf(subjects, "number", person.number);
    addIf(subjects, "prefix", prefixOf(person.number));
    addIf(subjects, "email", person.email);
    addIf(subjects, "device", person.device);
    addIf(subjects, "address", person.address);
    addIf(subjects, "id_card", person.idCard);
    addIf(subjects, "account", person.account);
    for (const QString &whole : {person.number, person.account})
        if (!whole.isEmpty() && !person.address.isEmpty())
            subjects.append(pairOf(whole, person.address));
    if (!person.number.isEmpty() && !person.device.isEmpty())
        subjects.append(ownerOf(person.number, person.device));
    subjects.append(Subject{"tenant", "all"});
    return subjects;
}

/// Whether the policy has a say where the number's owner is not known: a stranger's are asked about, an owner's shown.
bool decides(const Verdict &verdict, const QList<Subject> &subjects) {
    return verdict.mode == Mode::Enforce && subjects[verdict.subject].kind != u"owner";
}
} // namespace

QList<Subject> riderSubjects(const QString &number, const QString &device, const QString &requester, bool isOwner) {
    QList<Subject> subjects;
    if (isOwner)
        subjects.append(ownerOf(number, device));
    else
        subjects += {Subject{"number", number}, pairOf(number, requester)};
    subjects += {Subject{"device", device}, Subject{"address", requester}, Subject{"prefix", prefixOf(number)},
                 Subject{"tenant", "all"}};
    return subjects;
}

QList<Subject> staffSubjects(const QString &account, const QString &address) {
    return {pairOf(account, address), {"account", account}, {"address", address}};
}

Result<Taken> Guard::pass(const Asked &asked) {
    const auto policies = m_current();
    if (!policies)
        return Failure(policies.error());
    Result<Taken> taken = m_blocker.decide(**policies, asked);
    if (!taken || taken->decision.allowed)
        return taken;
    runtime::log::info("refused", {{"event", asked.event},
                                   {"causes", causesOf(taken->decision)},
                                   {"wait_ms", static_cast<qint64>(taken->decision.wait.count())}});
    return tryAgainLater(taken->decision);
}

Result<Trial> Guard::tryOut(const Person &person, const QString &event) {
    const auto policies = m_current();
    if (!policies)
        return Failure(policies.error());
    QSet<QString> events{event};
    if (event.isEmpty()) {
        events.clear();
        for (const Policy &policy : **policies)
            events.insert(policy.event);
    }
    const QList<Subject> subjects = subjectsOf(person);
    QStringList ordered(events.begin(), events.end());
    ordered.sort();
    Trial trial;
    for (const QString &one : std::as_const(ordered)) {
        const Result<Decision> decision = m_blocker.look(**policies, {one, subjects});
        if (!decision)
            return Failure(decision.error());
        trial.allowed = trial.allowed && decision->bans.isEmpty();
        if (!decision->bans.isEmpty())
            trial.wait = std::max(trial.wait, decision->wait);
        for (const Verdict &verdict : decision->verdicts) {
            const Subject &subject = subjects[verdict.subject];
            TrialVerdict shown{{subject.kind, m_blocker.keys().idOf(subject), masked(subject)},
                               verdict.policyId,
                               one,
                               verdict.mode,
                               verdict.allows,
                               verdict.left,
                               verdict.wait,
                               verdict.strikes,
                               {}};
            if (!verdict.allows)
                shown.until = decision->at + verdict.wait;
            if (!verdict.allows && decides(verdict, subjects)) {
                trial.allowed = false;
                trial.wait = std::max(trial.wait, verdict.wait);
            }
            trial.verdicts.append(shown);
        }
    }
    return trial;
}

} // namespace wemo::blocking
