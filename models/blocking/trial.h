#pragma once
#include "models/blocking/ban.h"
#include "models/blocking/policy.h"

namespace wemo::blocking {

/// What one policy would say of one subject now, without counting.
struct TrialVerdict {
    SubjectRef subject;
    QString policyId;
    QString event;
    Mode mode = Mode::Enforce;
    bool allows = true;
    int left = 0;
    Milliseconds wait{0}; ///< whole seconds in JSON
    int strikes = 0;
    std::optional<Instant> until; ///< of the block it is under
    bool operator==(const TrialVerdict &) const = default;
};

/// "What would happen": to staff with every cause, unlike the one time that is told outside.
struct Trial {
    bool allowed = true;
    Milliseconds wait{0};
    QList<TrialVerdict> verdicts;
    QList<Ban> bans; ///< that catch it
};

QJsonObject toJson(const TrialVerdict &verdict);
Result<TrialVerdict> trialVerdictFromJson(const QJsonObject &json);
QJsonObject toJson(const Trial &trial);
Result<Trial> trialFromJson(const QJsonObject &json);

} // namespace wemo::blocking
