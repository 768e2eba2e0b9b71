#include "models/blocking/policy.h"

#include "models/core/enum_names.h"

namespace wemo::blocking {

namespace {
constexpr EnumNames<Mode, 2> modes{{{Mode::Enforce, "enforce"}, {Mode::Observe, "observe"}}};
constexpr qint64 second = 1'000, longest = 366ll * 86'400 * second;
constexpr int longestWord = 40;

qint64 ms(Milliseconds time) {
    return time.count();
}
} // namespace

QString toString(Mode mode) {
    return modes.toString(mode);
}

std::optional<Mode> modeFromString(QStringView text) {
    return modes.fromString(text);
}

QJsonObject toJson(const Policy &policy) {
    return {{"id", policy.id},
            {"subject_kind", policy.subjectKind},
            {"event", policy.event},
            {"limit", policy.limit},
            {"window_ms", ms(policy.window)},
            {"block_ms", ms(policy.blockTime)},
            {"longest_block_ms", ms(policy.longestBlock)},
            {"strike_decay_ms", ms(policy.strikeDecay)},
            {"mode", toString(policy.mode)}};
}

Result<Policy> policyFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Policy policy;
    policy.id = reader.string("id", longestWord);
    policy.subjectKind = reader.string("subject_kind", longestWord);
    policy.event = reader.string("event", longestWord);
    policy.limit = static_cast<int>(reader.integer("limit", 1, mostCounted));
    policy.window = Milliseconds(reader.integer("window_ms", second, longest));
    policy.blockTime = Milliseconds(reader.integer("block_ms", 0, longest));
    policy.longestBlock = Milliseconds(reader.integer("longest_block_ms", 0, longest));
    policy.strikeDecay = Milliseconds(reader.integer("strike_decay_ms", second, longest));
    policy.mode = reader.word("mode", modeFromString);
    if (policy.longestBlock < policy.blockTime)
        reader.fail("longest_block_ms", "too-small", "The longest block cannot be shorter than the first.");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return policy;
}

} // namespace wemo::blocking
