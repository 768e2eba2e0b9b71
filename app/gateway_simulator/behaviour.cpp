#include "app/gateway_simulator/behaviour.h"

#include <QJsonArray>

#include <algorithm>

namespace wemo::simulator {

namespace {
Failure refuse(const QString &path, const QString &message) {
    Error error{ErrorKind::InvalidInput, "bad-behaviour", "This behaviour is not known.", {}};
    error.fields = {{path, "unknown-word", message}};
    return failure(std::move(error));
}

int countOf(const QJsonObject &json) {
    return std::clamp(json.value("count").toInt(1), 1, 1'000'000);
}

/// A final status that is not the other one.
QString contradiction(const QString &gateway, const QString &status) {
    if (gateway == "mitake")
        return status == "4" ? "8" : "4";
    return status == "100" ? "102" : "100";
}

template <typename Read>
Result<void> eachOf(const QJsonObject &json, const char *name, Read read) {
    const QJsonArray list = json.value(QLatin1StringView(name)).toArray();
    for (const QJsonValue &value : list)
        if (const Result<void> done = read(value.toObject()); !done)
            return done;
    return {};
}
} // namespace

Behaviour::Behaviour()
    : m_state(goodDay()) {}

Behaviour::State Behaviour::goodDay() {
    State state;
    state.defaults["mitake"].steps = {{"4", 500}};
    return state;
}

Result<void> Behaviour::set(const QJsonObject &json) {
    static const QStringList known{
        "reset",        "seed",       "answers", "chance",     "receipts",       "default_receipts", "queries",
        "query_chance", "handset_ms", "credit",  "per_second", "receipt_chance", "forget_tokens"};
    for (const QString &name : json.keys())
        if (!known.contains(name))
            return refuse(name, "One of " + known.join(", ") + '.');
    const std::lock_guard lock(m_mutex);
    State state = json.value("reset").toBool() ? goodDay() : m_state;
    for (const auto read : {&Behaviour::readAnswers, &Behaviour::readReceipts, &Behaviour::readFaults})
        if (const Result<void> done = read(json, state); !done)
            return done;
    readNumbers(json, state);
    m_state = std::move(state);
    if (json.contains("seed"))
        m_random.seed(static_cast<std::mt19937::result_type>(json.value("seed").toInteger()));
    return {};
}

Result<void> Behaviour::readAnswers(const QJsonObject &json, State &state) {
    const auto scripted = eachOf(json, "answers", [&](const QJsonObject &object) -> Result<void> {
        const Result<AnswerPlan> plan = answerPlanFromJson(object, "answers");
        if (!plan)
            return Failure(plan.error());
        state.answers += QList<AnswerPlan>(countOf(object), *plan);
        return {};
    });
    if (!scripted)
        return scripted;
    if (json.contains("chance"))
        state.chances.clear();
    return eachOf(json, "chance", [&](const QJsonObject &object) -> Result<void> {
        const Result<AnswerPlan> plan = answerPlanFromJson(object, "chance");
        if (!plan)
            return Failure(plan.error());
        state.chances.append(*plan);
        return {};
    });
}

Result<void> Behaviour::readReceipts(const QJsonObject &json, State &state) {
    if (json.contains("default_receipts")) {
        const QJsonObject plan = json.value("default_receipts").toObject();
        state.defaults[plan.value("gateway").toString("every8d")] = receiptPlanFromJson(plan);
    }
    return eachOf(json, "receipts", [&](const QJsonObject &object) -> Result<void> {
        state.receipts +=
            QList<std::pair<Match, ReceiptPlan>>(countOf(object), {matchFromJson(object), receiptPlanFromJson(object)});
        return {};
    });
}

Result<void> Behaviour::readFaults(const QJsonObject &json, State &state) {
    struct Kind {
        const char *name;
        QList<Fault> &into;
        const QStringList &words;
        bool replaces;
    };
    for (const Kind &kind : {Kind{"queries", state.queries, queryKinds(), false},
                             Kind{"query_chance", state.queryFaults, queryKinds(), true},
                             Kind{"receipt_chance", state.receiptFaults, receiptFaultKinds(), true}}) {
        const QString name = QString::fromLatin1(kind.name);
        if (kind.replaces && json.contains(name))
            kind.into.clear();
        const auto done = eachOf(json, kind.name, [&](const QJsonObject &object) -> Result<void> {
            const Result<Fault> fault = faultFromJson(object, name, kind.words);
            if (!fault)
                return Failure(fault.error());
            kind.into += QList<Fault>(kind.replaces ? 1 : countOf(object), *fault);
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

void Behaviour::readNumbers(const QJsonObject &json, State &state) {
    state.handsetMs = json.value("handset_ms").toInt(state.handsetMs);
    state.perSecond = std::max(0.0, json.value("per_second").toDouble(state.perSecond));
    state.forgetsTokens = state.forgetsTokens || json.value("forget_tokens").toBool();
    const QJsonValue credit = json.value("credit"); // a number is everybody's
    for (auto balance = state.credit.begin(); balance != state.credit.end(); ++balance)
        *balance = credit.isObject() ? credit[balance.key()].toDouble(*balance) : credit.toDouble(*balance);
}

bool Behaviour::drawLocked(double likelihood) {
    return std::uniform_real_distribution<double>(0, 1)(m_random) < likelihood;
}

bool Behaviour::draw(double likelihood) {
    if (likelihood <= 0 || likelihood >= 1)
        return likelihood >= 1;
    const std::lock_guard lock(m_mutex);
    return drawLocked(likelihood);
}

AnswerPlan Behaviour::nextAnswer(const Asked &asked) {
    const std::lock_guard lock(m_mutex);
    QList<AnswerPlan> &script = m_state.answers;
    for (qsizetype i = 0; i < script.size(); ++i)
        if (script[i].match.fits(asked))
            return script.takeAt(i);
    for (const AnswerPlan &plan : std::as_const(m_state.chances))
        if (plan.match.fits(asked) && drawLocked(plan.rate))
            return plan;
    return {};
}

ReceiptPlan Behaviour::plannedReceipts(const Asked &asked) {
    QList<std::pair<Match, ReceiptPlan>> &script = m_state.receipts;
    for (qsizetype i = 0; i < script.size(); ++i)
        if (script[i].first.fits(asked))
            return script.takeAt(i).second;
    return m_state.defaults.value(asked.gateway);
}

ReceiptPlan Behaviour::nextReceipts(const Asked &asked) {
    const std::lock_guard lock(m_mutex);
    ReceiptPlan plan = plannedReceipts(asked);
    for (const Fault &fault : std::as_const(m_state.receiptFaults))
        if (fault.match.fits(asked) && drawLocked(fault.rate))
            disturb(plan, fault, asked.gateway);
    return plan;
}

void Behaviour::disturb(ReceiptPlan &plan, const Fault &fault, const QString &gateway) {
    if (fault.kind == "double") {
        plan.repeat = 2;
    } else if (fault.kind == "early") {
        plan.beforeAnswer = true;
    } else if (fault.kind == "orphan") {
        plan.unknownBatch = true;
    } else if (plan.steps.isEmpty()) {
        return;
    } else if (fault.kind == "drop") {
        for (ReceiptStep &step : plan.steps)
            step.silent = drawLocked(0.5);
        if (std::none_of(plan.steps.cbegin(), plan.steps.cend(), [](const ReceiptStep &step) { return step.silent; }))
            plan.steps.last().silent = true;
    } else if (fault.kind == "delay") {
        plan.steps.first().afterMs += fault.delayMs;
    } else if (fault.kind == "reorder") {
        std::reverse(plan.steps.begin(), plan.steps.end());
    } else if (fault.kind == "lie") {
        plan.steps.append({contradiction(gateway, plan.steps.last().status), 100});
    }
}

QString Behaviour::nextQuery(const Asked &asked) {
    const std::lock_guard lock(m_mutex);
    QList<Fault> &script = m_state.queries;
    for (qsizetype i = 0; i < script.size(); ++i)
        if (script[i].match.fits(asked))
            return script.takeAt(i).kind;
    for (const Fault &fault : std::as_const(m_state.queryFaults))
        if (fault.match.fits(asked) && drawLocked(fault.rate))
            return fault.kind;
    return {};
}

int Behaviour::turnMs(qint64 now) {
    const std::lock_guard lock(m_mutex);
    if (m_state.perSecond <= 0)
        return 0;
    const qint64 turn = std::max(now, m_nextTurn);
    m_nextTurn = turn + static_cast<qint64>(1000 / m_state.perSecond);
    return static_cast<int>(turn - now);
}

int Behaviour::handsetMs() const {
    const std::lock_guard lock(m_mutex);
    return m_state.handsetMs;
}

std::optional<double> Behaviour::charge(const QString &gateway, double cost) {
    const std::lock_guard lock(m_mutex);
    double &credit = m_state.credit[gateway];
    if (credit < cost)
        return std::nullopt;
    return credit -= cost;
}

void Behaviour::refund(const QString &gateway, double cost) {
    const std::lock_guard lock(m_mutex);
    m_state.credit[gateway] += cost;
}

double Behaviour::credit(const QString &gateway) const {
    const std::lock_guard lock(m_mutex);
    return m_state.credit.value(gateway);
}

bool Behaviour::forgetsTokens() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_state.forgetsTokens, false);
}

} // namespace wemo::simulator
