#include "models/blocking/policy_preview.h"

#include "models/core/json_parts.h"

namespace wemo::blocking {

namespace {
constexpr int mostRows = 1'000;
constexpr qint64 most = 1'000'000'000'000;

QJsonObject toJson(const PreviewDay &day) {
    return {{"day", day.day.toString(Qt::ISODate)}, {"decisions", day.decisions}, {"refused", day.refused}};
}
Result<PreviewDay> dayFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    PreviewDay day;
    day.day = QDate::fromString(reader.string("day", 10), Qt::ISODate);
    day.decisions = reader.integer("decisions", 0, most);
    day.refused = reader.integer("refused", 0, most);
    if (!day.day.isValid())
        reader.fail("day", "bad-date", "This is no day.");
    return reader.finishLenient(std::move(day));
}

QJsonObject toJson(const PreviewExample &example) {
    return {{"subject", toJson(example.subject)}, {"first_at", toIso(example.firstAt)}, {"refused", example.refused}};
}
Result<PreviewExample> exampleFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    PreviewExample example;
    const Result<SubjectRef> subject = subjectRefFromJson(reader.object("subject"));
    if (!subject)
        return Failure(subject.error());
    example.subject = *subject;
    example.firstAt = reader.instant("first_at");
    example.refused = reader.integer("refused", 0, most);
    return reader.finishLenient(std::move(example));
}
} // namespace

QJsonObject toJson(const PolicyPreview &preview) {
    QJsonArray days, examples;
    for (const PreviewDay &day : preview.byDay)
        days.append(toJson(day));
    for (const PreviewExample &example : preview.examples)
        examples.append(toJson(example));
    return {{"days", preview.days},
            {"decisions", preview.decisions},
            {"would_block", preview.wouldBlock},
            {"subjects", preview.subjects},
            {"by_day", days},
            {"examples", examples}};
}

Result<PolicyPreview> policyPreviewFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    PolicyPreview preview;
    preview.days = static_cast<int>(reader.integer("days", 0, 1'000));
    preview.decisions = reader.integer("decisions", 0, most);
    preview.wouldBlock = reader.integer("would_block", 0, most);
    preview.subjects = reader.integer("subjects", 0, most);
    Result<QList<PreviewDay>> days = listFrom<PreviewDay>(reader.array("by_day", mostRows), dayFromJson);
    if (!days)
        return Failure(days.error());
    Result<QList<PreviewExample>> examples =
        listFrom<PreviewExample>(reader.array("examples", mostRows), exampleFromJson);
    if (!examples)
        return Failure(examples.error());
    preview.byDay = *std::move(days);
    preview.examples = *std::move(examples);
    return reader.finishLenient(std::move(preview));
}

} // namespace wemo::blocking
