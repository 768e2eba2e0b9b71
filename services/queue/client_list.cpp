#include "services/queue/client_list.h"

namespace wemo::queue {

namespace {
QHash<QByteArray, QByteArray> fieldsOf(const QByteArray &line) {
    QHash<QByteArray, QByteArray> fields;
    const QList<QByteArray> words = line.split(' ');
    for (const QByteArray &word : words)
        if (const qsizetype at = word.indexOf('='); at > 0)
            fields.insert(word.first(at), word.sliced(at + 1));
    return fields;
}

/// A Unix socket's name says nothing of who is at its other end.
QString shownAddress(const QByteArray &address) {
    return address.startsWith('/') ? QStringLiteral("unix") : QString::fromUtf8(address);
}

QString hostOf(const QString &address) {
    return address.contains(u':') ? address.section(u':', 0, -2) : address;
}
} // namespace

QList<WorkerSummary> workersIn(const std::string &clientList, const std::string &prefix, const std::string &queue,
                               Instant now) {
    const QByteArray unnamed = QByteArray::fromStdString(prefix) + ':' + QByteArray::fromStdString(queue).toBase64();
    const QByteArray named = unnamed + ":w:";
    QList<WorkerSummary> workers;
    const QList<QByteArray> lines = QByteArray::fromStdString(clientList).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.contains(unnamed))
            continue;
        const QHash<QByteArray, QByteArray> fields = fieldsOf(line);
        const QByteArray name = fields.value("name");
        if (name != unnamed && !name.startsWith(named))
            continue;
        const WorkerSummary found{QString::fromUtf8(name.mid(named.size())), shownAddress(fields.value("addr")),
                                  now - std::chrono::seconds(fields.value("age").toLongLong()),
                                  std::chrono::seconds(fields.value("idle").toLongLong())};
        const auto same = std::find_if(workers.begin(), workers.end(), [&](const WorkerSummary &other) {
            return !found.name.isEmpty() && other.name == found.name && hostOf(other.address) == hostOf(found.address);
        });
        if (same == workers.end()) {
            workers.append(found);
        } else {
            same->since = std::min(same->since, found.since);
            same->idle = std::min(same->idle, found.idle);
        }
    }
    return workers;
}

} // namespace wemo::queue
