#include "services/queue/job.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace wemo::queue {

namespace {
QJsonValue toJson(const Keep &keep) {
    if (!keep.ageSeconds)
        return keep.count ? QJsonValue(*keep.count) : QJsonValue(false);
    QJsonObject object{{"age", *keep.ageSeconds}};
    if (keep.count)
        object["count"] = *keep.count;
    return object;
}

/// true = keep none, false = keep all, a number, or {count, age}; anything else says nothing.
std::optional<Keep> keepFrom(const QJsonValue &value) {
    if (value.isBool())
        return value.toBool() ? Keep{0, {}} : Keep{};
    if (value.isDouble())
        return value.toInteger() < 0 ? Keep{} : Keep{value.toInteger(), {}};
    if (!value.isObject())
        return std::nullopt;
    Keep keep;
    if (value["count"].isDouble() && value["count"].toInteger() >= 0)
        keep.count = value["count"].toInteger();
    if (value["age"].isDouble())
        keep.ageSeconds = value["age"].toInteger();
    return keep;
}

Backoff backoffFrom(const QJsonValue &value) {
    if (value.isDouble())
        return {Backoff::Kind::Fixed, std::chrono::milliseconds(value.toInteger()), 0};
    if (!value.isObject())
        return {};
    // A strategy of a peer's own program is not known here; its delay is.
    const bool isExponential = value["type"].toString() == "exponential";
    return {isExponential ? Backoff::Kind::Exponential : Backoff::Kind::Fixed,
            std::chrono::milliseconds(value["delay"].toInteger()), value["jitter"].toDouble()};
}
} // namespace

std::string toJson(const JobOptions &options, const std::string &customId) {
    QJsonObject json{{"attempts", options.attempts}};
    if (!customId.empty())
        json["jobId"] = QString::fromStdString(customId);
    if (options.delay.count() > 0)
        json["delay"] = static_cast<qint64>(options.delay.count());
    if (options.priority > 0)
        json["priority"] = options.priority;
    if (options.lifo)
        json["lifo"] = true;
    if (options.backoff.kind != Backoff::Kind::None) {
        QJsonObject backoff{{"type", options.backoff.kind == Backoff::Kind::Fixed ? "fixed" : "exponential"},
                            {"delay", static_cast<qint64>(options.backoff.delay.count())}};
        if (options.backoff.jitter > 0)
            backoff["jitter"] = options.backoff.jitter;
        json["backoff"] = backoff;
    }
    if (options.keepCompleted)
        json["removeOnComplete"] = toJson(*options.keepCompleted);
    if (options.keepFailed)
        json["removeOnFail"] = toJson(*options.keepFailed);
    if (options.keepLogs)
        json["kl"] = *options.keepLogs; // BullMQ's short name for it inside the hash
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

JobOptions jobOptionsFromJson(const std::string &text) {
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    JobOptions options;
    options.attempts = std::max(1, json["attempts"].toInt(1));
    options.backoff = backoffFrom(json["backoff"]);
    options.delay = std::chrono::milliseconds(json["delay"].toInteger());
    options.priority = json["priority"].toInteger();
    options.lifo = json["lifo"].toBool();
    options.keepCompleted = keepFrom(json["removeOnComplete"]);
    options.keepFailed = keepFrom(json["removeOnFail"]);
    if (const QJsonValue kept = json.contains("kl") ? json["kl"] : json["keepLogs"]; kept.isDouble())
        options.keepLogs = kept.toInteger();
    return options;
}

std::chrono::milliseconds backoffAfter(const Backoff &backoff, int made, double random) {
    if (backoff.kind == Backoff::Kind::None || backoff.delay.count() <= 0)
        return std::chrono::milliseconds(0);
    constexpr double longest = 7.0 * 24 * 3600 * 1000;
    double time = static_cast<double>(backoff.delay.count());
    if (backoff.kind == Backoff::Kind::Exponential)
        time = std::min(longest, time * std::pow(2.0, made - 1));
    const double jitter = std::clamp(backoff.jitter, 0.0, 1.0);
    return std::chrono::milliseconds(static_cast<long long>(time * (1 - jitter) + time * jitter * random));
}

} // namespace wemo::queue
