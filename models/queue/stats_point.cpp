#include "models/queue/stats_point.h"

#include "models/queue/json_parts.h"

namespace wemo::queue {

namespace {
constexpr double maxMs = 1e12;

QJsonValue toJson(const std::optional<Percentiles> &p) {
    return p ? QJsonValue(QJsonObject{{"p50", p->p50}, {"p95", p->p95}, {"p99", p->p99}}) : QJsonValue();
}

Result<Percentiles> percentilesFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Percentiles p{reader.number("p50", 0, maxMs), reader.number("p95", 0, maxMs), reader.number("p99", 0, maxMs)};
    return reader.finishLenient(std::move(p));
}
} // namespace

QJsonObject toJson(const StatsPoint &p) {
    return {{"at", toIso(p.at)},    {"completed", p.completed}, {"failed", p.failed},   {"retried", p.retried},
            {"stalled", p.stalled}, {"wait", toJson(p.wait)},   {"run", toJson(p.run)}, {"late", toJson(p.late)}};
}

Result<StatsPoint> statsPointFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    StatsPoint p;
    p.at = reader.instant("at");
    p.completed = reader.integer("completed", 0, maxTotal);
    p.failed = reader.integer("failed", 0, maxTotal);
    p.retried = reader.integer("retried", 0, maxTotal);
    p.stalled = reader.integer("stalled", 0, maxTotal);
    const std::pair<const char *, std::optional<Percentiles> *> members[] = {
        {"wait", &p.wait}, {"run", &p.run}, {"late", &p.late}};
    for (const auto &[name, target] : members) {
        auto read = optionalFrom<Percentiles>(json, name, percentilesFromJson);
        if (!read)
            return Failure(read.error());
        *target = *std::move(read);
    }
    return reader.finishLenient(std::move(p));
}

} // namespace wemo::queue
