#pragma once
#include "services/api/application.h"

namespace wemo::api {

/// A program of ours: by which key it is known, and what that is good for. An empty key lets nobody in.
struct ServiceKey {
    QByteArray key;
    QString name; ///< "rent": in the audit log
    QList<staff::Permission> rights;
};

/// Lets programs in by their keys, everybody else by `staff`.
Authenticate authenticateWithKeys(const QList<ServiceKey> &keys, Authenticate staff);

} // namespace wemo::api
