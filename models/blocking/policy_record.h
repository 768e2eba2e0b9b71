#pragma once
#include "models/blocking/policy.h"

namespace wemo::blocking {

/// A policy as it is kept and edited: with its version, and who changed it last. In JSON its times are whole seconds.
struct PolicyRecord {
    Policy policy;
    QString note; ///< what it is for, in the words of whoever wrote it
    int version = 0;
    Instant changedAt{};
    QString changedBy;    ///< a name
    bool deleted = false; ///< of versions only: with this one it ended
    bool operator==(const PolicyRecord &) const = default;
};

/// The members a person edits: all but version, changed_at, changed_by, deleted.
QJsonObject editJson(const PolicyRecord &record);
QJsonObject toJson(const PolicyRecord &record);
/// For answers of our own service.
Result<PolicyRecord> policyRecordFromJson(const QJsonObject &json);

} // namespace wemo::blocking
