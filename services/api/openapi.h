#pragma once
#include "services/api/router.h"

namespace wemo::api {

/// resources/openapi/*.json made into one document: base.json first, then paths and schemas of the others, each name
/// once.
Result<QJsonObject> openApiDocument(const QString &folder = ":/openapi");

/// Where the document and the table differ, and where the document contradicts itself ($ref that leads nowhere, an
/// operation without error answers). Empty if all is well.
QStringList openApiFaults(const QJsonObject &document, const QList<Route> &routes);

/// GET /api/openapi.json
Route openApiRoute(const QJsonObject &document);

} // namespace wemo::api
