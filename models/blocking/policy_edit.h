#pragma once
#include "models/blocking/policy_record.h"

namespace wemo::blocking {

/// The members of editJson(), strict: words in lower case with digits, '-' and '_', times that make sense together.
/// InvalidInput with every mistake at once.
Result<PolicyRecord> policyEditFromJson(const QJsonObject &json);

/// The members in which two differ, each with both values: what a 409 shows and the audit keeps.
QJsonObject differences(const PolicyRecord &before, const PolicyRecord &after);

/// What a service starts with.
QList<PolicyRecord> defaultPolicies();

} // namespace wemo::blocking
