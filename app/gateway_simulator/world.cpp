#include "app/gateway_simulator/world.h"

#include <QDateTime>
#include <QJsonArray>

namespace wemo::simulator {

qint64 nowMs() {
    return QDateTime::currentMSecsSinceEpoch();
}

QJsonObject toJson(const ReceiptPlan &plan) {
    QJsonArray steps;
    for (const ReceiptStep &step : plan.steps)
        steps.append(QJsonObject{
            {"status", step.status}, {"after_ms", step.afterMs}, {"text", step.text}, {"silent", step.silent}});
    return {{"steps", steps},
            {"before_answer", plan.beforeAnswer},
            {"get", plan.get},
            {"lower_case_names", plan.lowerCaseNames},
            {"big5", plan.big5},
            {"unknown_batch", plan.unknownBatch},
            {"without_reference", plan.withoutReference},
            {"repeat", plan.repeat}};
}

ReceiptPlan receiptPlanFromJson(const QJsonObject &json) {
    ReceiptPlan plan;
    if (json.contains("steps")) {
        plan.steps.clear();
        const QJsonArray steps = json.value("steps").toArray();
        for (const QJsonValue &value : steps)
            plan.steps.append({value["status"].toVariant().toString(), value["after_ms"].toInt(100),
                               value["text"].toString(), value["silent"].toBool()});
    }
    plan.beforeAnswer = json.value("before_answer").toBool();
    plan.get = json.value("get").toBool();
    plan.lowerCaseNames = json.value("lower_case_names").toBool();
    plan.big5 = json.value("big5").toBool();
    plan.unknownBatch = json.value("unknown_batch").toBool();
    plan.withoutReference = json.value("without_reference").toBool();
    plan.repeat = std::clamp(json.value("repeat").toInt(1), 1, 100);
    return plan;
}

QJsonObject toJson(const SimMessage &m) {
    return {{"id", QString::number(m.id)},
            {"gateway", m.gateway},
            {"client_id", m.clientId},
            {"callback_url", m.callbackUrl},
            {"batch", m.batchId},
            {"number", m.number},
            {"text", m.text},
            {"reference", m.reference},
            {"name", m.name},
            {"submitted_at", m.submittedAt},
            {"send_at", m.sendAt},
            {"validity_minutes", m.validityMinutes},
            {"segments", m.segments},
            {"status", m.status},
            {"status_at", m.statusAt},
            {"received_at", m.receivedAt},
            {"arrival", QString::number(m.arrival)},
            {"canceled", m.canceled}};
}

SimMessage simMessageFromJson(const QJsonObject &json) {
    SimMessage m;
    m.id = json.value("id").toString().toLongLong();
    m.gateway = json.value("gateway").toString("every8d");
    m.clientId = json.value("client_id").toString();
    m.callbackUrl = json.value("callback_url").toString();
    m.batchId = json.value("batch").toString();
    m.number = json.value("number").toString();
    m.text = json.value("text").toString();
    m.reference = json.value("reference").toString();
    m.name = json.value("name").toString();
    m.submittedAt = json.value("submitted_at").toInteger();
    m.sendAt = json.value("send_at").toInteger();
    m.validityMinutes = json.value("validity_minutes").toInt();
    m.segments = json.value("segments").toInt(1);
    m.status = json.value("status").toString();
    m.statusAt = json.value("status_at").toInteger();
    m.receivedAt = json.value("received_at").toInteger();
    m.arrival = json.value("arrival").toString().toLongLong();
    m.canceled = json.value("canceled").toBool();
    return m;
}

QJsonObject toJson(const SubmissionNote &n) {
    return {{"id", QString::number(n.id)},
            {"at", n.at},
            {"gateway", n.gateway},
            {"endpoint", n.endpoint},
            {"client_id", n.clientId},
            {"number", n.number},
            {"text", n.text},
            {"reference", n.reference},
            {"validity_minutes", n.validityMinutes},
            {"answer", n.answer},
            {"taken", n.taken},
            {"batch_id", n.batchId}};
}

SubmissionNote submissionNoteFromJson(const QJsonObject &json) {
    SubmissionNote n;
    n.id = json.value("id").toString().toLongLong();
    n.at = json.value("at").toInteger();
    n.gateway = json.value("gateway").toString("every8d");
    n.endpoint = json.value("endpoint").toString();
    n.clientId = json.value("client_id").toString();
    n.number = json.value("number").toString();
    n.text = json.value("text").toString();
    n.reference = json.value("reference").toString();
    n.validityMinutes = json.value("validity_minutes").toInt();
    n.answer = json.value("answer").toString();
    n.taken = json.value("taken").toBool();
    n.batchId = json.value("batch_id").toString();
    return n;
}

} // namespace wemo::simulator
