#include "models/blocking/trial.h"

#include "models/core/json_parts.h"

namespace wemo::blocking {

namespace {
constexpr int mostVerdicts = 1'000, mostStrikes = 1'000'000;
constexpr qint64 longestWait = 400ll * 86'400; ///< seconds

/// Up: who waits that long is let in.
qint64 seconds(Milliseconds time) {
    return (time.count() + 999) / 1'000;
}
} // namespace

QJsonObject toJson(const TrialVerdict &verdict) {
    return {{"subject", toJson(verdict.subject)}, {"policy_id", verdict.policyId}, {"event", verdict.event},
            {"mode", toString(verdict.mode)},     {"allows", verdict.allows},      {"left", verdict.left},
            {"wait_s", seconds(verdict.wait)},    {"strikes", verdict.strikes},    {"until", orNull(verdict.until)}};
}

Result<TrialVerdict> trialVerdictFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    TrialVerdict verdict;
    const Result<SubjectRef> subject = subjectRefFromJson(reader.object("subject"));
    if (!subject)
        return Failure(subject.error());
    verdict.subject = *subject;
    verdict.policyId = reader.string("policy_id", 40);
    verdict.event = reader.string("event", 40);
    verdict.mode = reader.word("mode", modeFromString);
    verdict.allows = reader.boolean("allows");
    verdict.left = static_cast<int>(reader.integer("left", 0, mostCounted));
    verdict.wait = Milliseconds(reader.integer("wait_s", 0, longestWait) * 1'000);
    verdict.strikes = static_cast<int>(reader.integer("strikes", 0, mostStrikes));
    verdict.until = reader.optionalInstant("until");
    return reader.finishLenient(std::move(verdict));
}

QJsonObject toJson(const Trial &trial) {
    return {{"allowed", trial.allowed},
            {"wait_s", seconds(trial.wait)},
            {"verdicts", toArray(trial.verdicts)},
            {"bans", toArray(trial.bans)}};
}

Result<Trial> trialFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Trial trial;
    trial.allowed = reader.boolean("allowed");
    trial.wait = Milliseconds(reader.integer("wait_s", 0, longestWait) * 1'000);
    Result<QList<TrialVerdict>> verdicts =
        listFrom<TrialVerdict>(reader.array("verdicts", mostVerdicts), trialVerdictFromJson);
    if (!verdicts)
        return Failure(verdicts.error());
    Result<QList<Ban>> bans = listFrom<Ban>(reader.array("bans", mostVerdicts), banFromJson);
    if (!bans)
        return Failure(bans.error());
    trial.verdicts = *std::move(verdicts);
    trial.bans = *std::move(bans);
    return reader.finishLenient(std::move(trial));
}

} // namespace wemo::blocking
