#include "tests/support/behaviour.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <thread>

namespace wemo::tests {

namespace {
std::string jsonText(const QJsonValue &value) {
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2).toStdString();
}
} // namespace

queue::HandlerResult behave(const queue::Job &job, queue::JobContext &context) {
    const QJsonObject data = QJsonDocument::fromJson(QByteArray::fromStdString(job.data)).object();
    for (const QJsonValue &line : data.value("logs").toArray())
        if (!context.log(line.toString().toStdString()))
            return {queue::Outcome::Retry, "log failed"};
    if (data.contains("progress") && !context.progress(jsonText(data.value("progress"))))
        return {queue::Outcome::Retry, "progress failed"};
    const std::string todo = data.value("do").toString().toStdString();
    const bool hangs = todo == "hang" || (todo == "hangOnce" && job.attemptsStarted == 1);
    while (hangs && !context.isCanceled())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (todo == "fail" || job.attemptsMade < data.value("failures").toInt())
        return {queue::Outcome::Retry, data.value("reason").toString("told to fail").toStdString()};
    return {queue::Outcome::Done, {}, data.contains("value") ? jsonText(data.value("value")) : "null"};
}

} // namespace wemo::tests
