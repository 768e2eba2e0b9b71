#include "app/gateway_simulator/behaviour.h"

#include <QJsonArray>
#include <QStringList>

namespace wemo::simulator {

namespace {
const QStringList &kinds() {
    static const QStringList all{
        "accept",    "no-credit",   "empty-login", "wrong-password", "no-number", "bad-number", "server-error",
        "forbidden", "bad-gateway", "empty",       "json-error",     "drop",      "hang",       "raw"};
    return all;
}

Failure refuse(const QString &path, const QString &message) {
    Error error{ErrorKind::InvalidInput, "bad-behaviour", "This behaviour is not known.", {}};
    error.fields = {{path, "unknown-word", message}};
    return failure(std::move(error));
}

Result<AnswerPlan> answerFromJson(const QJsonObject &json, const QString &path) {
    AnswerPlan plan;
    plan.kind = json.value("kind").toString("accept");
    if (!kinds().contains(plan.kind))
        return refuse(path + ".kind", "One of " + kinds().join(", ") + '.');
    plan.delayMs = std::clamp(json.value("delay_ms").toInt(plan.kind == "hang" ? 20'000 : 0), 0, 120'000);
    plan.takes = json.value("takes").toBool(plan.kind == "accept");
    plan.status = json.value("status").toInt(200);
    plan.body = json.value("body").toString();
    return plan;
}

int countOf(const QJsonObject &json) {
    return std::clamp(json.value("count").toInt(1), 1, 100'000);
}
} // namespace

Result<void> Behaviour::set(const QJsonObject &json) {
    static const QStringList known{"reset",      "seed",  "answers", "chance", "receipts", "default_receipts",
                                   "handset_ms", "credit"};
    for (const QString &name : json.keys())
        if (!known.contains(name))
            return refuse(name, "One of " + known.join(", ") + '.');
    QList<AnswerPlan> answers;
    QList<std::pair<double, AnswerPlan>> chances;
    const QJsonArray answerList = json.value("answers").toArray();
    for (const QJsonValue &value : answerList) {
        const Result<AnswerPlan> plan = answerFromJson(value.toObject(), "answers");
        if (!plan)
            return Failure(plan.error());
        answers += QList<AnswerPlan>(countOf(value.toObject()), *plan);
    }
    const QJsonArray chanceList = json.value("chance").toArray();
    for (const QJsonValue &value : chanceList) {
        const Result<AnswerPlan> plan = answerFromJson(value.toObject(), "chance");
        if (!plan)
            return Failure(plan.error());
        chances.append({value["rate"].toDouble(), *plan});
    }
    const std::lock_guard lock(m_mutex);
    if (json.value("reset").toBool()) {
        m_answers.clear();
        m_chances.clear();
        m_receipts.clear();
        m_default = {};
        m_handsetMs = 300;
        m_credit = 1'000'000;
    }
    if (json.contains("seed"))
        m_random.seed(static_cast<std::mt19937::result_type>(json.value("seed").toInteger()));
    m_answers += answers;
    if (json.contains("chance"))
        m_chances = chances;
    const QJsonArray receipts = json.value("receipts").toArray();
    for (const QJsonValue &value : receipts)
        m_receipts += QList<ReceiptPlan>(countOf(value.toObject()), receiptPlanFromJson(value.toObject()));
    if (json.contains("default_receipts"))
        m_default = receiptPlanFromJson(json.value("default_receipts").toObject());
    m_handsetMs = json.value("handset_ms").toInt(m_handsetMs);
    m_credit = json.value("credit").toDouble(m_credit);
    return {};
}

AnswerPlan Behaviour::nextAnswer() {
    const std::lock_guard lock(m_mutex);
    if (!m_answers.isEmpty())
        return m_answers.takeFirst();
    for (const auto &[rate, plan] : m_chances)
        if (std::uniform_real_distribution<double>(0, 1)(m_random) < rate)
            return plan;
    return {};
}

ReceiptPlan Behaviour::nextReceipts() {
    const std::lock_guard lock(m_mutex);
    return m_receipts.isEmpty() ? m_default : m_receipts.takeFirst();
}

int Behaviour::handsetMs() const {
    const std::lock_guard lock(m_mutex);
    return m_handsetMs;
}

std::optional<double> Behaviour::charge(double cost) {
    const std::lock_guard lock(m_mutex);
    if (m_credit < cost)
        return std::nullopt;
    return m_credit -= cost;
}

void Behaviour::refund(double cost) {
    const std::lock_guard lock(m_mutex);
    m_credit += cost;
}

double Behaviour::credit() const {
    const std::lock_guard lock(m_mutex);
    return m_credit;
}

} // namespace wemo::simulator
