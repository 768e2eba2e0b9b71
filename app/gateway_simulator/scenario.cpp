#include "app/gateway_simulator/scenario.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace wemo::simulator {

namespace {
constexpr int longestDelayMs = 120'000;
constexpr int hangMs = 20'000;

Failure refuse(const QString &path, const QString &message) {
    Error error{ErrorKind::InvalidInput, "bad-behaviour", "This behaviour is not known.", {}};
    error.fields = {{path, "unknown-word", message}};
    return failure(std::move(error));
}

double likelihood(const QJsonValue &value, double fallback) {
    return std::clamp(value.isBool() ? (value.toBool() ? 1.0 : 0.0) : value.toDouble(fallback), 0.0, 1.0);
}

int delayOf(const QJsonObject &json, int fallback) {
    return std::clamp(json.value("delay_ms").toInt(fallback), 0, longestDelayMs);
}
} // namespace

const QStringList &answerKinds() {
    static const QStringList all{"accept",      "no-credit",    "empty-login", "wrong-password",
                                 "no-number",   "bad-number",   "content",     "channel-refused",
                                 "unavailable", "server-error", "forbidden",   "bad-gateway",
                                 "empty",       "json-error",   "code",        "raw",
                                 "drop",        "hang"};
    return all;
}

const QStringList &receiptFaultKinds() {
    static const QStringList all{"drop", "double", "delay", "reorder", "lie", "early", "orphan"};
    return all;
}

const QStringList &queryKinds() {
    static const QStringList all{"empty", "server-error", "forbidden", "drop"};
    return all;
}

bool Match::fits(const Asked &asked) const {
    const auto is = [](const QString &wanted, const QString &value) { return wanted.isEmpty() || wanted == value; };
    if (!is(gateway, asked.gateway) || !is(endpoint, asked.endpoint) || !is(reference, asked.reference))
        return false;
    if (number.isEmpty())
        return true;
    const QString national = asked.number.startsWith(u"+886") ? '0' + asked.number.mid(4) : asked.number;
    return QRegularExpression(QRegularExpression::wildcardToRegularExpression(number)).match(national).hasMatch();
}

Match matchFromJson(const QJsonObject &json) {
    return {json.value("gateway").toString(), json.value("endpoint").toString(), json.value("number").toString(),
            json.value("reference").toString()};
}

Result<AnswerPlan> answerPlanFromJson(const QJsonObject &json, const QString &path) {
    AnswerPlan plan;
    plan.kind = json.value("kind").toString("accept");
    if (!answerKinds().contains(plan.kind))
        return refuse(path + ".kind", "One of " + answerKinds().join(", ") + '.');
    plan.delayMs = delayOf(json, plan.kind == "hang" ? hangMs : 0);
    plan.takes = likelihood(json.value("takes"), plan.kind == "accept" ? 1 : 0);
    plan.status = json.value("status").toInt(200);
    plan.body = json.value("body").toString();
    plan.code = json.value("code").toVariant().toString();
    plan.match = matchFromJson(json);
    plan.rate = likelihood(json.value("rate"), 1);
    return plan;
}

Result<Fault> faultFromJson(const QJsonObject &json, const QString &path, const QStringList &kinds) {
    const QString kind = json.value("kind").toString();
    if (!kinds.contains(kind))
        return refuse(path + ".kind", "One of " + kinds.join(", ") + '.');
    return Fault{kind, likelihood(json.value("rate"), 1), delayOf(json, 500), matchFromJson(json)};
}

} // namespace wemo::simulator
