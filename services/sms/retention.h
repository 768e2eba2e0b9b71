#pragma once
#include "models/core/id.h"
#include "services/metrics/registry.h"
#include "services/storage/database.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace wemo::sms {

struct RetentionOptions {
    Milliseconds every{std::chrono::hours(1)};
    std::chrono::hours textFor{24 * 90};    ///< then the texts go; zero = kept for ever
    std::chrono::hours numberFor{24 * 365}; ///< then nobody can tell whose a message was; zero = for ever
    int batch = 500;                        ///< messages in a transaction: others write in between
};

/// What messages lose with age: first their texts and the keys they were asked for with, then their numbers. Everything
/// else stays, for statistics: a number becomes a pseudonym, the same for all its messages of a month, under a key of
/// that month which is thrown away when the month is done; of the masked number only the prefix stays. A message that
/// is still waited for has its turn when it has ended. It also makes the months ahead. Several services may do all this
/// at once. Thread-safe.
class Retention {
public:
    struct Parts {
        storage::Database &database;
        const Clock &clock;
        metrics::Registry &metrics;
    };
    Retention(Parts parts, RetentionOptions options);
    ~Retention();
    Q_DISABLE_COPY_MOVE(Retention)

    void start(); ///< makes the months ahead before it returns; the rest on a thread of its own, every options.every
    void stop();
    /// One round in the caller's thread, until nothing is left to do: how many messages lost something.
    Result<qint64> run();
    /// This month and the next two.
    Result<int> addMonths();

private:
    struct Step {
        const char *name; ///< text or number
        std::chrono::hours keptFor;
        Result<qint64> (Retention::*take)(storage::Connection &connection, Id from, Id to);
    };
    struct Batch {
        qint64 taken = 0;
        bool isLast = true;
    };
    Result<qint64> runStep(const Step &step);
    Result<Batch> advance(storage::Connection &connection, const Step &step, Id before);
    Result<Batch> takeLeft(storage::Connection &connection, const Step &step);
    Result<qint64> takeTexts(storage::Connection &connection, Id from, Id to);
    Result<qint64> takeNumbers(storage::Connection &connection, Id from, Id to);
    Result<qint64> replaceNumbers(storage::Connection &connection, const char *kept, const char *replace, Id from,
                                  Id to);
    Result<QByteArray> keyOf(storage::Connection &connection, Id id);
    void loop();

    Parts m_parts;
    RetentionOptions m_options;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<bool> m_stopping = false;
};

} // namespace wemo::sms
