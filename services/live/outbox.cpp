#include "services/live/outbox.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::live {

namespace {
Result<void> add(storage::Connection &connection, const QString &kind, const QString &target, const QString &key,
                 const QByteArray &data) {
    const auto added =
        connection.execute("outbox/add", {{"kind", kind}, {"target", target}, {"key", key}, {"data", data}});
    return added ? Result<void>() : Failure(added.error());
}
} // namespace

Result<void> Outbox::addEvent(storage::Connection &connection, QLatin1StringView type, const QJsonObject &data) {
    return add(connection, "event", type, {}, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

Result<void> Outbox::addEvents(storage::Connection &connection, QLatin1StringView type,
                               const QList<QJsonObject> &data) {
    if (connection.dialect() == storage::Dialect::Sqlite) {
        for (const QJsonObject &each : data)
            if (const Result<void> added = addEvent(connection, type, each); !added)
                return added;
        return {};
    }
    QJsonArray rows;
    for (const QJsonObject &each : data)
        rows.append(each);
    const auto added = connection.execute(
        "outbox/add_events",
        {{"target", type}, {"rows", QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact))}});
    return added ? Result<void>() : Failure(added.error());
}

Result<void> Outbox::addJob(storage::Connection &connection, const QString &queue, const queue::NewJob &job) {
    const QJsonObject row{{"name", QString::fromStdString(job.name)},
                          {"data", QString::fromStdString(job.data)},
                          {"opts", QString::fromStdString(queue::toJson(job.options, job.id))}};
    return add(connection, "job", queue, QString::fromStdString(job.id),
               QJsonDocument(row).toJson(QJsonDocument::Compact));
}

} // namespace wemo::live
