#pragma once
#include "app/gateway_simulator/behaviour.h"
#include "app/gateway_simulator/journal.h"
#include "services/http/client.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <set>
#include <thread>

namespace wemo::simulator {

struct NetworkOptions {
    QString callbackUrl; ///< empty: receipts are not sent, only queried
    int retryMs = 250;   ///< after a callback that was not answered with 200; doubled up to 5 s
    int maxTries = 60;
    int keepMessages = 200'000;
};

/// The carrier and the handsets behind the gateway: what was taken arrives later, and receipts go out. Everything that
/// must outlive a restart is in the journal. Thread-safe.
class Network {
public:
    Network(NetworkOptions options, Behaviour &behaviour, Journal &journal, http::Client &client);
    ~Network();
    Q_DISABLE_COPY_MOVE(Network)

    void restore(const QJsonObject &line); ///< one line of the journal, before start()
    QList<QJsonObject> snapshot() const;
    void start();
    void stop();

    /// Takes messages on (their ids are set here); with a plan that wants it, receipts go out before this returns.
    void take(QList<SimMessage> messages, const ReceiptPlan &plan);
    void note(SubmissionNote note);
    QList<SimMessage> batch(const QString &batchId) const;
    /// The message taken under this client id since then, if there is one.
    std::optional<SimMessage> ofClient(const QString &clientId, qint64 since) const;
    /// Cancels what is still scheduled; how many.
    int cancel(const QString &batchId);
    QList<SimMessage> handset(const QString &number, qint64 after) const;
    QList<SubmissionNote> submissions(qint64 after, int limit) const; ///< -1 = all
    /// The batch that had this text for this number since then; empty = none.
    QString sentBefore(const QString &number, const QString &text, qint64 since) const;

private:
    /// The next thing to do for one message: arrive on the handset, or the step `step` of its plan.
    struct Task {
        qint64 id = 0;
        qint64 due = 0;
        qint64 message = 0;
        int step = -1; ///< -1 = the handset receives it
        int tries = 0;
        ReceiptPlan plan;
    };
    void loop();
    void run(Task task);
    void arrive(const Task &task);
    bool deliver(const Task &task); ///< true: answered with 200, or there is nobody to tell
    void schedule(Task task);
    void finish(const Task &task);
    bool callBack(const SimMessage &message, const ReceiptStep &step, const ReceiptPlan &plan);
    void setStatus(qint64 message, const QString &status);
    void keep(SimMessage message); ///< the caller holds the lock
    void forgetOldest();

    NetworkOptions m_options;
    Behaviour &m_behaviour;
    Journal &m_journal;
    http::Client &m_client;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<qint64, SimMessage> m_messages;
    QMultiHash<QString, qint64> m_batches; ///< ids of messages
    QHash<QString, qint64> m_clients;      ///< likewise, the first of each client id
    std::deque<SubmissionNote> m_notes;
    std::multimap<qint64, Task> m_tasks; ///< by due time
    qint64 m_lastId = 0;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace wemo::simulator
