#pragma once
#include "services/sms/message_list.h"
#include "services/sms/message_sender.h"
#include "services/sms/submit_worker.h"
#include "services/sms/sweeper.h"
#include "tests/support/fake_clock.h"

#include <random>

namespace wemo::tests {

/// All chance of one run.
class Chance {
public:
    explicit Chance(quint32 seed)
        : m_random(seed) {}
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    bool oneIn(int times) { return below(times) == 0; }
    template <typename List>
    auto &anyOf(List &list) {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }
    template <typename List>
    void shuffle(List &list) {
        std::shuffle(list.begin(), list.end(), m_random);
    }

private:
    std::mt19937 m_random;
};

/// The service dies here: thrown through whatever it was doing.
struct Killed {};

/// A gateway with handsets behind it, which does what chance says. What it took, it took: it counts.
class ModelGateway final : public sms::Gateway {
public:
    ModelGateway(QString name, std::optional<Milliseconds> idempotent, const Clock &clock)
        : m_name(std::move(name))
        , m_idempotent(idempotent)
        , m_clock(clock) {}

    QString name() const override { return m_name; }
    std::optional<Milliseconds> idempotentFor() const override { return m_idempotent; }
    sms::SubmissionAnswer submit(const sms::Submission &submission) override;
    Result<QList<sms::Receipt>> query(const QString &batchId) override;
    Result<sms::CancelAnswer> cancel(const QString &) override { return sms::CancelAnswer{}; }
    Result<qint64> balance() override { return 0; }

    void begin(Chance *chance);

    int taken = 0;                   ///< messages that went on their way in this run
    int submissions = 0;             ///< requests to send, whatever became of them
    QList<sms::Receipt> undelivered; ///< callbacks that nobody has got yet
    std::function<void()> whileSubmitting;

private:
    sms::Receipt receipt(const QString &code, int second) const;
    void take(const sms::Submission &submission);

    QString m_name;
    std::optional<Milliseconds> m_idempotent;
    const Clock &m_clock;
    Chance *m_chance = nullptr;
    sms::Receipt m_about; ///< batch, number and reference of the one message
    QString m_clientId;
    QList<sms::Receipt> m_fate; ///< what becomes of it, step by step
};

/// services/sms on a store in memory, with one line of jobs instead of a queue: it may lose them all, or run one twice.
/// One message at a time.
class ModelWorld {
public:
    ModelWorld();

    /// A fresh message at one of three sets of gateways: without a client id, with one, both.
    void begin(quint32 seed);
    void step();
    /// Time passes and nobody is killed any more, until nothing is waited for.
    void settle();

    sms::MessageDetail detail() { return m_list.detail(m_id).value_or(sms::MessageDetail()); }
    sms::MessageRecord record();
    int taken() const { return m_plain.taken + m_keyed.taken; }
    int takenWithoutKey() const { return m_plain.taken; }
    int submissionsAgain() const { return m_plain.submissions + m_keyed.submissions - 1; }
    const QList<sms::Receipt> &told() const { return m_told; } ///< every receipt that came in, in this order
    Chance &chance() { return *m_chance; }
    bool tellsStory = false;
    QStringList story; ///< what was done, for when it goes wrong

private:
    struct Side {
        Side(ModelWorld &world, const std::vector<sms::GatewayShare> &shares);
        sms::Gateways gateways;
        sms::SubmitWorker worker;
        sms::Sweeper sweeper;
    };
    Result<int> addJobs(const QList<Id> &ids);
    void runJob();
    void callBack();
    void sweep();
    void take(const sms::Receipt &receipt);
    void mayBeKilled();
    void tell(const QString &what);
    void meanwhile();

    FakeClock m_clock;
    IdSource m_ids{m_clock, 1};
    runtime::Secrets m_secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};
    metrics::Registry m_metrics;
    std::unique_ptr<storage::Database> m_database;
    sms::MessageLog m_log{m_clock, m_ids, m_secrets};
    sms::MessageList m_list;
    sms::MessageSender m_sender;
    sms::ReceiptIntake m_receipts;
    ModelGateway m_plain{"plain", std::nullopt, m_clock}, m_keyed{"keyed", std::chrono::hours(12), m_clock};
    std::vector<std::vector<sms::GatewayShare>> m_sets;
    std::unique_ptr<Side> m_side; ///< made anew in each run, so that a seed is all that a run depends on
    std::optional<Chance> m_chance;
    QList<sms::Receipt> m_told;
    redis::Pool m_pool{{}}; ///< nobody is there; a worker only holds it
    queue::Queue m_queue{m_pool, "none"};
    Id m_id = 0;
    int m_jobs = 0; ///< of this message, that wait
    int m_attempts = 0;
    bool m_isNested = false;
    int m_lives = 0; ///< how often it may still be killed
};

} // namespace wemo::tests
