#include "app/gateway_simulator/journal.h"

#include <QJsonDocument>
#include <QSaveFile>

namespace wemo::simulator {

namespace {
QByteArray lineOf(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Failure cannot(const QFileDevice &file) {
    return failure(ErrorKind::Unavailable, "state-file", "The state file cannot be used: " + file.errorString());
}
} // namespace

Result<void> Journal::open(const QString &path, const std::function<void(const QJsonObject &)> &read) {
    if (path.isEmpty())
        return {};
    m_file.setFileName(path);
    if (m_file.exists()) {
        if (!m_file.open(QIODevice::ReadOnly))
            return cannot(m_file);
        while (!m_file.atEnd()) {
            const QJsonDocument line = QJsonDocument::fromJson(m_file.readLine());
            if (line.isObject())
                read(line.object());
        }
        m_file.close();
    }
    return openToAppend();
}

Result<void> Journal::openToAppend() {
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return cannot(m_file);
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

void Journal::write(const QJsonObject &line) {
    const std::lock_guard lock(m_mutex);
    if (m_file.isOpen())
        m_file.write(lineOf(line));
}

Result<void> Journal::rewrite(const QList<QJsonObject> &lines) {
    const std::lock_guard lock(m_mutex);
    if (!m_file.isOpen())
        return {};
    QSaveFile file(m_file.fileName());
    if (!file.open(QIODevice::WriteOnly))
        return cannot(file);
    for (const QJsonObject &line : lines)
        file.write(lineOf(line));
    m_file.close();
    if (!file.commit())
        return cannot(file);
    return openToAppend();
}

} // namespace wemo::simulator
