#include "services/otp/otp_scripts.h"

namespace wemo::otp {

namespace {
redis::Script step(const char *name) {
    return redis::Script::resource({"otp_common", name});
}
} // namespace

OtpScripts::OtpScripts()
    : find(step("otp_find"))
    , create(step("otp_create"))
    , resend(step("otp_resend"))
    , unsend(step("otp_unsend"))
    , check(step("otp_check")) {}

} // namespace wemo::otp
