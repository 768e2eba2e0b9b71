#pragma once
#include "services/redis/pool.h"

namespace wemo::otp {

/// The steps of a code's life, each one Lua script out of resources/lua.
struct OtpScripts {
    OtpScripts();
    redis::Script find, create, resend, unsend, check;
};

} // namespace wemo::otp
