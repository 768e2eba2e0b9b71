#pragma once
#include "services/api/router.h"
#include "services/auth/sign_in.h"

namespace wemo::api {

struct AuthDependencies {
    otp::ChallengeService &challenges;
    auth::SignIn &signIn;
};

/// /auth/v1: what riders' apps call.
QList<Route> authRoutes(const AuthDependencies &dependencies);

} // namespace wemo::api
