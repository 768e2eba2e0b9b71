#pragma once
#include "models/core/json_reader.h"

namespace wemo::blocking {

/// A subject as the console knows it: never by its value. The id is a keyed hash in hex.
struct SubjectRef {
    QString kind; ///< "number", "email", "device", "id_card", "address", "prefix", "tenant", "account", "pair", …
    QString id;
    QString masked; ///< what lists may show of the value: "0912•••678"
    bool operator==(const SubjectRef &) const = default;
};

QJsonObject toJson(const SubjectRef &subject);
Result<SubjectRef> subjectRefFromJson(const QJsonObject &json);

constexpr int longestKind = 40, longestSubjectId = 200, longestMasked = 320, longestReason = 1'000;
constexpr int longestValue = 400; ///< of what a person wrote to be looked up

} // namespace wemo::blocking
