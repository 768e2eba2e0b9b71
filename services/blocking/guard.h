#pragma once
#include "models/blocking/trial.h"
#include "services/blocking/blocker.h"

#include <functional>
#include <memory>

namespace wemo::blocking {

/// What the domains ask: whether something may happen, by the policies in force. Thread-safe.
class Guard {
public:
    /// The policies in force, as PolicyBook::current() gives them.
    using Current = std::function<Result<std::shared_ptr<const QList<Policy>>>()>;
    Guard(Blocker &blocker, Current policies)
        : m_blocker(blocker)
        , m_current(std::move(policies)) {}

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
    const Current m_current;
};

/// The subjects of a request by a rider. `isOwner`: the device has proven the number before, and counts for itself.
QList<Subject> riderSubjects(const QString &number, const QString &device, const QString &requester, bool isOwner);
QList<Subject> staffSubjects(const QString &account, const QString &address);

} // namespace wemo::blocking
