#pragma once
#include "services/blocking/ban_lengths.h"
#include "services/blocking/ban_rebuild.h"

#include <atomic>
#include <mutex>

namespace wemo::blocking {

/// The ban list in Redis, where decisions look it up, and how it follows SQL, which is the truth. A change is in force
/// once catchUp() has returned after its commit; a service that is killed in between leaves the change to whoever looks
/// next. A lost copy is made anew before anything is decided. Thread-safe; not to be called inside a transaction.
class BanCopy final : public BanGate {
public:
    BanCopy(storage::Database &database, redis::Pool &pool, QByteArray lookupKey,
            Milliseconds longestWait = Milliseconds(2'000));

    BanQuestions questions(const QList<Subject> &subjects) const override;
    Result<void> settle(const redis::Reply &refusal) override;

    /// Everything committed until now is in Redis when this returns.
    Result<void> catchUp();
    /// Decisions of this service wait for the change of this number: it was committed here.
    void relyOn(qint64 seq);

private:
    Result<void> follow();
    Result<std::optional<qint64>> applied();
    Result<bool> lock(redis::Connection &connection, const std::string &token);
    Result<bool> apply(qint64 from, const std::string &token);
    Result<bool> write(redis::Connection &connection, const std::string &token, const BanSource::Page &page,
                       const QString &lengths, const std::string &reached);
    void learn(BanLengths lengths);
    std::shared_ptr<const BanLengths> lengths() const;

    redis::Pool &m_pool;
    const QByteArray m_lookupKey;
    const Milliseconds m_longestWait;
    BanSource m_source;
    BanRebuild m_rebuild;
    const redis::Script m_apply;
    std::timed_mutex m_working; ///< one thread of this service at a time brings the copy up to date
    std::atomic<qint64> m_reliedOn = 0;
    mutable std::mutex m_mutex;
    std::shared_ptr<const BanLengths> m_lengths;
};

} // namespace wemo::blocking
