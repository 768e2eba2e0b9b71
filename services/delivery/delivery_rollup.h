#pragma once
#include "models/delivery/delivery_stats.h"
#include "services/storage/database.h"

#include <map>
#include <mutex>

namespace wemo::delivery {

/// Counts of messages by hour and by day. They are made anew from the messages, an hour at a time, and never added to:
/// a crash, a late receipt or two services counting at once leave nothing wrong for longer than to the next round.
///
/// A round counts the hour that is now and the one before; every five minutes the last 26 hours, in which nearly all
/// receipts come; once a day the last four days, in which the last do. What is older than the first round is caught up
/// with a day a round, the newest first. Thread-safe.
class DeliveryRollup {
public:
    DeliveryRollup(storage::Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock) {}

    /// One round; whether older hours are still to be counted.
    Result<bool> round();
    /// Old messages have come in: everything is counted once more, over the next rounds.
    Result<void> countAllAgain();

    /// `from` goes down to its hour, over more than four days down to its day (Taipei's), which is what is kept.
    Result<StatsReport> report(Instant from, Instant to, Grouping by);

private:
    struct Span; // hours, in milliseconds
    struct Progress;
    using Cell = std::tuple<qint64, QString, QString>; // beginning, dimension, key
    using Counts = std::map<Cell, DeliveryStats>;

    static Result<Progress> progress(storage::Connection &connection, const char *query);
    static Result<void> note(storage::Connection &connection, const Progress &progress);
    Result<Progress> plan(QList<Span> &spans);
    Result<Counts> count(const Span &span);
    static Result<void> write(storage::Connection &connection, const QString &grain, const Span &span,
                              const Counts &counts);
    static Result<Counts> read(storage::Connection &connection, const QString &grain, const Span &span,
                               const QString &dimension);
    Result<void> rewrite(const Span &span);

    storage::Database &m_database;
    const Clock &m_clock;
    std::mutex m_counting; ///< a round at a time, and none while all is to be counted again
};

} // namespace wemo::delivery
