#pragma once
#include "services/api/router.h"
#include "services/blocking/ban_imports.h"
#include "services/blocking/ban_list.h"

namespace wemo::api {

/// What the routes of the ban list work on; outlives them.
struct BanDependencies {
    blocking::BanList bans;
    blocking::BanImports imports;
};

/// /api/v1/blocking/bans… and /ban-imports….
QList<Route> banRoutes(const BanDependencies &dependencies);
QList<Route> banImportRoutes(const BanDependencies &dependencies);

} // namespace wemo::api
