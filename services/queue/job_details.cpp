#include "services/queue/inspector.h"
#include "services/queue/job_rows.h"
#include "services/queue/job_timeline.h"
#include "services/queue/json_indent.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::queue {

namespace {
constexpr qsizetype maxText = 64 << 10;
constexpr const char *firstLog = "-200"; // the newest so many
constexpr qsizetype maxErrors = 20;

/// A JSON value that need not be an object or array.
QJsonValue valueOf(const std::string &json) {
    const QJsonArray wrapped = QJsonDocument::fromJson('[' + QByteArray::fromStdString(json) + ']').array();
    return wrapped.size() == 1 ? wrapped.at(0) : QJsonValue(textOf(json));
}

QStringList errorsOf(const std::string &stacktrace) {
    QStringList errors;
    const QJsonArray entries = QJsonDocument::fromJson(QByteArray::fromStdString(stacktrace)).array();
    for (const QJsonValue &entry : entries)
        errors.append(entry.toString().left(maxText / 8));
    return errors.mid(std::max<qsizetype>(0, errors.size() - maxErrors));
}

QHash<std::string, std::string> fieldsOf(const redis::Reply &hash) {
    QHash<std::string, std::string> fields;
    for (std::size_t i = 0; i + 1 < hash.items.size(); i += 2)
        fields.insert(hash.items[i].text, hash.items[i + 1].text);
    return fields;
}

void read(JobDetail &detail, const QHash<std::string, std::string> &fields) {
    const QByteArray data = QByteArray::fromStdString(fields.value("data"));
    detail.dataSize = data.size();
    detail.data = QString::fromUtf8(data.size() > maxText ? data : indentJson(data)).left(maxText);
    detail.options = QJsonDocument::fromJson(QByteArray::fromStdString(fields.value("opts"))).object();
    if (fields.contains("progress"))
        detail.progress = valueOf(fields.value("progress"));
    if (fields.contains("returnvalue"))
        detail.returnValue = textOf(fields.value("returnvalue"), maxText);
    detail.errors = errorsOf(fields.value("stacktrace"));
    detail.stalledCount = static_cast<int>(numberOf(fields.value("stc")));
    detail.attemptsStarted = static_cast<int>(numberOf(fields.value("ats")));
}
} // namespace

Result<JobDetail> Inspector::detail(const QString &jobId) {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const std::string id = jobId.toStdString();
    const auto places = placesOf(*connection, m_queue.base(), {id});
    if (!places)
        return Failure(places.error());
    const auto rows = readJobs(*connection, m_queue.base(), *places);
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound, "job-not-found", "There is no such job in this queue.");
    const std::string job = m_queue.base() + id;
    const auto replies =
        connection->pipeline({{"HGETALL", job}, {"LRANGE", job + ":logs", firstLog, "-1"}, {"LLEN", job + ":logs"}});
    if (!replies)
        return Failure(replies.error());
    JobDetail detail;
    detail.row = rows->first().row;
    read(detail, fieldsOf((*replies)[0]));
    for (const redis::Reply &line : (*replies)[1].items)
        detail.logs.append(textOf(line.text, maxText / 16));
    detail.logsTotal = (*replies)[2].integer;
    Result<QList<JobEvent>> timeline = timelineOf(*connection, m_queue.base(), id, detail.row);
    if (!timeline)
        return Failure(timeline.error());
    detail.timeline = *std::move(timeline);
    return detail;
}

} // namespace wemo::queue
