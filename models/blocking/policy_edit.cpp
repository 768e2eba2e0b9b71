#include "models/blocking/policy_edit.h"

namespace wemo::blocking {

namespace {
constexpr int longestWord = 40, longestNote = 1'000;
constexpr qint64 longestSeconds = 366ll * 86'400;

QString word(JsonReader &reader, const QString &name) {
    const QString text = reader.string(name, longestWord);
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    };
    if (!text.isEmpty() && !std::all_of(text.begin(), text.end(), fits))
        reader.fail(name, "bad-word", "Lower-case letters, digits, \"-\" and \"_\" only.");
    return text;
}

Milliseconds time(JsonReader &reader, const QString &name, qint64 least) {
    return Milliseconds(reader.integer(name, least, longestSeconds) * 1'000);
}
} // namespace

Result<PolicyRecord> policyEditFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    PolicyRecord record;
    Policy &policy = record.policy;
    policy.id = word(reader, "id");
    policy.subjectKind = word(reader, "subject_kind");
    policy.event = word(reader, "event");
    policy.limit = static_cast<int>(reader.integer("limit", 1, mostCounted));
    policy.window = time(reader, "window_s", 1);
    policy.blockTime = time(reader, "block_s", 0);
    policy.longestBlock = time(reader, "longest_block_s", 0);
    policy.strikeDecay = time(reader, "strike_decay_s", 1);
    policy.mode = reader.word("mode", modeFromString);
    record.note = reader.optionalString("note", longestNote).value_or(QString());
    if (policy.longestBlock < policy.blockTime)
        reader.fail("longest_block_s", "too-small", "The longest block cannot be shorter than the first.");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return record;
}

QJsonObject differences(const PolicyRecord &before, const PolicyRecord &after) {
    const QJsonObject old = editJson(before), fresh = editJson(after);
    QJsonObject changed;
    for (auto member = old.begin(); member != old.end(); ++member)
        if (const QJsonValue now = fresh.value(member.key()); now != member.value())
            changed.insert(member.key(), QJsonObject{{"before", member.value()}, {"after", now}});
    return changed;
}

} // namespace wemo::blocking
