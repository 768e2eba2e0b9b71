#include "services/api/service_key.h"

#include "services/runtime/seal.h"

namespace wemo::api {

Authenticate authenticateWithKeys(const QList<ServiceKey> &keys, Authenticate staff) {
    return [keys, staff = std::move(staff)](const QByteArray &token) -> Result<Caller> {
        const auto known = std::find_if(keys.begin(), keys.end(), [&](const ServiceKey &one) {
            return !one.key.isEmpty() && runtime::sameSecret(token, one.key);
        });
        if (known == keys.end())
            return staff(token);
        Caller caller;
        caller.isService = true;
        caller.account.username = known->name;
        caller.rights = known->rights;
        return caller;
    };
}

} // namespace wemo::api
