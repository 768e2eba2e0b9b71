#pragma once
#include "services/pricing/campaign_store.h"
#include "services/pricing/campaigns.h"

namespace wemo::pricing {

/// A campaign inside the transaction that holds it; its version is counted up already.
struct Campaigns::Taken {
    storage::Connection &connection;
    CampaignStore store;
    const staff::Account &actor;
    Instant now;
    Campaign campaign; ///< work changes it; it is saved afterwards
    QString action;    ///< for the audit row
    QString note;
};

inline Failure wrongCampaignState(const char *message) {
    return failure(ErrorKind::Conflict, "wrong-state", QString::fromLatin1(message));
}

inline Failure badCampaign(QList<FieldError> fields) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = std::move(fields);
    return Failure(std::move(error));
}

} // namespace wemo::pricing
