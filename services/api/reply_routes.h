#pragma once
#include "services/api/router.h"
#include "services/sms/reply_list.h"

namespace wemo::api {

/// GET /api/v1/sms/replies. `replies` outlives the routes.
QList<Route> replyRoutes(sms::ReplyList &replies);

} // namespace wemo::api
