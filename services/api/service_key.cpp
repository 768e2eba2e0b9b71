#include "services/api/service_key.h"

#include "services/runtime/seal.h"

namespace wemo::api {

Authenticate authenticateWithKey(const QByteArray &key, Authenticate staff) {
    return [key, staff = std::move(staff)](const QByteArray &token) -> Result<Caller> {
        if (key.isEmpty() || !runtime::sameSecret(token, key))
            return staff(token);
        Caller caller;
        caller.isService = true;
        return caller;
    };
}

} // namespace wemo::api
