#include "models/blocking/block.h"

#include "models/core/json_parts.h"

namespace wemo::blocking {

namespace {
constexpr int longestWord = 40, mostRows = 10'000, mostStrikes = 1'000'000;
constexpr qint64 most = 1'000'000'000'000;
} // namespace

QJsonObject toJson(const BlockKey &key) {
    return {{"kind", key.kind}, {"subject_id", key.subjectId}, {"policy_id", key.policyId}};
}

Result<BlockKey> blockKeyFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    BlockKey key{reader.string("kind", longestKind), reader.string("subject_id", longestSubjectId),
                 reader.string("policy_id", longestWord)};
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return key;
}

QJsonObject toJson(const Block &block) {
    return {
        {"subject", toJson(block.subject)}, {"policy_id", block.policyId},           {"event", block.event},
        {"since", toIso(block.since)},      {"until", toIso(block.until)},           {"strikes", block.strikes},
        {"refused", block.refused},         {"request_id", orNull(block.requestId)}, {"mode", toString(block.mode)}};
}

Result<Block> blockFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Block block;
    const Result<SubjectRef> subject = subjectRefFromJson(reader.object("subject"));
    if (!subject)
        return Failure(subject.error());
    block.subject = *subject;
    block.policyId = reader.string("policy_id", longestWord);
    block.event = reader.string("event", longestWord);
    block.since = reader.instant("since");
    block.until = reader.instant("until");
    block.strikes = static_cast<int>(reader.integer("strikes", 0, mostStrikes));
    block.refused = reader.integer("refused", 0, most);
    block.requestId = reader.optionalString("request_id").value_or(QString());
    block.mode = reader.word("mode", modeFromString);
    return reader.finishLenient(std::move(block));
}

QJsonObject toJson(const BlockPage &page) {
    return {{"items", toArray(page.items)}, {"next_cursor", orNull(page.nextCursor)}};
}

Result<BlockPage> blockPageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Result<QList<Block>> items = listFrom<Block>(reader.array("items", mostRows), blockFromJson);
    if (!items)
        return Failure(items.error());
    BlockPage page{*std::move(items), reader.optionalString("next_cursor", 1'000).value_or(QString())};
    return reader.finishLenient(std::move(page));
}

QJsonObject toJson(const Change &change, const QString &verb) {
    return {{verb, change.count}, {"undo", orNull(change.undo)}};
}

Result<Change> changeFromJson(const QJsonObject &json, const QString &verb) {
    JsonReader reader(json);
    Change change{reader.integer(verb, 0, most), reader.optionalString("undo").value_or(QString())};
    return reader.finishLenient(std::move(change));
}

} // namespace wemo::blocking
