#include "app/gateway_simulator/network.h"

#include "app/gateway_simulator/callback.h"
#include "models/sms/every8d_codes.h"

namespace wemo::simulator {

namespace {
/// Of EVERY8D; Mitake's are others, and are taken as they come.
bool isFinalCode(const QString &status) {
    const auto meaning = sms::every8d::statusMeaning(status);
    return meaning && isFinal(meaning->state);
}

constexpr int threadCount = 4;
} // namespace

Network::Network(NetworkOptions options, Behaviour &behaviour, Journal &journal, http::Client &client)
    : m_options(std::move(options))
    , m_behaviour(behaviour)
    , m_journal(journal)
    , m_client(client) {}

Network::~Network() {
    stop();
}

void Network::start() {
    for (int i = 0; i < threadCount; ++i)
        m_threads.emplace_back([this] { loop(); });
}

void Network::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Network::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (m_tasks.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const qint64 wait = m_tasks.begin()->first - nowMs();
        if (wait > 0) {
            m_changed.wait_for(lock, std::chrono::milliseconds(wait));
            continue;
        }
        Task task = std::move(m_tasks.extract(m_tasks.begin()).mapped());
        lock.unlock();
        run(std::move(task));
        lock.lock();
    }
}

void Network::run(Task task) {
    if (task.step < 0) {
        arrive(task);
        finish(task);
        return;
    }
    if (!deliver(task) && ++task.tries < m_options.maxTries) {
        task.due = nowMs() + std::min(5'000, m_options.retryMs << std::min(task.tries - 1, 10));
        const std::lock_guard lock(m_mutex);
        m_tasks.emplace(task.due, std::move(task));
        m_changed.notify_one();
        return;
    }
    finish(task);
    if (task.step + 1 < task.plan.steps.size()) {
        Task next{0, 0, task.message, task.step + 1, 0, task.plan};
        next.due = nowMs() + next.plan.steps[next.step].afterMs;
        schedule(std::move(next));
    }
}

void Network::schedule(Task task) {
    const std::lock_guard lock(m_mutex);
    task.id = ++m_lastId;
    m_journal.write({{"kind", "task"},
                     {"id", QString::number(task.id)},
                     {"due", task.due},
                     {"message", QString::number(task.message)},
                     {"step", task.step},
                     {"plan", toJson(task.plan)}});
    m_tasks.emplace(task.due, std::move(task));
    m_changed.notify_one();
}

void Network::finish(const Task &task) {
    m_journal.write({{"kind", "done"}, {"id", QString::number(task.id)}});
}

void Network::arrive(const Task &task) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_messages.find(task.message);
    if (found == m_messages.end() || found->second.canceled)
        return;
    found->second.receivedAt = nowMs();
    found->second.arrival = ++m_lastId;
    m_journal.write({{"kind", "message"}, {"message", toJson(found->second)}});
}

void Network::setStatus(qint64 message, const QString &status) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_messages.find(message);
    if (found == m_messages.end())
        return;
    // Receipts may overtake each other; what the gateway knows does not go back.
    if (isFinalCode(found->second.status) && !isFinalCode(status))
        return;
    found->second.status = status;
    found->second.statusAt = nowMs();
    m_journal.write({{"kind", "message"}, {"message", toJson(found->second)}});
}

bool Network::deliver(const Task &task) {
    SimMessage message;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_messages.find(task.message);
        if (found == m_messages.end() || found->second.canceled)
            return true;
        message = found->second;
    }
    const ReceiptStep &step = task.plan.steps[task.step];
    if (step.status != "999" && message.status != step.status)
        setStatus(task.message, step.status);
    return step.silent || callBack(message, step, task.plan);
}

bool Network::callBack(const SimMessage &message, const ReceiptStep &step, const ReceiptPlan &plan) {
    const bool isMitake = message.gateway == "mitake";
    const QString url = isMitake ? message.callbackUrl : m_options.callbackUrl;
    if (url.isEmpty())
        return true;
    bool ok = true;
    for (int i = 0; i < plan.repeat; ++i) {
        const auto answer = m_client.send(callbackRequest(url, message, step, plan));
        ok = answer && answer->status == 200 && ok;
        if (isMitake) // which wants to read that it was understood
            ok = ok && answer->body.startsWith("magicid=sms_gateway_rpack\nmsgid=");
    }
    return ok;
}

void Network::keep(SimMessage message) {
    m_batches.insert(message.batchId, message.id);
    if (!message.clientId.isEmpty() && !m_clients.contains(message.clientId))
        m_clients.insert(message.clientId, message.id);
    m_messages.insert_or_assign(message.id, std::move(message));
    while (m_messages.size() > static_cast<std::size_t>(m_options.keepMessages))
        forgetOldest();
}

void Network::forgetOldest() {
    const auto oldest = m_messages.begin();
    m_batches.remove(oldest->second.batchId, oldest->first);
    if (m_clients.value(oldest->second.clientId) == oldest->first)
        m_clients.remove(oldest->second.clientId);
    m_messages.erase(oldest);
}

void Network::take(QList<SimMessage> messages, const ReceiptPlan &plan) {
    for (SimMessage &message : messages) {
        {
            const std::lock_guard lock(m_mutex);
            message.id = ++m_lastId;
            m_journal.write({{"kind", "message"}, {"message", toJson(message)}});
            keep(message);
        }
        schedule({0, message.sendAt + m_behaviour.handsetMs(), message.id, -1, 0, {}});
        if (plan.beforeAnswer) {
            for (const ReceiptStep &step : plan.steps) {
                setStatus(message.id, step.status);
                if (!step.silent)
                    callBack(message, step, plan);
            }
        } else if (!plan.steps.isEmpty()) {
            schedule({0, message.sendAt + plan.steps.first().afterMs, message.id, 0, 0, plan});
        }
    }
}

} // namespace wemo::simulator
