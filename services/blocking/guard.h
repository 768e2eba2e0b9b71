#pragma once
#include "models/blocking/trial.h"
#include "services/blocking/blocker.h"
#include "services/blocking/policy_book.h"

namespace wemo::blocking {

/// What the domains ask: whether something may happen, by the policies in force. Thread-safe.
class Guard {
public:
    Guard(Blocker &blocker, const PolicyBook &policies)
        : m_blocker(blocker)
        , m_policies(policies) {}

    /// Counted, or TooManyRequests "try-again-later" with a time and nothing else; why is in the log and the history.
    /// Unavailable while Redis is away or policies were never read: whoever asks refuses.
    Result<Taken> pass(const Asked &asked);
    void takeBack(const Taken &taken) { m_blocker.takeBack(taken); }

    /// What is known of somebody who is tried.
    struct Person {
        QString number, email, device, address, idCard, account; ///< in their one form; empty = not known
    };
    /// What each policy would say now, for one event or all of them, without counting.
    Result<Trial> tryOut(const Person &person, const QString &event);

private:
    Blocker &m_blocker;
    const PolicyBook &m_policies;
};

/// The subjects of a request by a rider. `isOwner`: the device has proven the number before, and counts for itself.
QList<Subject> riderSubjects(const QString &number, const QString &device, const QString &requester, bool isOwner);
QList<Subject> staffSubjects(const QString &account, const QString &address);

} // namespace wemo::blocking
