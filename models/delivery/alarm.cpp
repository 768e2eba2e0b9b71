#include "models/delivery/alarm.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

namespace wemo::delivery {

namespace {
constexpr EnumNames<AlarmKind, 3> kinds{{
    {AlarmKind::RateFell, "rate-fell"},
    {AlarmKind::BalanceLow, "balance-low"},
    {AlarmKind::RatioBroke, "ratio-broke"},
}};
constexpr double most = 1e15;
} // namespace

QString toString(AlarmKind kind) {
    return kinds.toString(kind);
}
std::optional<AlarmKind> alarmKindFromString(QStringView text) {
    return kinds.fromString(text);
}

QJsonObject toJson(const Alarm &alarm) {
    return {{"id", idToString(alarm.id)},  {"kind", toString(alarm.kind)}, {"subject", alarm.subject},
            {"since", toIso(alarm.since)}, {"until", orNull(alarm.until)}, {"value", alarm.value},
            {"limit", alarm.limit}};
}

Result<Alarm> alarmFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Alarm alarm;
    alarm.id = reader.id("id");
    alarm.kind = reader.word("kind", alarmKindFromString);
    alarm.subject = reader.string("subject", 100);
    alarm.since = reader.instant("since");
    alarm.until = reader.optionalInstant("until");
    alarm.value = reader.number("value", -most, most);
    alarm.limit = reader.number("limit", -most, most);
    return reader.finishLenient(std::move(alarm));
}

QJsonObject toJson(const Breaker &breaker) {
    return {{"id", idToString(breaker.id)},
            {"prefix", breaker.prefix},
            {"since", toIso(breaker.since)},
            {"ratio", breaker.ratio},
            {"codes", breaker.codes},
            {"stopped_by", orNull(breaker.stoppedBy)},
            {"stop_reason", orNull(breaker.stopReason)},
            {"lifted_at", orNull(breaker.liftedAt)},
            {"lifted_by", orNull(breaker.liftedBy)},
            {"lift_reason", orNull(breaker.liftReason)}};
}

Result<Breaker> breakerFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Breaker breaker;
    breaker.id = reader.id("id");
    breaker.prefix = reader.string("prefix", 10);
    breaker.since = reader.instant("since");
    breaker.ratio = reader.number("ratio", 0, 1);
    breaker.codes = reader.integer("codes", 0, 1'000'000'000);
    breaker.stoppedBy = reader.optionalString("stopped_by").value_or(QString());
    breaker.stopReason = reader.optionalString("stop_reason", 500).value_or(QString());
    breaker.liftedAt = reader.optionalInstant("lifted_at");
    breaker.liftedBy = reader.optionalString("lifted_by").value_or(QString());
    breaker.liftReason = reader.optionalString("lift_reason", 500).value_or(QString());
    return reader.finishLenient(std::move(breaker));
}

} // namespace wemo::delivery
