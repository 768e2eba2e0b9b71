#include "models/blocking/policy_record.h"

namespace wemo::blocking {

namespace {
constexpr qint64 longestSeconds = 366ll * 86'400;

qint64 seconds(Milliseconds time) {
    return time.count() / 1'000;
}

Milliseconds time(JsonReader &reader, const QString &name) {
    return Milliseconds(reader.integer(name, 0, longestSeconds) * 1'000);
}
} // namespace

QJsonObject editJson(const PolicyRecord &record) {
    const Policy &policy = record.policy;
    return {{"id", policy.id},
            {"subject_kind", policy.subjectKind},
            {"event", policy.event},
            {"limit", policy.limit},
            {"window_s", seconds(policy.window)},
            {"block_s", seconds(policy.blockTime)},
            {"longest_block_s", seconds(policy.longestBlock)},
            {"strike_decay_s", seconds(policy.strikeDecay)},
            {"mode", toString(policy.mode)},
            {"note", record.note}};
}

QJsonObject toJson(const PolicyRecord &record) {
    QJsonObject json = editJson(record);
    json.insert("version", record.version);
    json.insert("changed_at", toIso(record.changedAt));
    json.insert("changed_by", record.changedBy);
    if (record.deleted)
        json.insert("deleted", true);
    return json;
}

Result<PolicyRecord> policyRecordFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    PolicyRecord record;
    Policy &policy = record.policy;
    policy.id = reader.string("id", 40);
    policy.subjectKind = reader.string("subject_kind", 40);
    policy.event = reader.string("event", 40);
    policy.limit = static_cast<int>(reader.integer("limit", 1, mostCounted));
    policy.window = time(reader, "window_s");
    policy.blockTime = time(reader, "block_s");
    policy.longestBlock = time(reader, "longest_block_s");
    policy.strikeDecay = time(reader, "strike_decay_s");
    policy.mode = reader.word("mode", modeFromString);
    record.note = reader.optionalString("note", 1'000).value_or(QString());
    record.version = static_cast<int>(reader.integer("version", 0, 1'000'000'000));
    record.changedAt = reader.instant("changed_at");
    record.changedBy = reader.optionalString("changed_by").value_or(QString());
    record.deleted = reader.optionalBoolean("deleted").value_or(false);
    return reader.finishLenient(std::move(record));
}

} // namespace wemo::blocking
