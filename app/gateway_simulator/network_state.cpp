#include "app/gateway_simulator/network.h"

namespace wemo::simulator {

namespace {
constexpr std::size_t keepNotes = 200'000;
}

void Network::restore(const QJsonObject &line) {
    const std::lock_guard lock(m_mutex);
    const QString kind = line.value("kind").toString();
    const qint64 id = line.value("id").toString().toLongLong();
    if (kind == "message") {
        SimMessage message = simMessageFromJson(line.value("message").toObject());
        m_lastId = std::max({m_lastId, message.id, message.arrival});
        if (m_messages.contains(message.id))
            m_messages[message.id] = std::move(message);
        else
            keep(std::move(message));
    } else if (kind == "note") {
        m_notes.push_back(submissionNoteFromJson(line.value("note").toObject()));
        m_lastId = std::max(m_lastId, m_notes.back().id);
    } else if (kind == "task") {
        const Task task{id,
                        line.value("due").toInteger(),
                        line.value("message").toString().toLongLong(),
                        line.value("step").toInt(),
                        0,
                        receiptPlanFromJson(line.value("plan").toObject())};
        m_lastId = std::max(m_lastId, id);
        if (task.step < task.plan.steps.size())
            m_tasks.emplace(task.due, task);
    } else if (kind == "done") {
        std::erase_if(m_tasks, [id](const auto &entry) { return entry.second.id == id; });
    }
}

QList<QJsonObject> Network::snapshot() const {
    const std::lock_guard lock(m_mutex);
    QList<QJsonObject> lines;
    for (const SubmissionNote &note : m_notes)
        lines.append({{"kind", "note"}, {"note", toJson(note)}});
    for (const auto &[id, message] : m_messages)
        lines.append({{"kind", "message"}, {"message", toJson(message)}});
    for (const auto &[due, task] : m_tasks)
        lines.append({{"kind", "task"},
                      {"id", QString::number(task.id)},
                      {"due", due},
                      {"message", QString::number(task.message)},
                      {"step", task.step},
                      {"plan", toJson(task.plan)}});
    return lines;
}

void Network::note(SubmissionNote note) {
    const std::lock_guard lock(m_mutex);
    note.id = ++m_lastId;
    note.at = nowMs();
    m_journal.write({{"kind", "note"}, {"note", toJson(note)}});
    m_notes.push_back(std::move(note));
    if (m_notes.size() > keepNotes)
        m_notes.pop_front();
}

QList<SimMessage> Network::batch(const QString &batchId) const {
    const std::lock_guard lock(m_mutex);
    QList<qint64> ids = m_batches.values(batchId);
    std::sort(ids.begin(), ids.end());
    QList<SimMessage> found;
    for (const qint64 id : std::as_const(ids))
        found.append(m_messages.at(id));
    return found;
}

std::optional<SimMessage> Network::ofClient(const QString &clientId, qint64 since) const {
    const std::lock_guard lock(m_mutex);
    const auto id = m_clients.constFind(clientId);
    if (id == m_clients.cend())
        return std::nullopt;
    const SimMessage &message = m_messages.at(*id);
    return message.submittedAt >= since ? std::optional(message) : std::nullopt;
}

int Network::cancel(const QString &batchId) {
    const std::lock_guard lock(m_mutex);
    int canceled = 0;
    for (auto &[id, message] : m_messages) {
        if (message.batchId != batchId || message.canceled || message.sendAt <= nowMs())
            continue;
        message.canceled = true;
        message.status = message.gateway == "mitake" ? "9" : "303";
        message.statusAt = nowMs();
        m_journal.write({{"kind", "message"}, {"message", toJson(message)}});
        ++canceled;
    }
    return canceled;
}

QList<SimMessage> Network::handset(const QString &number, qint64 after) const {
    const std::lock_guard lock(m_mutex);
    QList<SimMessage> found;
    for (const auto &[id, message] : m_messages)
        if (message.arrival > after && message.number == number)
            found.append(message);
    std::sort(found.begin(), found.end(),
              [](const SimMessage &a, const SimMessage &b) { return a.arrival < b.arrival; });
    return found;
}

QList<SubmissionNote> Network::submissions(qint64 after, int limit) const {
    const std::lock_guard lock(m_mutex);
    QList<SubmissionNote> found;
    for (const SubmissionNote &note : m_notes)
        if (note.id > after && (limit < 0 || found.size() < limit))
            found.append(note);
    return found;
}

QString Network::sentBefore(const QString &number, const QString &text, qint64 since) const {
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [&](const auto &entry) {
        return entry.second.submittedAt >= since && entry.second.number == number && entry.second.text == text;
    });
    return found == m_messages.end() ? QString() : found->second.batchId;
}

} // namespace wemo::simulator
